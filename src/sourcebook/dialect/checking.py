"""What an essay's own forms must hold: rows of timelines and maps, works that are cited."""

from collections.abc import Collection, Iterator

from markdown_it.token import Token

from sourcebook.dialect.drawings import fault_of, is_drawing, rows_of
from sourcebook.dialect.parsing import CITE, parser
from sourcebook.sentences import Sentence

_STROKES = {
    "timeline": Sentence("A row of a timeline has a stroke: `when | words`."),
    "map": Sentence("A row of a map has a stroke: `where | words`."),
}


def faults_of(markdown: str, cited: Collection[str]) -> Iterator[tuple[str, str]]:
    """For each fault a sentence, and the words where it is."""
    for token in parser().parse(markdown, {}):
        if token.type == "fence" and is_drawing(token):
            kind = token.info.split()[0]
            for where, words in rows_of(token.content):
                if words is None:
                    yield str(_STROKES[kind]), where
                elif fault := fault_of(kind, where):
                    yield fault, where
        yield from _uncited(token, cited)


def _uncited(token: Token, cited: Collection[str]) -> Iterator[tuple[str, str]]:
    for child in token.children or []:
        found = CITE.fullmatch(str(child.attrs["href"])) if child.type == "link_open" else None
        if found and found[1] not in cited:
            sentence = Sentence("A note cites “{work}”, which the bibliography does not have.", work=found[1])
            yield str(sentence), f"cite:{found[1]}"
