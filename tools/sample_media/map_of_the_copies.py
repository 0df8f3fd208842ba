"""The map: Europe between Paris and Tbilisi, and the ways by which the text left Moscow."""

from atlas import Atlas, Point, project
from look import ACCENT, FAINT, GREY, INK, PAPER, page

WIDTH, HEIGHT = 2000, 1500
CENTRE: Point = (960, 850)

SOVIET = (
    *("Russia", "Ukraine", "Belarus", "Moldova", "Estonia", "Latvia", "Lithuania"),
    *("Georgia", "Armenia", "Azerbaijan", "Kazakhstan"),
)
ALLIED = ("Poland", "Czechia", "Slovakia", "Hungary", "Romania", "Bulgaria", "Albania")

# City: longitude, latitude, Russian name, place of its label (dx, dy, anchor), and whether the story passes through.
CITIES: dict[str, tuple[float, float, str, tuple[int, int, str], bool]] = {
    "Moscow": (37.6173, 55.7558, "Москва", (26, -8, "start"), True),
    "Warsaw": (21.0122, 52.2297, "Варшава", (34, 42, "start"), True),
    "Poznań": (16.9252, 52.4064, "Познань", (0, -52, "middle"), True),
    "Stalinogród (Katowice)": (19.0238, 50.2649, "Сталиногруд", (22, 28, "start"), False),
    "Budapest": (19.0402, 47.4979, "Будапешт", (24, 4, "start"), True),
    "Belgrade": (20.4489, 44.7866, "Белград", (22, 6, "start"), False),
    "Tbilisi": (44.8271, 41.7151, "Тбилиси", (-24, 40, "end"), True),
    "Stockholm": (18.0686, 59.3293, "Стокгольм", (28, -14, "start"), True),
    "Prague": (14.4378, 50.0755, "Прага", (-20, 0, "end"), False),
    "Berlin": (13.405, 52.52, "Берлин", (-20, -4, "end"), False),
    "Bucharest": (26.1025, 44.4268, "Бухарест", (20, 16, "start"), False),
    "Sofia": (23.3219, 42.6977, "София", (20, 16, "start"), False),
    "Paris": (2.3522, 48.8566, "Париж", (0, 46, "middle"), False),
    "Vienna": (16.3738, 48.2082, "Вена", (-20, 4, "end"), False),
}

LINE = {
    "sent": f'stroke="{ACCENT}" stroke-width="9"',
    "sent-thin": f'stroke="{ACCENT}" stroke-width="3.5" stroke-opacity=".75"',
    "told": f'stroke="{ACCENT}" stroke-width="7" stroke-dasharray="26 15"',
    "guess": f'stroke="{ACCENT}" stroke-width="6" stroke-dasharray="2 17" stroke-linecap="round"',
}


def _way(start: Point, end: Point, bend: float, kind: str, arrow: bool = True) -> str:
    """A curve that bends to the left of its direction by a share of its length, and stops short of the mark."""
    (x1, y1), (x2, y2) = start, end
    cx, cy = (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend
    length = ((x2 - cx) ** 2 + (y2 - cy) ** 2) ** 0.5 or 1.0
    x2, y2 = x2 - (x2 - cx) / length * 24, y2 - (y2 - cy) / length * 24
    head = ' marker-end="url(#head)"' if arrow else ""
    return (
        f'<path d="M{x1:.0f},{y1:.0f}Q{cx:.0f},{cy:.0f} {x2:.0f},{y2:.0f}" fill="none" {LINE[kind]}{head}/>'
    )


def _city(name: str, at: Point) -> str:
    _, _, russian, (dx, dy, anchor), main = CITIES[name]
    x, y = at
    mark = (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="11" fill="{PAPER}" stroke="{INK}" stroke-width="6"/>'
        if main
        else f'<circle cx="{x:.0f}" cy="{y:.0f}" r="7" fill="{INK}"/>'
    )
    size, weight = (36, 700) if main else (27, 400)
    text = f'text-anchor="{anchor}" paint-order="stroke" stroke="{PAPER}" stroke-width="7" stroke-linejoin="round"'
    return (
        f'{mark}<text x="{x + dx:.0f}" y="{y + dy:.0f}" font-size="{size}" font-weight="{weight}" fill="{INK}" {text}>'
        f'{name}<tspan x="{x + dx:.0f}" dy="{size * 0.82:.0f}" font-size="{size * 0.72:.0f}" font-style="italic" '
        f'font-weight="400" fill="{GREY}">{russian}</tspan></text>'
    )


def _note(x: int, y: int, english: str, russian: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x}" y="{y}" font-family="PT Sans" font-size="25" fill="{ACCENT}" text-anchor="{anchor}" '
        f'paint-order="stroke" stroke="{PAPER}" stroke-width="7" stroke-linejoin="round">{english}'
        f'<tspan x="{x}" dy="29" font-size="22" fill="{GREY}">{russian}</tspan></text>'
    )


def _ways(at: dict[str, Point]) -> str:
    moscow, warsaw = at["Moscow"], at["Warsaw"]
    thin = [("Prague", 0.10), ("Berlin", 0.16), ("Bucharest", -0.08), ("Sofia", -0.10), ("Budapest", -0.03)]
    return "".join(
        [
            *(_way(moscow, at[city], bend, "sent-thin", arrow=False) for city, bend in thin),
            _way(moscow, warsaw, 0.08, "sent"),
            _way(moscow, at["Stockholm"], 0.10, "told"),
            _way(warsaw, (1270, HEIGHT + 60), 0.10, "told", arrow=False),
            _way(warsaw, at["Paris"], 0.12, "guess"),
        ]
    )


_TITLE = """
<div class="title"><h1>The Way of the Copies, 1956<span>Пути копий, 1956 год</span></h1><div class="rule"></div>
<p class="small">Modern frontiers. Darker: once Soviet; lighter: the allies of 1956.<br>
The east of Germany, an ally too, is not set apart here.<br>
Границы современные; темнее – бывший СССР, светлее – союзники 1956 года (восток Германии, тоже союзный, не выделен).</p>
</div>
"""


def _key() -> str:
    rows = (
        ("sent", "copy sent to Warsaw, March (documents)", "экземпляр для Варшавы, март (документы)"),
        (
            "sent-thin",
            "copies for other party leaders, days not known",
            "экземпляры другим вождям партий, дни неизвестны",
        ),
        (
            "told",
            "word of mouth or borrowed copy (memoirs)",
            "с чужих слов или взятый экземпляр (воспоминания)",
        ),
        ("guess", "known abroad by May, way unknown", "к маю известно за рубежом, путь неизвестен"),
    )
    text = 'x="132" font-family="PT Sans"'
    lines = "".join(
        f'<path d="M0,{y}h110" {LINE[kind]} fill="none"/><text {text} y="{y - 2}" font-size="23" fill="{INK}">{english}'
        f'<tspan x="132" dy="26" font-size="21" fill="{GREY}">{russian}</tspan></text>'
        for (kind, english, russian), y in zip(rows, range(14, HEIGHT, 66), strict=False)
    )
    box = f'<rect x="-36" y="-34" width="704" height="304" fill="{PAPER}" stroke="{FAINT}" stroke-width="2"/>'
    return f'<g transform="translate(84,1196)">{box}{lines}</g>'


def draw() -> str:
    atlas = Atlas(CENTRE)
    at = {name: project(row[0], row[1], CENTRE) for name, row in CITIES.items()}
    tints = {**dict.fromkeys(SOVIET, "#dfcfae"), **dict.fromkeys(ALLIED, "#ebdfc4")}
    land = "".join(
        f'<path d="{atlas.country(name)}" fill="{tints.get(name, "#f3ecdb")}" stroke="#b9ad95" stroke-width="1.4"/>'
        for name in atlas.rings
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="PT Serif">'
        f'<defs><marker id="head" viewBox="0 0 10 10" refX="5" refY="5" markerUnits="userSpaceOnUse" markerWidth="38" '
        f'markerHeight="38" orient="auto"><path d="M0,0L10,5L0,10L2.5,5Z" fill="{ACCENT}"/></marker></defs>'
        f'<rect width="100%" height="100%" fill="#d7dedb"/>{land}'
        f'<path d="{atlas.frontiers()}" fill="none" stroke="#8d8370" stroke-width="1.8" stroke-dasharray="7 5"/>'
        f"{_ways(at)}{''.join(_city(name, at[name]) for name in CITIES)}"
        f"{_note(1010, 560, 'Russian text, March', 'русский текст, март')}"
        f"{_note(1080, 330, 'a journalist’s notes, early March', 'записи журналиста, начало марта')}"
        f"{_note(1290, 1380, 'photographs to Tel Aviv, by 13 April,', 'фотографии в Тель-Авив, к 13 апреля,')}"
        f"{_note(1290, 1440, 'and on to Washington, about 17 April', 'и дальше в Вашингтон, около 17 апреля')}"
        f"{_note(330, 905, 'other versions, by 28 May', 'иные варианты, к 28 мая')}"
        f"{_key()}</svg>"
    )
    return page("map", svg + _TITLE, WIDTH, HEIGHT)
