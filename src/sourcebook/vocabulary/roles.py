"""Roles of people and organisations in making a source, an essay or a version, with their MARC relator codes."""

import msgspec

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.errors import unknown


class Role(msgspec.Struct, frozen=True):
    """One role: our code, the code of the MARC relators list ("" where it has none), and labels."""

    code: str
    marc: str
    english: str
    russian: str


ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        Role("actor", "act", "Actor", "Актёр"),
        Role("addressee", "rcp", "Addressee", "Адресат"),
        Role("animator", "anm", "Animator", "Художник-мультипликатор"),
        Role("annotator", "ann", "Annotator", "Автор примечаний"),
        Role("architect", "arc", "Architect", "Архитектор"),
        Role("arranger", "arr", "Arranger", "Автор аранжировки"),
        Role("artist", "art", "Artist", "Художник"),
        Role("author", "aut", "Author", "Автор"),
        Role("broadcaster", "brd", "Broadcaster", "Вещатель"),
        Role("cartographer", "ctg", "Cartographer", "Картограф"),
        Role("cinematographer", "cng", "Cinematographer", "Оператор"),
        Role("collector", "col", "Collector", "Собиратель"),
        Role("compiler", "com", "Compiler", "Составитель"),
        Role("composer", "cmp", "Composer", "Композитор"),
        Role("conductor", "cnd", "Conductor", "Дирижёр"),
        Role("contributor", "ctb", "Contributor", "Участник"),
        Role("correspondent", "crp", "Correspondent", "Корреспондент"),
        Role("creator", "cre", "Creator", "Создатель"),
        Role("curator", "cur", "Curator", "Куратор"),
        Role("depicted", "dpc", "Person depicted", "Изображённое лицо"),
        Role("designer", "dsr", "Designer", "Дизайнер"),
        Role("digitiser", "", "Digitised by", "Оцифровка"),
        Role("director", "drt", "Director", "Режиссёр"),
        Role("distributor", "dst", "Distributor", "Распространитель"),
        Role("donor", "dnr", "Donor", "Даритель"),
        Role("editor", "edt", "Editor", "Редактор"),
        Role("engraver", "egr", "Engraver", "Гравёр"),
        Role("former-owner", "fmo", "Former owner", "Прежний владелец"),
        Role("illustrator", "ill", "Illustrator", "Иллюстратор"),
        Role("interviewee", "ive", "Interviewee", "Интервьюируемый"),
        Role("interviewer", "ivr", "Interviewer", "Интервьюер"),
        Role("issuing-body", "isb", "Issuing body", "Орган, издавший документ"),
        Role("lyricist", "lyr", "Lyricist", "Автор слов"),
        Role("musician", "mus", "Musician", "Музыкант"),
        Role("narrator", "nrt", "Narrator", "Рассказчик"),
        Role("owner", "own", "Owner", "Владелец"),
        Role("performer", "prf", "Performer", "Исполнитель"),
        Role("photographer", "pht", "Photographer", "Фотограф"),
        Role("printer", "prt", "Printer", "Типография"),
        Role("producer", "pro", "Producer", "Продюсер"),
        Role("publisher", "pbl", "Publisher", "Издатель"),
        Role("reader", "", "Read by", "Чтец"),
        Role("recording-engineer", "rce", "Recording engineer", "Звукорежиссёр"),
        Role("reporter", "", "Reporter", "Репортёр"),
        Role("reviewer", "", "Reviewer", "Рецензент"),
        Role("screenwriter", "aus", "Screenwriter", "Сценарист"),
        Role("sculptor", "scl", "Sculptor", "Скульптор"),
        Role("sender", "", "Sender", "Отправитель"),
        Role("signatory", "sgn", "Signatory", "Подписавший"),
        Role("singer", "sng", "Singer", "Певец"),
        Role("speaker", "spk", "Speaker", "Оратор"),
        Role("sponsor", "spn", "Sponsor", "Спонсор"),
        Role("transcriber", "trc", "Transcriber", "Автор расшифровки"),
        Role("translator", "trl", "Translator", "Переводчик"),
        Role("witness", "wit", "Witness", "Свидетель"),
    )
}


def role_label(code: str, language: str) -> str:
    """The role's label in Russian ("ru…") or else in English; raises VocabularyError for an unknown code."""
    if code not in ROLES:
        raise unknown(Sentence("“{code}” is no known role; did you mean {near}?"), code, ROLES)
    return ROLES[code].russian if language.startswith("ru") else ROLES[code].english
