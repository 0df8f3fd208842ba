"""From the tokens of a line to its runs."""

from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from sourcebook.dialect.parsing import CITE, parse
from sourcebook.dialect.words import Citation, Entity, Link, NoteCall, Run, Style, Words, merged
from sourcebook.errors import SourcebookError
from sourcebook.sentences import Sentence

_STYLES: dict[str, Style] = {"em_open": "em", "strong_open": "strong"}


class UnsaidError(SourcebookError):
    """The editor's blocks cannot say this; it stays Markdown."""


def words_of_tokens(tokens: Sequence[Token]) -> Words:
    """The runs of a line; an `UnsaidError` for pictures among words, links without words and the like."""
    runs: list[Run] = []
    styles: list[Style] = []
    entity: Entity = None
    links: list[int] = []
    for position, token in enumerate(tokens):
        match token.type:
            case "text" | "text_special":
                runs.append(Run(token.content, frozenset(styles), entity))
            case "softbreak":
                runs.append(Run(" ", frozenset(styles), entity))
            case "hardbreak":
                runs.append(Run("\n", frozenset(styles), entity))
            case "code_inline":
                runs.append(Run(token.content, frozenset([*styles, "code"]), entity))
            case "em_open" | "strong_open":
                styles.append(_STYLES[token.type])
            case "em_close" | "strong_close":
                styles.remove(_STYLES[token.type.replace("close", "open")])
            case "footnote_ref":
                if entity is not None:
                    raise UnsaidError(Sentence("A note is called inside a link."))
                key = str(token.meta["label"])
                runs.append(Run(key, frozenset(styles), NoteCall(key)))
            case "link_open":
                href = str(token.attrs["href"])
                if cited := CITE.fullmatch(href):
                    runs.append(
                        Run(cited[1], frozenset(styles), Citation(cited[1], _label(tokens, position)))
                    )
                    entity = Citation("")
                    continue
                entity = Link(href, str(token.attrs.get("title") or ""))
                if runs and runs[-1].entity == entity:
                    raise UnsaidError(Sentence("Two links to one thing touch."))
                links.append(len(runs))
            case "link_close":
                if entity == Citation(""):
                    runs = [run for run in runs if run.entity != entity]
                elif len(merged(runs[links[-1] :])) == 0:
                    raise UnsaidError(Sentence("A link has no words."))
                entity = None
            case _:
                raise UnsaidError(Sentence("A line has {kind}.", kind=token.type))
    return merged(runs)


def _label(tokens: Sequence[Token], opened: int) -> str:
    """The plain words of a citation's label."""
    label = []
    for token in tokens[opened + 1 :]:
        if token.type == "link_close":
            break
        if token.type not in ("text", "text_special", "softbreak"):
            raise UnsaidError(Sentence("The place in a cited work is plain words."))
        label.append(token.content or " ")
    return "".join(label)


def read_words(markdown: str, notes: Iterable[str] = ()) -> Words:
    """The runs of one paragraph; an `UnsaidError` where it is none."""
    tokens, _ = parse(markdown, notes)
    if not tokens:
        return ()
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        raise UnsaidError(Sentence("This is no single paragraph."))
    return words_of_tokens(tokens[1].children or [])
