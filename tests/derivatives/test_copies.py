"""Access copies of real pictures."""

from pathlib import Path

import pytest

from sourcebook.derivatives.copies import copy_path, make_copies
from sourcebook.masters.facts import read_facts
from sourcebook.record import File
from sourcebook.record.access import access_copies


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photograph_is_measured_and_copied_upright(
    shared_data: Path, tmp_path: Path, orientation: int
) -> None:
    master = shared_data / f"images/rotation/{orientation}.jpg"
    facts = read_facts(master)
    assert facts.width is not None
    assert facts.height is not None
    assert facts.width < facts.height
    file = File(
        name="a.jpg",
        sha256="0" * 64,
        media_type=facts.media_type,
        size=facts.size,
        width=facts.width,
        height=facts.height,
    )
    copies = make_copies(master, file, tmp_path)
    (promised,) = access_copies(file)
    copy = read_facts(copies[0])
    assert copies == [copy_path(tmp_path, file.sha256, promised.name)]
    assert (copy.width, copy.height) == (promised.width, promised.height)
    assert make_copies(master, file, tmp_path) == []


def test_copies_go_from_narrow_to_wide_and_never_beyond_the_master(shared_data: Path, tmp_path: Path) -> None:
    master = shared_data / "images/tiff/testfax4.tiff"
    facts = read_facts(master)
    file = File(
        name="fax.tiff",
        sha256="1" * 64,
        media_type=facts.media_type,
        size=facts.size,
        width=facts.width,
        height=facts.height,
    )
    widths = [read_facts(path).width for path in make_copies(master, file, tmp_path)]
    assert widths == [480, 960, 1600, 2400]
