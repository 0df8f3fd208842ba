"""The words of dates in English and Russian, each with its part of speech: one letter, by which `grammar` works.

A text that holds any other word is not understood. Words are in lower case and without the dots of abbreviations.
"""

PHRASES: dict[str, str] = {
    "~": "about|approx|approximately|around|ca|ci|circa|roughly|some time around|approximate"
    "|около|ок|примерно|прибл|приблизительно",
    # A Latin c is “circa” before a date and “century” after an ordinal.
    "c": "c",
    "?": "uncertain|perhaps|possibly|probably|prob|maybe|guess|presumably|likely|?"
    "|вероятно|возможно|предположительно|предп|предпол|видимо|по - видимому|неточно|под вопросом",
    "<": "before|earlier than|prior to|not after|not later than|no later than|by"
    "|до|ранее|раньше|не позднее|не позже|к|ко",
    ">": "after|later than|not before|not earlier than|no earlier than"
    "|после|позднее|позже|не ранее|не раньше",
    "L": "or later|or after|and later|или позднее|или позже|и позднее|и позже",
    "o": "onwards|onward|и далее",
    "e": "or earlier|or before|and earlier|или ранее|или раньше|и ранее",
    "&": "and|и|&",
    "|": "or|или|либо",
    "B": "between|между",
    "F": "from|since|с|со|начиная с",
    "T": "to|through|till|until|up to|по",
    "G": "year|years|the year|г|гг|год|года|году|годы|годов|годах|годом",
    "C": "century|centuries|cent|век|века|веке|веков|веках|вв|столетие|столетия|столетии|ст",
    "v": "в|во",
    "w": "early|mid|middle|late|end|beginning|start|early part|latter part"
    "|начало|начале|начала|середина|середине|середины|конец|конце|конца|нач|сер|кон",
    "t": "turn|рубеж|рубеже",
    "k": "year in|decade in|decade somewhere during|day in|month in|a year in|a day in|a month in|sometime in"
    "|some time in|год в|месяц в|день в|один из дней|один из месяцев",
    "E": "bc|bce|b c|b c e|до н э|до нашей эры|до р х",
    "A": "ad|ce|a d|c e|н э|нашей эры|от р х",
    "J": "old style|o s|os|julian|julian calendar|ст ст|старый стиль|по старому стилю|старого стиля"
    "|по ст стилю|юлианский календарь",
    "N": "new style|n s|ns|gregorian|gregorian calendar|н ст|новый стиль|по новому стилю|нового стиля|по н стилю",
    # Acts by which a thing is made; acts that make it anew; acts that copy, show or mend it.
    "m": "made|created|written|drafted|painted|drawn|composed|recorded|filmed|taken|shot|photographed|signed|dated"
    "|sent|delivered|built|designed|active|fl|flourished|original|от|написано|написан|написана|создано"
    "|создан|создана|снято|снят|снята|записано|записан|записана|подписано|подписан|датировано|датирован",
    # One date of a life is a date; two are not a span that we should make up.
    "l": "born|b|died|d|род|родился|родилась|ум|умер|умерла",
    "z": "reworked|remade|reconstructed|assembled|revised|enlarged|completed|переработано|переработан|переработана",
    "x": "printed|reprinted|published|first published|first printed|first exhibited|engraved|cast|recast|exhibited"
    "|restored|repaired|reassembled|copied|digitised|digitized|issued|reissued|released|broadcast|translated"
    "|replica|editioned replica|enlarged version|exhibition copy|later print|later cast|later printing"
    "|posthumous cast|printed later|cast later|remade on installation|опубликовано|опубликован|опубликована"
    "|издано|издан|издана|переиздано|напечатано|напечатан|напечатана|оцифровано|оцифрован|перепечатано|копия",
    # Words that add nothing where they stand before a date.
    "": "the|in|a|an|of|on|during|at|date|дата|года от|течение",
}

_MONTHS = (
    "january jan|январь января январе январём янв",
    "february feb febr|февраль февраля феврале февралём фев февр",
    "march mar|март марта марте мартом мар",
    "april apr|апрель апреля апреле апрелем апр",
    "may|май мая мае маем",
    "june jun|июнь июня июне июнем июн",
    "july jul|июль июля июле июлем июл",
    "august aug|август августа августе августом авг",
    "september sep sept|сентябрь сентября сентябре сентябрём сен сент",
    "october oct|октябрь октября октябре октябрём окт",
    "november nov|ноябрь ноября ноябре ноябрём ноя нояб",
    "december dec|декабрь декабря декабре декабрём дек",
)
_SEASONS = (
    "spring|весна весны весной весною",
    "summer|лето лета летом",
    "autumn fall|осень осени осенью",
    "winter|зима зимы зимой зимою",
)
_WEEKDAYS = (
    "monday mon|понедельник",
    "tuesday tue tues|вторник",
    "wednesday wed|среда среду",
    "thursday thu thurs|четверг",
    "friday fri|пятница пятницу",
    "saturday sat|суббота субботу",
    "sunday sun|воскресенье",
)
# Fractions are (part, of how many).
_FRACTIONS = {
    (
        1,
        2,
    ): "first half|1st half|первая половина|первой половины|первой половине|1-я половина|1-я пол|перв пол"
    "|первое полугодие|первого полугодия",
    (
        2,
        2,
    ): "second half|2nd half|latter half|вторая половина|второй половины|второй половине|2-я половина|2-я пол"
    "|втор пол|второе полугодие|второго полугодия",
    (1, 3): "first third|1st third|первая треть|первой трети|1-я треть",
    (2, 3): "second third|middle third|2nd third|вторая треть|второй трети|2-я треть",
    (3, 3): "last third|third third|3rd third|последняя треть|последней трети",
    (1, 4): "first quarter|1st quarter|первая четверть|первой четверти|1-я четверть|первый квартал|i квартал",
    (
        2,
        4,
    ): "second quarter|2nd quarter|вторая четверть|второй четверти|2-я четверть|второй квартал|ii квартал",
    (
        3,
        4,
    ): "third quarter|3rd quarter|третья четверть|третьей четверти|3-я четверть|третий квартал|iii квартал",
    (4, 4): "fourth quarter|last quarter|4th quarter|последняя четверть|последней четверти|четвёртая четверть"
    "|четвертая четверть|4-я четверть|четвёртый квартал|четвертый квартал|iv квартал",
}

#: Texts that say that there is no date.
NO_DATE = frozenset(
    "no date|nd|n d|s d|sd|sine dato|undated|not dated|unknown|date unknown|date not known|date uncertain|unspecified"
    "|б д|без даты|дата неизвестна|дата не установлена|не датировано|неизвестно".split("|")
)


def _ordered(kind: str, groups: tuple[str, ...], first: int) -> dict[tuple[str, ...], tuple[str, int]]:
    return {
        (word,): (kind, number)
        for number, group in enumerate(groups, first)
        for word in group.replace("|", " ").split()
    }


#: A phrase as a tuple of words: its part of speech and, for what is counted, its number.
LEXICON: dict[tuple[str, ...], tuple[str, int]] = {
    **{
        tuple(phrase.split()): (kind, 0)
        for kind, phrases in PHRASES.items()
        for phrase in phrases.split("|")
        if phrase
    },
    **_ordered("M", _MONTHS, 1),
    **_ordered("S", _SEASONS, 21),
    **_ordered("W", _WEEKDAYS, 0),
    **{
        tuple(phrase.split()): ("h", 10 * part + parts)
        for (part, parts), phrases in _FRACTIONS.items()
        for phrase in phrases.split("|")
    },
}

LONGEST_PHRASE = max(map(len, LEXICON))
