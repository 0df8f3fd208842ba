"""`sourcebook publish` stands behind the gate: it names what is missing, and publishes for a reason."""

import json
import subprocess
from pathlib import Path

from tests.cli.running import COMMAND

SOURCE = "---\nmedium: text\ntitle: Bound\n---\n"


def sourcebook(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)


def test_a_source_without_rights_is_not_published_unasked(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    folder = tmp_path / "folder/sources/bound"
    folder.mkdir(parents=True)
    (folder / "source.md").write_text(SOURCE, encoding="utf-8")
    assert sourcebook("new", str(archive)).returncode == 0
    assert sourcebook("--archive", str(archive), "import", str(tmp_path / "folder")).returncode == 0

    stopped = sourcebook("--archive", str(archive), "publish")
    assert stopped.returncode == 3
    assert "one thing is to be mended first" in stopped.stderr
    assert "source:bound (rights_statement): Nothing says what readers may do with it" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    told = sourcebook("--archive", str(archive), "publish", "source:bound", "--json")
    assert told.returncode == 3
    assert [fault["code"] for fault in json.loads(told.stdout)["faults"]] == ["rights-missing"]
    assert not (archive / "public/sources/bound").exists()

    let_through = sourcebook("--archive", str(archive), "publish", "--despite", "The heirs were asked.")
    assert let_through.returncode == 0, let_through.stderr
    assert (archive / "public/sources/bound/index.html").exists()
