"""Facts of real, odd and broken files."""

from pathlib import Path

import pytest

from sourcebook.derivatives.copies import copy_path, make_copies
from sourcebook.derivatives.facts import Facts, FactsError, read_facts
from sourcebook.record import File
from sourcebook.record.access import access_copies

BROKEN = ("broken.png", "broken_data_stream.png", "truncated_image.png", "truncated_jpeg.jpg")
ODD = ("exif-dpi-zerodivision.jpg", "hopper_bad_exif.jpg", "icc_profile_big.jpg", "truncated_end_chunk.png")


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_picture_is_refused_in_a_sentence(shared_data: Path, name: str) -> None:
    with pytest.raises(FactsError, match="broken or cut off"):
        read_facts(shared_data / "hostile/pillow" / name)


@pytest.mark.parametrize("name", ODD)
def test_a_picture_that_can_be_seen_is_kept(shared_data: Path, name: str) -> None:
    assert read_facts(shared_data / "hostile/pillow" / name).width


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    with pytest.raises(FactsError, match="0 bytes"):
        read_facts(tmp_path / "empty.jpg")


def test_a_text_that_calls_itself_a_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.png").write_text("<svg onload='alert(1)'/>")
    with pytest.raises(FactsError, match="no kind that is kept"):
        read_facts(tmp_path / "page.png")


def test_facts_of_real_files(shared_data: Path) -> None:
    assert read_facts(shared_data / "collectionbuilder/objects/demo_001.jpg") == Facts(
        media_type="image/jpeg", size=100686, width=1080, height=695
    )
    speech = read_facts(shared_data / "audio-video/jfk-inaugural-1961-excerpt.mp3")
    assert speech.media_type == "audio/mpeg"
    assert speech.duration == pytest.approx(11.05, abs=0.1)


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
