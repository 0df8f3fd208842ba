"""The facsimile: a typed title page as it might have looked, and a band that says it is none."""

from look import page

WIDTH, HEIGHT = 1600, 2240

_TYPED = """
<div class="copy">Экз. №&nbsp;<s>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</s></div>
<div class="head">КОММУНИСТИЧЕСКАЯ ПАРТИЯ СОВЕТСКОГО СОЮЗА<br>ЦЕНТРАЛЬНЫЙ КОМИТЕТ</div>
<div class="name">О КУЛЬТЕ ЛИЧНОСТИ<br>И ЕГО ПОСЛЕДСТВИЯХ</div>
<div class="sub">Доклад Первого секретаря ЦК КПСС<br>тов. ХРУЩЕВА Н. С.<br>XX съезду<br>
Коммунистической партии<br>Советского Союза</div>
<div class="day">25 февраля 1956 года</div>
<div class="town">Москва – 1956</div>
"""

_BAND = """
<div class="band"><b>Modern illustration, not a document</b>
Drawn for the sample archive of Sourcebook. The words follow the report’s title; lay-out, type and stamps
are imagined.<br>
<i>Современная иллюстрация, не документ. Нарисована для образцового архива Sourcebook. Слова взяты из заглавия доклада;
расположение, шрифт и грифы вымышлены.</i></div>
"""

_STAMPS = '<div class="old">СТРОГО СЕКРЕТНО</div><div class="stamp">НЕ ДЛЯ ПЕЧАТИ</div>'


def _uneven(text: str) -> str:
    """Each letter a little off its line and a little lighter or darker, always in the same way."""
    letters, inside, seed = [], False, 7
    for letter in text:
        if letter in "<&":
            inside = True
        if inside or letter.isspace():
            letters.append(letter)
            inside = inside and letter not in ">;"
            continue
        seed = (seed * 1103515245 + 12345) % 2**31
        drop, ink = (seed >> 8) % 5 - 2, 74 + (seed >> 16) % 24
        letters.append(f'<u style="top:{drop * 0.6:.1f}px;opacity:.{ink}">{letter}</u>')
    return "".join(letters)


def draw() -> str:
    return page("facsimile", f'<div class="sheet">{_STAMPS}{_uneven(_TYPED)}</div>{_BAND}', WIDTH, HEIGHT)
