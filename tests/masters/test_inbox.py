import hashlib
from pathlib import Path

import pytest

from sourcebook.masters.inbox import InboxError, bring, place
from tests.record_files import png


def test_a_file_arrives_once_under_its_checksum(tmp_path: Path) -> None:
    data = png(4, 3)
    (tmp_path / "a.png").write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    assert bring(tmp_path / "inbox", sha256, tmp_path / "a.png")
    assert not bring(tmp_path / "inbox", sha256, tmp_path / "a.png")
    assert place(tmp_path / "inbox", sha256).read_bytes() == data
    assert [path.name for path in (tmp_path / "inbox").rglob("*") if path.is_file()] == [sha256]


def test_a_file_that_changed_since_it_was_read_does_not_arrive(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(4, 3))
    with pytest.raises(InboxError, match=r"a\.png changed"):
        bring(tmp_path / "inbox", "0" * 64, tmp_path / "a.png")
    assert not [path for path in (tmp_path / "inbox").rglob("*") if path.is_file()]
