"""Sentences of the command line speak of one thing as of one."""

import pytest
from click.testing import CliRunner

from sourcebook.cli.publishing import _tell
from sourcebook.publishing.actions import Outcome


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "0 published, 0 withdrawn, 0 access copies made, 0 pages baked.\n"),
        (1, "1 published, 0 withdrawn, 1 access copy made, 1 page baked.\n"),
        (21, "21 published, 0 withdrawn, 21 access copies made, 21 pages baked.\n"),
    ],
)
def test_what_publishing_came_to(number: int, told: str) -> None:
    with CliRunner().isolation() as (out, *_):
        _tell(Outcome(published=number, copies=number, pages=number), as_json=False)
        assert out.getvalue().decode() == told
