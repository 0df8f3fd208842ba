"""How much of real date texts is understood: the Tate's, with its own years, and English texts with their EDTF.

    python benchmarks/date_reading.py [DATA]

DATA is the folder of shared material (../shared/data beside the checkout, unless named). Prints shares and examples;
the time a text takes is printed beside that of PyPI edtf for the same texts.
"""

import csv
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import edtf as peer

from sourcebook.vocabulary.dates import read_date, says_no_date, understood, years

EXAMPLES = 6


def main(data: Path) -> None:
    """Print the report."""
    with (data / "tate" / "datetexts.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    tate(rows)
    lines_of_pairs = (
        (data / "edtf" / "english-to-edtf.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    )
    english([(text, edtf) for text, _, edtf in (line.partition("\t") for line in lines_of_pairs)])
    speed([row["dateText"] for row in rows])


def tate(rows: list[dict[str, str]]) -> None:
    """Shares of the Tate's texts, by text and by the works that bear them."""
    found: dict[str, list[tuple[str, str]]] = {}
    works: Counter[str] = Counter()
    for row in rows:
        text, wanted = row["dateText"], (row["tate_startYear"], row["tate_endYear"])
        date = read_date(text)
        have = tuple(map(str, years(date) or ("", "")))
        if not understood(date):
            kind = "says there is no date" if says_no_date(text) else "not read"
        elif have == wanted:
            kind = "read, the Tate's years"
        else:
            kind = "read, other years: " + difference(text, have, wanted)
        found.setdefault(kind, []).append(
            (text, f"{date.edtf}: {'–'.join(have)}, the Tate {'–'.join(wanted)}")
        )
        works[kind] += int(row["n_works"])
    print(f"The Tate: {len(rows)} texts of {works.total()} works")
    read = sum(len(texts) for kind, texts in found.items() if kind.startswith("read"))
    print(f"  read: {share(read, len(rows))}; leaving out those that say there is no date: ", end="")
    print(share(read, len(rows) - len(found.get("says there is no date", []))))
    for kind, texts in sorted(found.items(), key=lambda item: -len(item[1])):
        print(f"  {kind}: {share(len(texts), len(rows))}, works {share(works[kind], works.total())}")
        if kind != "read, the Tate's years":
            print("".join(f"      “{text}” {note}\n" for text, note in texts[:EXAMPLES]), end="")


def difference(text: str, have: tuple[str, ...], wanted: tuple[str, str]) -> str:
    """Why our years and the Tate's are not the same, as far as the text shows it."""
    if any(not year.isdecimal() for year in wanted):
        return "a year is missing or no number at the Tate"
    acts = ("cast", "printed", "published", "exhibited", "replica", "copy", "reconstructed", "remade")
    if any(act in text for act in acts) and any(sign in text for sign in ",;("):
        return "the text tells of a later act too"
    if any(word in text for word in ("before", "after", "by", "later")):
        return "an open bound"
    if any(word in text for word in ("early", "mid", "late")):
        return "a part of a decade or century"
    if "c." in text or "circa" in text:
        return "the Tate widens or narrows “about”"
    return "the Tate's years are not those of its text"


def english(pairs: list[tuple[str, str]]) -> None:
    """Agreement with the table of English texts."""
    same = [text for text, edtf in pairs if read_date(text).edtf == edtf]
    print(
        f"\nEnglish texts with EDTF: {len(pairs)}; the same EDTF: {share(len(same), len(pairs))}; the rest:"
    )
    for text, edtf in pairs:
        if text not in same:
            print(
                f"      “{text}” the table {edtf or 'nothing'}, ours {read_date(text).edtf or 'not understood'}"
            )


def speed(texts: list[str]) -> None:
    """Time for a text, beside the peer's reader of English with its bounds left out."""
    ours = timed(lambda: [read_date(text) for text in texts], len(texts))
    some = texts[::10]
    theirs = timed(lambda: [peer.text_to_edtf(text) for text in some], len(some))
    print(f"\nA text: {ours * 1e6:.0f} µs; PyPI edtf {theirs * 1e6:.0f} µs; ratio {theirs / ours:.1f}")


def timed(work: Callable[[], object], times: int) -> float:
    """Seconds of processor time for each of so many texts."""
    began = time.process_time()
    work()
    return (time.process_time() - began) / times


def share(part: int, whole: int) -> str:
    """“1401 (99.4 %)”."""
    return f"{part} ({100 * part / whole:.1f} %)"


if __name__ == "__main__":
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else beside)
