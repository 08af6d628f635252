"""Repeated HTML stored once: pages as lists of shared lines."""

from typing import Any


class Pool:
    """Pages of HTML, each kept once, as lists of lines, each kept once."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}
        self._pages: dict[str, int] = {}

    def add(self, page: str) -> int:
        """Keep a page and return its number."""
        return self._pages.setdefault(page, len(self._pages))

    def table(self) -> dict[str, Any]:
        """Return `lines`, and `pages` as the numbers of their lines."""
        pages = [[self._line(line) for line in page.split("\n")] for page in self._pages]
        return {"lines": list(self._lines), "pages": pages}

    def _line(self, line: str) -> int:
        return self._lines.setdefault(line, len(self._lines))
