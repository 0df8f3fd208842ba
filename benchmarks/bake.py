"""How fast pages are baked, all cores, beside Hugo (Debian's package) making pages of the same texts in the same run.

    .venv/bin/python benchmarks/bake.py [--sources 2000]

Ours are packed too (gzip and brotli) and note what they read; Hugo's template is a bare one, which favours Hugo.
"""

import argparse
import gzip
import os
import resource
import shutil
import subprocess
import tempfile
import time
from functools import partial
from pathlib import Path

import brotli
from material import records

from sourcebook.publishing.bakery import Bakery
from sourcebook.publishing.library import LogEntry, PublishedLibrary
from sourcebook.reading_room.entries import file_entries
from sourcebook.reading_room.pages import makers
from sourcebook.reading_room.site import make_site
from sourcebook.record import Record, Source, encode


def _settle() -> None:
    """Let the disk forget what was deleted: ext4 makes new files ten times slower for five seconds after."""
    os.sync()
    time.sleep(6)


def _processor() -> float:
    """Seconds of processor time of this process and of those it has waited for."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def ours(folder: Path, archive: list[Record]) -> None:
    site = make_site("http://127.0.0.1:8000", ("en",), lambda sha256, name: folder / name)
    log = [
        LogEntry(n, record.reference, f"i{n}", encode(record), "2026-01-01T00:00:00Z")
        for n, record in enumerate(archive, 1)
    ]
    with PublishedLibrary(folder / "library.sqlite3") as library:
        start = time.perf_counter()
        library.take(log, partial(file_entries, site=site))
        taken = time.perf_counter()
        before = _processor()
        Bakery(library, folder / "public", makers(site)).bake_stale()
        spent = _processor() - before
        baked = time.perf_counter()
    pages = sum(1 for _ in (folder / "public").rglob("index.html"))
    size = sum(path.stat().st_size for path in (folder / "public").rglob("index.html"))
    print(
        f"Sourcebook: {pages} pages ({size / pages / 1024:.1f} KiB each), filed in {taken - start:.1f} s, "
        f"baked in {baked - taken:.1f} s: {pages / (baked - taken):.0f} pages/s, "
        f"{pages / (baked - start):.0f} pages/s with filing; {spent / pages * 1000:.2f} ms of processor time a page"
    )


def hugo(folder: Path, archive: list[Record]) -> None:
    if not shutil.which("hugo"):
        print("Hugo IS ABSENT: install Debian's package hugo to compare.")
        return
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "content/sources").mkdir(parents=True)
    (folder / "hugo.toml").write_text('baseURL = "http://127.0.0.1/"\ntitle = "Peer"\n')
    (folder / "config.toml").write_text('baseURL = "http://127.0.0.1/"\ntitle = "Peer"\n')
    frame = "<!doctype html><html lang=en><title>{{ .Title }}</title><h1>{{ .Title }}</h1>"
    (folder / "layouts/_default/single.html").write_text(frame + "{{ .Content }}</html>")
    (folder / "layouts/_default/list.html").write_text(
        frame + "{{ range .Pages }}<a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}</html>"
    )
    sources = [record for record in archive if isinstance(record, Source)]
    for source in sources:
        text = "\n\n".join(passage.text for passage in source.texts[0].passages)
        title = source.title["en"].replace('"', "'")
        (folder / f"content/sources/{source.slug}.md").write_text(f'---\ntitle: "{title}"\n---\n{text}\n')
    before = _processor()
    start = time.perf_counter()
    subprocess.run(
        ["hugo", "--quiet"],
        cwd=folder,
        check=True,
        env={**os.environ, "HUGO_CACHEDIR": str(folder / "cache")},
    )
    seconds = time.perf_counter() - start
    spent = _processor() - before
    pages = sum(1 for _ in (folder / "public").rglob("index.html"))
    print(
        f"Hugo: {pages} pages in {seconds:.1f} s: {pages / seconds:.0f} pages/s; "
        f"{spent / pages * 1000:.2f} ms of processor time a page"
    )
    before = _processor()
    for path in (folder / "public").rglob("index.html"):
        page = path.read_bytes()
        path.with_name("index.html.gz").write_bytes(gzip.compress(page, 6, mtime=0))
        path.with_name("index.html.br").write_bytes(brotli.compress(page, quality=5))
    packing = _processor() - before
    print(
        f"Hugo's pages packed as ours are: {(spent + packing) / pages * 1000:.2f} ms of processor time a page"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=2000)
    archive = list(records(parser.parse_args().sources))
    _settle()
    with tempfile.TemporaryDirectory() as name:
        ours(Path(name), archive)
    _settle()
    with tempfile.TemporaryDirectory() as name:
        hugo(Path(name), archive)


if __name__ == "__main__":
    main()
