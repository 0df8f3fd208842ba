"""Real TEI into a new archive and out to pages: time, memory, and what re-publishing costs after a name changes.

    .venv/bin/python benchmarks/real_volumes.py

Through the front door: the command, one process a step. What was counted in and out is told by `tei_counts.py`.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
PATHS = [SHARED / "milestones/1953-1960.xml", SHARED / "frus-1956-excerpt", SHARED / "frus-tei"]


def run(what: str, folder: Path, *words: str) -> str:
    """Run the command; print its time, processor time and peak memory."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "sourcebook.cli", "--archive", str(folder), *words], stdout=subprocess.PIPE
    )
    assert process.stdout
    told = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"`sourcebook {' '.join(words)}` failed:\n{told}")
    print(
        f"{what:<44} {time.perf_counter() - start:6.1f} s  {usage.ru_utime + usage.ru_stime:6.1f} s processor  "
        f"{usage.ru_maxrss / 1024:5.0f} MiB"
    )
    return told


def main() -> None:
    if not SHARED.is_dir():
        sys.exit("REAL MATERIAL IS ABSENT: the shared data folder is not beside the checkout.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "archive"
        run("new archive", folder, "new", str(folder), "--title", "Diplomatic papers")
        report = json.loads(run("import", folder, "import", *map(str, PATHS), "--json"))
        print("    ", report.get("counts", {}))
        print("    ", run("publish", folder, "publish").strip())
        print("    ", f"{sum(1 for _ in (folder / 'public').rglob('index.html'))} HTML pages")
        run("import again", folder, "import", *map(str, PATHS), "--json")
        portable = Path(name) / "portable"
        run("export", folder, "export", str(portable))
        person = next((portable / "people").glob("*khrushchev*.md"), None) or next(
            (portable / "people").glob("*.md")
        )
        words = person.read_text()
        assert "\n- " in words or "\n  - " in words, "the names of a person are a list"
        person.write_text(re.sub(r"(\n *- (?:\{?text: )?)", r"\1Renamed ", words, count=1))
        run("import with one name changed", folder, "import", str(portable), "--json")
        print("    ", run(f"publish after {person.stem} was renamed", folder, "publish").strip())
        run("publish everything anew", folder, "publish", "--full")


if __name__ == "__main__":
    main()
