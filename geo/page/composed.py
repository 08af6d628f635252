"""What a view says is the same for all its readers: composed once, then looked up, within so many bytes."""

import sys
from collections.abc import Callable
from dataclasses import replace
from threading import Condition
from typing import TYPE_CHECKING, Final, NamedTuple

from cachetools import LRUCache, cached

from geo.page.recent import watch

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View

MOST_BYTES: Final = 64_000_000
"""What is kept of all views together; what was not looked at for longest goes first."""

LONGEST_ASIDE: Final = 200
"""Characters of foreign parameters; with more of them nothing is kept."""


class Asked(NamedTuple):
    """One part of a page, by everything that it may depend on.

    `aside` are parameters of the address that are not ours, where the part has links.
    """

    part: str
    content: str
    view: "View"
    aside: str = ""


def part_of(part: str, conflict: "Conflict", view: "View", aside: str = "") -> Asked:
    """Return what a part is asked for by: the conflict's content, not who has it open."""
    return Asked(part, conflict.key, replace(view, tab="map"), aside)


def _bytes(html: str) -> int:
    """Return the size of a kept part."""
    return sys.getsizeof(html)


KEPT: Final[LRUCache[Asked, str]] = LRUCache(MOST_BYTES, getsizeof=_bytes)


GUARD: Final = Condition()
watch(KEPT, GUARD, lambda asked: asked.content)


def composed(asked: Asked, compose: Callable[[], str]) -> str:
    """Return a part's HTML; who asks first composes it, who asks meanwhile waits for it."""
    if len(asked.aside) > LONGEST_ASIDE:
        return compose()
    return _kept(asked, compose)


@cached(KEPT, key=lambda asked, _compose: asked, condition=GUARD)
def _kept(_asked: Asked, compose: Callable[[], str]) -> str:
    return compose()
