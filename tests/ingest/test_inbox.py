import hashlib
from pathlib import Path

import pytest

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.files import take_file
from sourcebook.ingest.inbox import InboxError, bring, inside, place
from tests.record_files import png

HERE = Origin("source.md", 1)


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


@pytest.mark.parametrize("name", ["../b.png", "/etc/passwd", "out/b.png", "", "x/../../b.png", "a\0b"])
def test_paths_that_leave_the_folder_are_none(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "b.png").write_bytes(b"b")
    (folder / "out").symlink_to(tmp_path)
    assert inside(folder, name) is None
    arrival = Arrival()
    assert take_file(arrival, folder, name, HERE) is None
    assert len(arrival.lines) == 1
    assert arrival.refused


def test_a_good_file_is_read_with_its_facts(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(4, 3))
    arrival = Arrival()
    file = take_file(arrival, tmp_path, "a.png", HERE)
    assert file is not None
    assert (file.name, file.media_type, file.width, file.height) == ("a.png", "image/png", 4, 3)
    assert arrival.files == {file.sha256: tmp_path / "a.png"}
    assert not arrival.lines


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.png", b"", "0 bytes"),
        ("a.png", b"not a picture", "no kind"),
        ("б.png", png(1, 1), "cannot be the name"),
    ],
)
def test_what_cannot_be_kept_is_one_refusal(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    arrival = Arrival()
    assert take_file(arrival, tmp_path, name, HERE) is None
    (line,) = arrival.lines
    assert line.outcome == "refused"
    assert says in str(line)


def test_a_missing_file_is_one_refusal(tmp_path: Path) -> None:
    arrival = Arrival()
    assert take_file(arrival, tmp_path, "a.png", HERE) is None
    assert [str(line) for line in arrival.lines] == [
        "source.md:1: There is no file “a.png”. Bring it, or take its name out."
    ]


def test_broken_pictures_are_each_one_refusal_or_come_in_whole(tmp_path: Path, shared_data: Path) -> None:
    folder = shared_data / "hostile" / "pillow"
    arrival = Arrival()
    taken = [take_file(arrival, folder, path.name, Origin(path.name)) for path in sorted(folder.iterdir())]
    assert len(arrival.lines) == taken.count(None)
    assert taken.count(None) >= 3
