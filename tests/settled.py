"""A folder that a test has just written is whole: nobody waits until it is old enough to be sure of that."""

import pytest

from geo.reading import folder


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait; what waiting is for, and that somebody does, `reading/test_folder.py` tests."""
    monkeypatch.setattr(folder, "SETTLED_SECONDS", 0.0)
