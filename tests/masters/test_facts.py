"""Facts of real, odd and broken files."""

from pathlib import Path

import pytest

from sourcebook.masters.facts import Facts, FactsError, read_facts

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
