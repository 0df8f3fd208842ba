"""Search: making, size, memory, and how long 200 mixed questions take, beside SQLite's FTS5 in the same run.

    .venv/bin/python benchmarks/search.py [--passages 10000 100000] [--folder DIR]

Each size runs in a process of its own. FTS5 (Python's own SQLite) gets the same stems and is asked the same words; it
ranks passages by its bm25 and counts no facets, so that “ranking of passages” is what compares with it. A “page” is all
that a page of results takes but its HTML: parsing, names and spellings, ten records with three passages each and their
marks, and counts of eight facets. “Visible” is from a record in the library to its being found by a reader.

With `--copies 10` the analysed records are put in ten times under other keys: the index is as large as one of ten times
as many passages, and its texts repeat; the time of making is then that of the engine alone.
"""

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import nullcontext
from pathlib import Path
from threading import Thread

import msgspec
from search_fts5 import FullText
from search_material import GeneratedShelf, sentences, titles

from sourcebook.search.analysis import LanguageAnalyser
from sourcebook.search.answering import Searcher
from sourcebook.search.asking import Filters, Page, Question
from sourcebook.search.engine import Analysed
from sourcebook.search.engines.tantivy import TantivyEngine
from sourcebook.search.expansion import expand
from sourcebook.search.facets import Facet
from sourcebook.search.generations import Generations
from sourcebook.search.highlighting import LexiconHighlighter
from sourcebook.search.indexing import Indexer
from sourcebook.search.indexing.tokens import analyse
from sourcebook.search.keys import key_of
from sourcebook.search.lexicon_file import LexiconFile
from sourcebook.search.making import Surroundings, document_of
from sourcebook.search.names.naming import RecordNamer
from sourcebook.search.opening import LEXICON, ServingIndex
from sourcebook.search.parsing import parse

SIZES = (10_000, 100_000)
FACETS: tuple[Facet, ...] = ("medium", "language", "year", "decade", "theme", "person", "place", "kind")
SEED = 56


def questions() -> list[tuple[str, str]]:
    """200 of (sort, words as a reader types them), from the material itself."""
    chance = random.Random(SEED)  # noqa: S311 - nothing secret
    by_language = sentences()
    pool = by_language["en"] * 3 + by_language["ru"]

    def words(least: int = 4) -> list[str]:
        found = [word.strip(".,;:!?()“”\"'—–-") for word in chance.choice(pool).split()]
        return [word for word in found if len(word) >= least and word.isalpha()] or words(least)

    def run(length: int) -> str:
        found = [word.strip(".,;:!?()“”\"'") for word in chance.choice(pool).split()]
        start = chance.randrange(max(1, len(found) - length))
        return " ".join(found[start : start + length])

    def misspelt() -> str:
        word = chance.choice(words(6))
        place = chance.randrange(1, len(word) - 1)
        return word[:place] + word[place + 1 :]

    names = [title.partition(",")[0] for title in titles()[:400]]
    made = [("one word", chance.choice(words())) for _ in range(40)]
    made += [("two words", f"{chance.choice(words())} {chance.choice(words())}") for _ in range(50)]
    made += [("three words", " ".join(chance.choice(words()) for _ in range(3))) for _ in range(20)]
    made += [("phrase", f'"{run(3)}"') for _ in range(20)]
    made += [("prefix", f"{chance.choice(words(6))[:4]}*") for _ in range(20)]
    made += [("misspelt", misspelt()) for _ in range(10)]
    made += [("name", chance.choice(names)) for _ in range(20)]
    made += [
        ("with a year", f"{chance.choice(words())} year:{chance.randrange(1920, 1990)}") for _ in range(20)
    ]
    return made


class OpenDoor:
    """Everything is published."""

    def in_force(self, references: Collection[str]) -> Collection[str]:
        return references


Times = dict[str, list[tuple[float, float]]]
"""By sort of question: milliseconds that passed, and milliseconds of processor."""


def timed(do: Callable[[str], object], asked: Sequence[tuple[str, str]]) -> Times:
    """Each question is asked once before it counts."""
    taken: Times = {}
    for sort, words in asked:
        do(words)
        start, processor = time.perf_counter(), time.process_time()
        do(words)
        passed = time.perf_counter() - start, time.process_time() - processor
        taken.setdefault(sort, []).append((passed[0] * 1000, passed[1] * 1000))
    return taken


def told(name: str, taken: Times) -> None:
    """On a machine that others use too, only the time of processor tells."""
    figures = []
    for which in (0, 1):
        cut = statistics.quantiles([value[which] for values in taken.values() for value in values], n=100)
        figures.append(f"p50 {cut[49]:7.2f}  p99 {cut[98]:7.2f}")
    print(f"  {name:<30} ms passed {figures[0]}   ms of processor {figures[1]}", flush=True)
    medians = (f"{sort} {statistics.median(one[1] for one in values):.1f}" for sort, values in taken.items())
    print("      " + ", ".join(medians), flush=True)


def measure(passages: int, copies: int, folder: Path, with_fts5: bool) -> None:
    print(f"{passages:,} passages" + (f", {copies} times" if copies > 1 else ""), flush=True)
    shelf = GeneratedShelf(passages)
    indexer = Indexer(folder, LanguageAnalyser(), RecordNamer())
    start = time.perf_counter()
    processor = time.process_time()
    if copies > 1:
        make_copies(shelf, copies, folder, indexer.fingerprint)
    else:
        indexer.make_anew(shelf, lambda: nullcontext(shelf))
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    index = ServingIndex(folder)
    standing = index.reader().standing()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  made in {seconds:.0f} s ({processor:.0f} s of processor): {standing.passages:,} passages of "
        f"{standing.records:,} records; {size / 1e6:,.0f} MB; peak memory {peak:,.0f} MB",
        flush=True,
    )
    ask(index)
    if copies == 1:
        visible(indexer, shelf, index)
    if with_fts5:
        beside_fts5(passages, copies, folder)


def make_copies(shelf: GeneratedShelf, copies: int, folder: Path, fingerprint: str) -> None:
    """One analysis, many keys."""
    generations = Generations(folder)
    path = generations.begin(fingerprint)
    analyser, namer, seen = LanguageAnalyser(), RecordNamer(), Counter[tuple[str, str, str]]()
    engine, lexicon = TantivyEngine(path, large=True), LexiconFile(path / LEXICON, writing=True, new=True)
    batch: list[Analysed] = []
    names = {}
    for record in shelf.everything():
        document = document_of(record, Surroundings(address=shelf.address(record)))
        if document is not None:
            batch.append(analyse(document, analyser, seen))
            names[record.reference] = list(namer.names(record))
        if len(batch) == 500:
            put_copies(engine, batch, copies)
            batch = []
    put_copies(engine, batch, copies)
    lexicon.add(seen, names)
    engine.apply([], [], 1)
    engine.close()
    lexicon.close()
    generations.serve(path)


def put_copies(engine: TantivyEngine, batch: list[Analysed], copies: int) -> None:
    replace = msgspec.structs.replace
    for copy in range(copies):
        again = []
        for one in batch:
            key = key_of(f"{one.document.identifier}-{copy}")
            passages = tuple(replace(p, id=f"{key}/{p.number}", key=key) for p in one.document.passages)
            document = replace(one.document, key=key, passages=passages)
            again.append(Analysed(document, one.record, one.passages))
        engine.apply(again, [], 0)


def ask(index: ServingIndex) -> None:
    asked = questions()
    lexicon = index.lexicon
    searcher = Searcher(index, OpenDoor(), LexiconHighlighter(lexicon))

    def ranking(words: str) -> object:
        return index.reader().records(expand(parse(words), lexicon).match, Filters())

    def passages(words: str) -> object:
        return index.reader().passages(expand(parse(words), lexicon).match, Filters(), limit=10)

    def counted(words: str) -> object:
        match = expand(parse(words), lexicon).match
        return index.reader().records(match, Filters()), index.reader().counts(match, Filters(), FACETS)

    def page(words: str) -> object:
        expanded = expand(parse(words), lexicon)
        question = Question(
            match=expanded.match, loose=expanded.loose, facets=FACETS, values=12, page=Page(0, 10)
        )
        return msgspec.json.encode(searcher.search(question, budget=60.0))

    told("ranking of records", timed(ranking, asked))
    told("ranking of passages", timed(passages, asked))
    told("records and eight facets", timed(counted, asked))
    told("page", timed(page, asked))


def visible(indexer: Indexer, shelf: GeneratedShelf, index: ServingIndex) -> None:
    """A record is published, then found; withdrawn, then gone."""
    from search_material import records

    waits = []
    for number in range(10):
        word = f"zyxw{number}"
        some = next(record for record in records(10) if record.kind == "source")
        record = msgspec.structs.replace(some, id=f"new{number}", slug=f"new-{number}", keywords=(word,))  # type: ignore[call-arg]
        shelf.more[record.id] = record
        start = time.perf_counter()
        taking = Thread(target=indexer.take, args=(shelf,))
        taking.start()
        while not index.reader().frequency("forms", word):
            time.sleep(0.005)
        waits.append((time.perf_counter() - start) * 1000)
        taking.join()
    print(
        f"  visible after {statistics.median(waits):.0f} ms, at most {max(waits):.0f} ms (of 10)", flush=True
    )


def beside_fts5(passages: int, copies: int, folder: Path) -> None:
    start = time.perf_counter()
    full_text = FullText(folder / "fts5.sqlite3")
    count = full_text.fill(GeneratedShelf(passages), copies)
    seconds = time.perf_counter() - start
    size = (folder / "fts5.sqlite3").stat().st_size
    print(
        f"  FTS5: {count:,} in {seconds:.0f} s, {count / seconds:,.0f} a second; {size / 1e6:,.0f} MB",
        flush=True,
    )
    usual = [(sort, words) for sort, words in questions() if sort not in ("misspelt", "with a year", "name")]
    told("FTS5, ten best passages", timed(full_text.ask, usual))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--folder", type=Path, help="keep the indexes here")
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--without-fts5", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    told = parser.parse_args()
    for passages in told.passages:
        if told.folder:
            told.folder.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=told.folder))
        try:
            if told.one:
                measure(passages, told.copies, folder, not told.without_fts5)
            else:
                again = [sys.executable, __file__, "--one", "--passages", str(passages)]
                again += ["--copies", str(told.copies)]
                again += ["--without-fts5"] if told.without_fts5 else []
                again += ["--folder", str(told.folder)] if told.folder else []
                subprocess.run(again, check=True)
        finally:
            if not told.folder:
                shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
