"""A folder to code in: the example of the marches with its four articles and not one row."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from settled import settled

from geo.desk import Press, folder_state, problems, proposed

__all__ = ["settled"]

MARCHES = Path(__file__).parents[2] / "examples" / "marches"


def press(key="Enter"):
    """Return what a person's key press makes."""
    return Press(key, datetime.now(UTC))


@pytest.fixture
def pressed():
    """Return the function that presses a key."""
    return press


@pytest.fixture
def whole(tmp_path):
    """Return a copy of the example with its rows."""
    return Path(shutil.copytree(MARCHES, tmp_path / "marches"))


@pytest.fixture
def folder(whole):
    """Return the folder without a row."""
    empty(whole)
    return whole


def empty(folder):
    """Leave the header of the reports alone."""
    header = (folder / "control_reports.csv").read_text().splitlines()[0]
    (folder / "control_reports.csv").write_text(header + "\n")


@pytest.fixture(scope="session")
def every_draft(tmp_path_factory):
    """Return all drafts of the example's articles, made once."""
    place = Path(shutil.copytree(MARCHES, tmp_path_factory.mktemp("once") / "marches"))
    empty(place)
    state = folder_state(place)
    every = [draft for source in state.articles for draft in proposed(state, source, "ana")]
    return [draft for draft in every if draft.tier == "row" and not problems(state, draft.row)]


@pytest.fixture
def drafts(every_draft):
    """Return the drafts of all articles that can be accepted as they are."""
    return every_draft
