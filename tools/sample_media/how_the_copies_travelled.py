"""The diagram: every form the text took, in the order of time, and how well each step between them is known."""

from itertools import cycle
from typing import NamedTuple

from look import ACCENT, FAINT, GREY, INK, PAPER, page

WIDTH, HEIGHT = 2360, 1430
CARD, TALL = 248, 172
FIRST_COLUMN, COLUMN = 232, 306
FIRST_LANE, LANE = 200, 236

DARK = "#efe8d7"
LANES = (
    ("Soviet Union", "СССР"),
    ("Allied parties", "Союзные партии"),
    ("Governments", "Ведомства"),
    ("Hearsay", "С чужих слов"),
    ("The press", "Печать"),
)

KNOWN, TOLD, GUESS = "", "18 10", "2 14"


class Form(NamedTuple):
    """One form of the text, by its column and lane."""

    column: int
    lane: int
    english: str
    russian: str
    when: str
    lost: bool = False

    @property
    def x(self) -> int:
        return FIRST_COLUMN + self.column * COLUMN

    @property
    def y(self) -> int:
        return FIRST_LANE + self.lane * LANE + (LANE - TALL) // 2

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + CARD // 2, self.y + TALL // 2


DRAFT = Form(0, 0, "Drafts", "проекты", "18–25 Feb. · фев.")
SPOKEN = Form(1, 0, "As spoken", "как прозвучало", "25 Feb. · фев.", lost=True)
EDITED = Form(2, 0, "Edited text", "отредактированный текст", "1 March · марта")
BOOKLET = Form(3, 0, "Booklet", "брошюра «Не для печати»", "from 5 March · с 5 марта")
JOURNAL = Form(6, 0, "Soviet edition", "советское издание", "March · март 1989")
SHORTENED = Form(2, 1, "Shortened copy", "сокращённый экземпляр", "March · март")
POLISH = Form(3, 1, "Warsaw edition", "варшавское издание", "late March · конец марта")
PHOTOGRAPHS = Form(4, 2, "Photographs", "фотографии", "by 13 April · к 13 апр.")
ENGLISH = Form(5, 2, "English translation", "английский перевод", "by 1 June · к 1 июня")
RELEASED = Form(6, 2, "Released text", "обнародованный текст", "4 June · июня")
NOTES = Form(2, 3, "A journalist’s notes", "записи журналиста", "early March · нач. марта")
OTHER = Form(4, 3, "Other versions", "иные варианты", "by 28 May · к 28 мая")
AGENCY = Form(3, 4, "Agency report", "сообщение агентства", "mid-March · сер. марта")
PAPER_OF_RECORD = Form(6, 4, "The New York Times", "«Нью-Йорк таймс»", "5 June · июня")

STEPS: tuple[tuple[Form, Form, str], ...] = (
    (DRAFT, SPOKEN, KNOWN),
    (DRAFT, EDITED, KNOWN),
    (SPOKEN, EDITED, GUESS),
    (EDITED, BOOKLET, KNOWN),
    (BOOKLET, JOURNAL, KNOWN),
    (EDITED, SHORTENED, KNOWN),
    (SHORTENED, POLISH, KNOWN),
    (POLISH, PHOTOGRAPHS, TOLD),
    (PHOTOGRAPHS, ENGLISH, TOLD),
    (POLISH, OTHER, GUESS),
    (OTHER, ENGLISH, GUESS),
    (SPOKEN, NOTES, TOLD),
    (NOTES, AGENCY, KNOWN),
    (ENGLISH, RELEASED, KNOWN),
    (RELEASED, PAPER_OF_RECORD, KNOWN),
)
FORMS = tuple(dict.fromkeys(form for start, end, _ in STEPS for form in (start, end)))

# Steps that leave by the lower edge of a card, because its side already has a way out.
DOWN_FIRST = {(POLISH, OTHER), (SPOKEN, NOTES)}


def _card(form: Form) -> str:
    kind = "card lost" if form.lost else "card"
    return (
        f'<div class="{kind}" style="left:{form.x}px;top:{form.y}px;width:{CARD}px;height:{TALL}px">'
        f"<b>{form.english}</b><i>{form.russian}</i><span>{form.when}</span></div>"
    )


def _line(start: Form, end: Form, dash: str) -> str:
    cap = "round" if dash == GUESS else "butt"
    return (
        f'<path d="{_course(start, end)}" fill="none" stroke="{ACCENT}" stroke-width="6" stroke-dasharray="{dash}" '
        f'stroke-linecap="{cap}" marker-end="url(#head)"/>'
    )


def _course(start: Form, end: Form) -> str:
    """Straight along a lane or a column, else round one corner; over the top of a card that stands between."""
    (x1, y1), (x2, y2) = start.middle, end.middle
    short = 14
    if start.lane == end.lane:
        if (start, end) == (DRAFT, EDITED):
            top = start.y - 50
            up = f"M{x1},{start.y}V{top + 16}Q{x1},{top} {x1 + 16},{top}"
            return f"{up}H{x2 - 16}Q{x2},{top} {x2},{top + 16}V{end.y - short}"
        return f"M{start.x + CARD},{y1}H{end.x - short}"
    if start.column == end.column:
        return f"M{x1},{start.y + TALL}V{end.y - short}"
    if (start, end) in DOWN_FIRST:
        return f"M{x1},{start.y + TALL}V{y2 - 24}Q{x1},{y2} {x1 + 24},{y2}H{end.x - short}"
    if end.lane > start.lane:
        return f"M{start.x + CARD},{y1}H{x2 - 24}Q{x2},{y1} {x2},{y1 + 24}V{end.y - short}"
    return f"M{start.x + CARD},{y1}H{x2 - 24}Q{x2},{y1} {x2},{y1 - 24}V{end.y + TALL + short}"


def _key() -> str:
    rows = (
        (KNOWN, "documents", "документы"),
        (TOLD, "memoirs", "воспоминания"),
        (GUESS, "guesses", "догадки"),
    )
    return "".join(
        f'<g transform="translate({1392 + n * 320},92)"><path d="M0,0H84" stroke="{ACCENT}" stroke-width="6" '
        f'stroke-dasharray="{dash}" stroke-linecap="{"round" if dash == GUESS else "butt"}"/>'
        f'<text x="102" y="-2" font-size="25" fill="{INK}">{english}<tspan x="102" dy="28" font-size="22" '
        f'fill="{GREY}">{russian}</tspan></text></g>'
        for n, (dash, english, russian) in enumerate(rows)
    )


def draw() -> str:
    lanes = "".join(
        f'<rect x="0" y="{y}" width="{WIDTH}" height="{LANE}" fill="{tint}"/>'
        f'<text x="44" y="{y + LANE // 2 - 6}" font-size="26" font-weight="700" fill="{INK}">{english}'
        f'<tspan x="44" dy="32" font-size="22" font-weight="400" fill="{GREY}">{russian}</tspan></text>'
        for (english, russian), y, tint in zip(LANES, range(FIRST_LANE, HEIGHT, LANE), cycle((DARK, PAPER)))
    )
    # The journal of 1989 lies beyond a break in the course of time.
    gap = (
        f'<path d="M{JOURNAL.x - 60},{FIRST_LANE + 14}v{LANE - 28}" stroke="{FAINT}" stroke-width="6" '
        f'stroke-dasharray="2 13" stroke-linecap="round"/>'
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="PT Sans">'
        f'<defs><marker id="head" viewBox="0 0 10 10" refX="6" refY="5" markerUnits="userSpaceOnUse" markerWidth="34" '
        f'markerHeight="34" orient="auto"><path d="M0,0L10,5L0,10L2.5,5Z" fill="{ACCENT}"/></marker></defs>'
        f"{lanes}{gap}{''.join(_line(*step) for step in STEPS)}{_key()}</svg>"
    )
    title = '<div class="title"><h1>How the Copies Travelled<span>Как путешествовали копии</span></h1></div>'
    return page("diagram", svg + title + "".join(map(_card, FORMS)), WIDTH, HEIGHT)
