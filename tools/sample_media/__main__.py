"""Draw the sample archive's pictures and synthesise its recordings: `python tools/sample_media [NAME…]`."""

import sys
from pathlib import Path

import days
import how_the_copies_travelled
import map_of_the_copies
import readings
import title_page
from press import press, print_page

SOURCES = Path(__file__).parents[2] / "src" / "sourcebook" / "demo_archive" / "sources"

PICTURES = {
    "map-of-the-copies": map_of_the_copies,
    "how-the-copies-travelled": how_the_copies_travelled,
    "title-page-facsimile": title_page,
    **days.timelines(),
}


def main(names: list[str]) -> None:
    wanted = [name for name in PICTURES if not names or name in names]
    if wanted:
        with press() as browser:
            for name in wanted:
                picture = PICTURES[name]
                target = SOURCES / name / f"{name}.png"
                print_page(browser, picture.draw(), picture.WIDTH, picture.HEIGHT, target)
    for name, reading in readings.READINGS.items():
        if not names or name in names:
            readings.record(SOURCES, name, reading)


if __name__ == "__main__":
    main(sys.argv[1:])
