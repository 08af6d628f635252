"""What the importers' tests share: a folder that an import has just written is whole."""

import pytest

from geo.reading import folder


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait until what was written is old enough: an import writes it in one move."""
    monkeypatch.setattr(folder, "SETTLED_SECONDS", 0.0)
