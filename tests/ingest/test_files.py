from pathlib import Path

import pytest

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.files import take_file
from sourcebook.ingest.paths import inside
from tests.record_files import png

HERE = Origin("source.md", 1)


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
