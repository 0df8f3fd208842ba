"""Media of sources: the tabs of a subject and the segments of their addresses."""

from typing import Literal, get_args

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.errors import unknown

Medium = Literal["text", "image", "audio", "video", "object"]

MEDIA: tuple[Medium, ...] = get_args(Medium)

# medium: address segment, English (one, many), Russian (one, many)
_TABLE: dict[Medium, tuple[str, tuple[str, str], tuple[str, str]]] = {
    "text": ("texts", ("Text", "Texts"), ("Текст", "Тексты")),
    "image": ("images", ("Image", "Images"), ("Изображение", "Изображения")),
    "audio": ("audio", ("Recording", "Audio"), ("Аудиозапись", "Аудио")),
    "video": ("video", ("Film", "Video"), ("Видеозапись", "Видео")),
    "object": ("objects", ("Object", "Objects"), ("Предмет", "Предметы")),
}

# Documents of these media types are read, whatever the first half of the type says.
_TEXTS = (
    "application/pdf",
    "application/xml",
    "application/tei+xml",
    "application/xhtml+xml",
    "application/epub+zip",
    "application/json",
    "application/msword",
    "application/rtf",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)


def label(medium: Medium, language: str, plural: bool = False) -> str:
    """The medium's name in Russian ("ru…") or else in English, as a heading."""
    _, english, russian = _row(medium)
    return (russian if language.startswith("ru") else english)[plural]


def tab(medium: Medium) -> str:
    """The segment of a tab's address: texts, images, audio, video or objects."""
    return _row(medium)[0]


def medium_of(media_type: str) -> Medium:
    """The medium of a file, by its media type (RFC 6838), parameters ignored; what is neither is an object."""
    name = media_type.partition(";")[0].strip().casefold()
    if name in _TEXTS:
        return "text"
    # Ogg without a codec says nothing of its content; archives use it for sound.
    if name == "application/ogg":
        return "audio"
    match name.partition("/")[0]:
        case "text":
            return "text"
        case "image":
            return "image"
        case "audio":
            return "audio"
        case "video":
            return "video"
    return "object"


def _row(medium: Medium) -> tuple[str, tuple[str, str], tuple[str, str]]:
    if medium not in _TABLE:
        raise unknown(Sentence("“{code}” is no known medium; did you mean {near}?"), medium, MEDIA)
    return _TABLE[medium]
