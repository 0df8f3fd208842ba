"""Sound and film: the browser's own player, with captions in every language there are."""

from markupsafe import Markup

from sourcebook.reading_room.addresses import address_of
from sourcebook.reading_room.leaf import Leaf
from sourcebook.record import File, Source, TextVersion
from sourcebook.record.spans import TimeSpan
from sourcebook.vocabulary.languages import language_name


def is_playable(file: File) -> bool:
    return file.media_type.startswith(("audio/", "video/"))


def timed(source: Source) -> list[TextVersion]:
    """Versions that have times, so that they can run along with the recording."""
    return [text for text in source.texts if any(passage.start is not None for passage in text.passages)]


def player(leaf: Leaf, source: Source, file: File, fragment: str = "", label: str = "") -> Markup:
    """One file's player; browsers show captions for films, and a sound file's stand below it as its transcript."""
    folder = address_of(source)
    tag = "video" if file.media_type.startswith("video/") else "audio"
    size = (
        Markup(' width="{}" height="{}"').format(file.width, file.height)
        if file.width and file.height
        else ""
    )
    tracks = Markup("").join(_track(leaf, source, text, first=n == 0) for n, text in enumerate(timed(source)))
    return Markup('<{} controls preload="metadata"{} aria-label="{}" src="{}{}{}">{}</{}>').format(
        tag, size, label or leaf.say(source.title).text, folder, file.name, fragment, tracks, tag
    )


def _track(leaf: Leaf, source: Source, text: TextVersion, *, first: bool) -> Markup:
    original = source.languages and text.language in source.languages
    return Markup('<track kind="{}" srclang="{}" label="{}" src="{}{}.vtt"{}>').format(
        "captions" if original or not source.languages else "subtitles",
        text.language,
        language_name(text.language, leaf.language),
        address_of(source),
        text.key,
        Markup(" default") if first else "",
    )


def clip(leaf: Leaf, source: Source, span: TimeSpan) -> Markup | None:
    """A stretch of a recording, played by itself."""
    file = next((file for file in source.files if is_playable(file)), None)
    if file is None:
        return None
    return player(leaf, source, file, fragment=f"#{span}")
