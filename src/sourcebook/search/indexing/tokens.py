"""From a document to what an engine indexes of it, and to the forms that the lexicon keeps."""

from collections import Counter
from collections.abc import Sequence

from sourcebook.search.analysing import LONGEST_TOKEN, STOP, AnalysedPassage, AnalysedRecord, Analyser, Token
from sourcebook.search.documents import PassageDocument, RecordDocument
from sourcebook.search.engine import Analysed
from sourcebook.search.words.stop_words import STOP_WORDS

MOST_TELLING = 60

FormCounts = Counter[tuple[str, str, str]]
"""How often (form, main language, stem) was seen."""


def analyse(document: RecordDocument, analyser: Analyser, seen: FormCounts) -> Analysed:
    """The analysed document; what forms it has is added to `seen`."""
    body: list[str] = []
    forms: dict[str, None] = {}
    title: dict[str, None] = {}
    byline: dict[str, None] = {}
    for words in document.words:
        tokens = _counted(analyser, words.text, words.language, seen)
        _add(tokens, body, forms)
        if words.place in ("title", "names"):
            title.update(dict.fromkeys(_both(tokens)))
        elif words.place == "byline":
            byline.update(dict.fromkeys(_both(tokens)))
    passages = []
    for passage in document.passages:
        tokens = _counted(analyser, passage.text, passage.language, seen)
        passages.append(_passage(tokens))
        _add(_own(tokens, passage), body, forms)
    return Analysed(
        document=document,
        record=AnalysedRecord(
            body=" ".join(body),
            forms=" ".join(forms),
            title=" ".join(title),
            byline=" ".join(byline),
            order=_order(document, analyser),
            telling=_telling(body),
        ),
        passages=tuple(passages),
    )


def _counted(analyser: Analyser, text: str, language: str, seen: FormCounts) -> Sequence[Token]:
    tokens = analyser.tokens(text, language)
    main = language.partition("-")[0]
    seen.update([(token.form, main, token.stem) for token in tokens])
    for token in tokens:
        if token.also:
            seen.update((form, main, form) for form in token.also)
    return tokens


def _add(tokens: Sequence[Token], body: list[str], forms: dict[str, None]) -> None:
    if tokens:
        body.extend([token.stem[:LONGEST_TOKEN] for token in tokens])
        body.append(STOP)
        forms.update(dict.fromkeys(_forms(tokens)))


def _own(tokens: Sequence[Token], passage: PassageDocument) -> Sequence[Token]:
    """Without the look-ahead, which the next passage has."""
    if not passage.skipped:
        return tokens
    end = len(passage.text) - passage.skipped
    return [token for token in tokens if token.start < end]


def _passage(tokens: Sequence[Token]) -> AnalysedPassage:
    return AnalysedPassage(
        " ".join([token.stem[:LONGEST_TOKEN] for token in tokens]), " ".join(dict.fromkeys(_forms(tokens)))
    )


def _forms(tokens: Sequence[Token]) -> list[str]:
    forms = [token.form[:LONGEST_TOKEN] for token in tokens]
    return forms + [form[:LONGEST_TOKEN] for token in tokens if token.also for form in token.also]


def _both(tokens: Sequence[Token]) -> list[str]:
    return [token.stem[:LONGEST_TOKEN] for token in tokens] + _forms(tokens)


def _order(document: RecordDocument, analyser: Analyser) -> str:
    """Folded words of the first title, so that quotation marks and accents do not decide."""
    language, title = next(iter(document.title.items()), ("", document.reference))
    return " ".join(token.form for token in analyser.tokens(title[:200], language))


def _telling(body: list[str]) -> tuple[str, ...]:
    counts = Counter(body)
    common = (stem for stem, _ in counts.most_common(4 * MOST_TELLING))
    telling = [stem for stem in common if len(stem) > 2 and stem not in STOP_WORDS and not stem.isdigit()]
    return tuple(telling[:MOST_TELLING])
