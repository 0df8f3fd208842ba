"""TEI in and records out: documents, notes, persons, pointers, letters; time beside a bare parse, and peak memory.

    python benchmarks/tei_counts.py [DATA]

DATA is the folder of shared material (../shared/data beside the checkout, unless named). What goes in is counted in the
XML by itself, without our reader; each set of files is read in a process of its own.
"""

import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from lxml import etree

from sourcebook.ingest.tei import read
from sourcebook.record import Person, Source, Subject, Theme

NAMESPACE = "{http://www.tei-c.org/ns/1.0}"
SETS = {
    "the issue's": ["milestones/1953-1960.xml", "frus-1956-excerpt", "frus-tei"],
    "1918 Russia III": ["frus-tei/frus1918Russiav03.xml"],
    "1894 Nicaragua": ["frus-tei/frus1894Nicaragua.xml"],
    "milestones": ["milestones"],
    "plays": ["rusdracor"],
    "history of FRUS": ["frus-history/articles", "frus-history/documents"],
}
_LINK = re.compile(r"\]\((?:[a-z]+:[a-z0-9-]+(?:#[^\s()]+)?|https?://[^\s()]+)\)")
_PAGE = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]\(page:[\w.-]+\)")
_TARGETS = re.compile(r"\]\([^()\s]*\)|\[\^[A-Za-z0-9_.-]+\]|(?<=\[)Illustration")


def files(paths: list[Path]) -> list[Path]:
    """All `.xml` of files and folders."""
    return [file for path in paths for file in (sorted(path.rglob("*.xml")) if path.is_dir() else [path])]


def counted_in(paths: list[Path]) -> dict[str, int]:
    """What the files hold, by the XML alone."""
    found = dict.fromkeys(("documents", "essays", "notes", "listed persons", "pointers", "letters"), 0)
    for file in files(paths):
        text = etree.parse(file).getroot().find(f"{NAMESPACE}text")
        assert text is not None
        divisions = [division.get("type") for division in text.iter(f"{NAMESPACE}div")]
        found["documents"] += divisions.count("document")
        found["essays"] += divisions.count("section") if "milestones" in str(file) else 0
        found["notes"] += sum(note.get("rend") != "inline" for note in text.iter(f"{NAMESPACE}note"))
        identifier = "{http://www.w3.org/XML/1998/namespace}id"
        found["listed persons"] += sum(
            identifier in name.attrib for name in text.iter(f"{NAMESPACE}persName")
        )
        found["pointers"] += sum("target" in e.attrib or "corresp" in e.attrib for e in text.iter("*"))
        found["letters"] += sum(map(str.isalnum, "".join(str(part) for part in text.itertext())))
    return found


def measure(paths: list[Path]) -> None:
    """Read the files and print both sides."""
    start = time.perf_counter()
    for file in files(paths):
        etree.parse(file)
    parsed = time.perf_counter() - start
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    arrival = read(paths)
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    records = list(arrival.records.values())
    sources = [record for record in records if isinstance(record, Source)]
    versions = [version for source in sources for version in source.texts]
    # A volume's lists of its documents are ours, in the place where the documents stand.
    passages = [p for version in versions for p in version.passages if not p.key.endswith("contents")]
    texts = [passage.speaker + " " + passage.text for passage in passages]
    texts += [note.text for version in versions for note in version.notes]
    texts += [essay.body for record in records if isinstance(record, Subject) for essay in record.essays]
    texts += [
        text for record in records if isinstance(record, Theme) for text in record.introduction.values()
    ]
    texts += [
        r.title["en"] for r in records if isinstance(r, Subject) or (isinstance(r, Theme) and r.introduction)
    ]
    said = [line.message for line in arrival.lines]
    out = {
        "documents": sum(bool(source.part_of) for source in sources) or len(sources),
        "essays": sum(
            isinstance(r, Subject) or (isinstance(r, Theme) and bool(r.introduction)) for r in records
        ),
        "notes": sum(len(version.notes) for version in versions),
        "persons": sum(isinstance(record, Person) for record in records),
        "links": sum(len(_LINK.findall(text)) for text in texts),
        "dangling": sum("leads to nothing" in message for message in said),
        "letters": sum(map(str.isalnum, "".join(_TARGETS.sub("", _PAGE.sub("", text)) for text in texts))),
    }
    print("  in: ", ", ".join(f"{count:,} {name}" for name, count in counted_in(paths).items()))
    print(
        "  out:", ", ".join(f"{count:,} {name}" for name, count in out.items()), f"· {len(records):,} records"
    )
    size = sum(file.stat().st_size for file in files(paths)) / 1e6
    print(
        f"  {size:.1f} MB in {took:.2f} s, {took / parsed:.0f} times a bare parse; "
        f"peak {after / 1024:.0f} MiB, {(after - before) / 1024:.0f} above it; {len(said)} notices"
    )


def main(data: Path) -> None:
    """Each set in a process of its own, so that one's memory is not another's."""
    for name, paths in SETS.items():
        print(name, flush=True)
        words = [sys.executable, __file__, "--measure", *(str(data / path) for path in paths)]
        subprocess.run(words, check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        # What reads TEI may have something to say, in the language that is set.
        settings.configure(USE_I18N=False)
        measure([Path(word) for word in sys.argv[2:]])
    else:
        main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).resolve().parents[2] / "shared" / "data")
