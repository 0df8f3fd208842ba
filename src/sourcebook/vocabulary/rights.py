"""Statements of rights: the twelve of rightsstatements.org and the licences and tools of Creative Commons."""

import re

import msgspec

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.errors import VocabularyError


class RightsStatement(msgspec.Struct, frozen=True):
    """One statement or licence; labels are those of its maker, in Russian by us where the maker has none."""

    uri: str
    #: As it stands beside a picture: “InC-EDU”, “CC BY-SA 4.0”.
    short: str
    english: str
    russian: str
    #: Whether anyone may reuse the thing for any purpose without asking.
    free: bool

    def label(self, language: str) -> str:
        """The statement's name in Russian ("ru…") or else in English."""
        return self.russian if language.startswith("ru") else self.english


_RS = "http://rightsstatements.org/vocab/"
_CC = "https://creativecommons.org/"

# code of rightsstatements.org: English, Russian. None allows every reuse; “no known copyright” promises nothing.
_STATEMENTS = {
    "InC": ("In Copyright", "Охраняется авторским правом"),
    "InC-OW-EU": (
        "In Copyright – EU Orphan Work",
        "Охраняется авторским правом – сиротское произведение (ЕС)",
    ),
    "InC-EDU": (
        "In Copyright – Educational Use Permitted",
        "Охраняется авторским правом – разрешено использование в образовательных целях",
    ),
    "InC-NC": (
        "In Copyright – Non-Commercial Use Permitted",
        "Охраняется авторским правом – разрешено некоммерческое использование",
    ),
    "InC-RUU": (
        "In Copyright – Rights-holder(s) Unlocatable or Unidentifiable",
        "Охраняется авторским правом – правообладатель не найден или не установлен",
    ),
    "NoC-CR": (
        "No Copyright – Contractual Restrictions",
        "Не охраняется авторским правом – есть договорные ограничения",
    ),
    "NoC-NC": (
        "No Copyright – Non-Commercial Use Only",
        "Не охраняется авторским правом – только некоммерческое использование",
    ),
    "NoC-OKLR": (
        "No Copyright – Other Known Legal Restrictions",
        "Не охраняется авторским правом – есть иные известные правовые ограничения",
    ),
    "NoC-US": ("No Copyright – United States", "Не охраняется авторским правом в США"),
    "CNE": ("Copyright Not Evaluated", "Авторские права не проверялись"),
    "UND": ("Copyright Undetermined", "Авторские права не установлены"),
    "NKC": ("No Known Copyright", "Сведений об авторских правах нет"),
}

# code of Creative Commons: English, Russian.
_LICENCES = {
    "by": ("Attribution", "С указанием авторства"),
    "by-sa": ("Attribution-ShareAlike", "С указанием авторства – С сохранением условий"),
    "by-nd": ("Attribution-NoDerivatives", "С указанием авторства – Без производных произведений"),
    "by-nc": ("Attribution-NonCommercial", "С указанием авторства – Некоммерческая"),
    "by-nc-sa": (
        "Attribution-NonCommercial-ShareAlike",
        "С указанием авторства – Некоммерческая – С сохранением условий",
    ),
    "by-nc-nd": (
        "Attribution-NonCommercial-NoDerivatives",
        "С указанием авторства – Некоммерческая – Без производных произведений",
    ),
}

_CC0 = RightsStatement(
    f"{_CC}publicdomain/zero/1.0/",
    "CC0",
    "Public Domain Dedication",
    "Передача в общественное достояние",
    True,
)
_PDM = RightsStatement(
    f"{_CC}publicdomain/mark/1.0/", "PDM", "Public Domain Mark", "Знак общественного достояния", True
)


def _licence(code: str, version: str = "4.0", port: str = "") -> RightsStatement:
    english, russian = _LICENCES[code]
    ported = f" {port.upper()}" if port else ""
    reach = {True: ("International", "Всемирная"), False: ("Unported", "Непортированная")}[version == "4.0"]
    return RightsStatement(
        uri=f"{_CC}licenses/{code}/{version}/{port + '/' if port else ''}",
        short=f"CC {code.upper()} {version}{ported}",
        english=f"{english} {version}{ported or ' ' + reach[0]}",
        russian=f"{russian} {version}{ported or ' ' + reach[1]}",
        # A licence that forbids sale or change is not free, by the definition of free cultural works.
        free=code in ("by", "by-sa"),
    )


#: Those that an editor chooses from, by URI; older and ported licences are read too.
RIGHTS: dict[str, RightsStatement] = {
    statement.uri: statement
    for statement in (
        *(RightsStatement(f"{_RS}{code}/1.0/", code, *labels, False) for code, labels in _STATEMENTS.items()),
        *(_licence(code) for code in _LICENCES),
        *(_CC0, _PDM),
    )
}

_RS_ADDRESS = re.compile(r"rightsstatements\.org/(?:vocab|page)/([a-z-]+)(?:/1\.0)?", re.I)
_CC_ADDRESS = re.compile(
    r"creativecommons\.org/licen[sc]es/([a-z-]+)/([1-4]\.[05])(?:/([a-z]{2,3}))?(?:/(?:deed|legalcode)(?:\.[a-z_-]+)?)?",
    re.I,
)
_PD_ADDRESS = re.compile(
    r"creativecommons\.org/publicdomain/(zero|mark)/1\.0(?:/(?:deed|legalcode)(?:\.[a-z_-]+)?)?", re.I
)
_CC_SHORT = re.compile(r"cc[ -]((?:by)(?:[ -](?:nc|sa|nd)){0,2})(?:[ -]([1-4]\.[05]))?", re.I)


def read_rights(uri_or_label: str) -> RightsStatement:
    """The statement behind an address (page, vocabulary, deed or legal code), a label or a short label."""
    text = " ".join(uri_or_label.split())[:300]
    found = read_rights_address(text) or _by_label(text)
    if found is None:
        raise VocabularyError(
            Sentence(
                "“{text}” is no rights statement we know; give an address of rightsstatements.org or "
                "creativecommons.org, or a name such as In Copyright, CC BY 4.0 or Public Domain "
                "Mark.",
                text=text[:80],
            )
        )
    return found


def read_rights_address(text: str) -> RightsStatement | None:
    """The statement at an address, if the text is one."""
    address = " ".join(text.split())[:300].partition("?")[0].partition("#")[0]
    return _by_address(re.sub(r"^https?://(www\.)?", "", address, flags=re.I).rstrip("/"))


def _by_address(address: str) -> RightsStatement | None:
    if match := _RS_ADDRESS.fullmatch(address):
        return next((r for r in RIGHTS.values() if r.short.casefold() == match[1].casefold()), None)
    if match := _PD_ADDRESS.fullmatch(address):
        return _CC0 if match[1].casefold() == "zero" else _PDM
    if match := _CC_ADDRESS.fullmatch(address):
        return _known_licence(match[1], match[2], match[3] or "")
    return None


def _known_licence(code: str, version: str, port: str) -> RightsStatement | None:
    code, port = code.casefold(), port.casefold()
    return _licence(code, version, port) if code in _LICENCES and not (port and version == "4.0") else None


def _by_label(text: str) -> RightsStatement | None:
    wanted = _plain(text)
    for statement in RIGHTS.values():
        if wanted in map(_plain, (statement.short, statement.english, statement.russian)):
            return statement
    if wanted in ("cc0 1.0", "public domain mark 1.0"):
        return _CC0 if wanted.startswith("cc0") else _PDM
    # A licence without a version is not completed by us: versions differ in what they allow.
    if (match := _CC_SHORT.fullmatch(wanted)) and match[2]:
        return _known_licence(match[1].replace(" ", "-"), match[2], "")
    return None


def _plain(text: str) -> str:
    return re.sub(r"[\s–—-]+", " ", text).strip().casefold()
