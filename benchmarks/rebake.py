"""What one change costs, from the desk to the pages, in archives of 100, 1,000 and 10,000 sources.

    .venv/bin/python benchmarks/rebake.py [--sizes 100 1000 10000]

A whole archive each: rows restored to the desk, published, then one thing at a time is changed and published.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec


def measure(size: int, folder: Path) -> None:
    from material import records

    from sourcebook.archive_folder import make_archive_folder
    from sourcebook.web.desk import configure

    make_archive_folder(folder, address="http://127.0.0.1:8000")
    here = configure(folder)
    from sourcebook.publishing.actions import publish
    from sourcebook.publishing.gather import gather
    from sourcebook.publishing.restore import restore_all
    from sourcebook.web.template_database import new_database

    new_database(here)
    archive = list(records(size))
    start = time.perf_counter()
    restore_all(archive)
    restored = time.perf_counter()
    outcome = publish()
    published = time.perf_counter()
    print(
        f"{size:>6} sources: restored in {restored - start:.1f} s, {outcome.pages} pages published in "
        f"{published - restored:.1f} s, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )

    def change(what: str, reference: str, edit: Callable[[object, int], object]) -> None:
        times, spent, pages = [], [], 0
        for turn in range(5):
            restore_all([edit(gather(reference), turn)])
            before, start = time.process_time(), time.perf_counter()
            pages = publish([reference], workers=1).pages
            times.append(time.perf_counter() - start)
            spent.append(time.process_time() - before)
        print(
            f"        {what}: {pages} pages changed, {sorted(times)[2] * 1000:.0f} ms, "
            f"{sorted(spent)[2] * 1000:.0f} ms of processor time"
        )

    change(
        "description of a source",
        "source:source-1",
        lambda record, turn: msgspec.structs.replace(record, description={"en": f"Description {turn}"}),
    )
    change(
        "title of a source",
        "source:source-1",
        lambda record, turn: msgspec.structs.replace(record, title={"en": f"Title {turn}"}),
    )
    change(
        "name of a person",
        "person:person-1",
        lambda record, turn: msgspec.structs.replace(
            record, names=(msgspec.structs.replace(record.names[0], text=f"Name {turn}"),)
        ),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        with tempfile.TemporaryDirectory() as name:
            measure(options.one, Path(name) / "archive")
        return
    for size in options.sizes:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True, env=os.environ)


if __name__ == "__main__":
    main()
