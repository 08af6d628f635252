"""Which contents were on the page last; what is kept of one that is long replaced is let go."""

from collections import OrderedDict
from collections.abc import Callable, MutableMapping
from threading import Condition, Lock
from typing import Any, Final, NamedTuple

MOST_CONTENTS: Final = 24
"""Folders, their earlier states, and uploads of which anything is kept."""


class _Watched(NamedTuple):
    """A cache, the condition that guards it, and which content one of its keys is of."""

    cache: MutableMapping[Any, Any]
    guard: Condition
    content_of: Callable[[Any], str]


_WATCHED: Final[list[_Watched]] = []
_RECENT: Final[OrderedDict[str, None]] = OrderedDict()
_LOCK: Final = Lock()


def watch(cache: MutableMapping[Any, Any], guard: Condition, content_of: Callable[[Any], str]) -> None:
    """Have a cache lose what it keeps of contents that are not among the last ones."""
    _WATCHED.append(_Watched(cache, guard, content_of))


def on_the_page(content: str) -> None:
    """Say that a content (`Conflict.key`) is shown: at every run of a page."""
    with _LOCK:
        _RECENT[content] = None
        _RECENT.move_to_end(content)
        gone = [_RECENT.popitem(last=False)[0] for _ in range(len(_RECENT) - MOST_CONTENTS)]
    for one in gone:
        _let_go(one)


def _let_go(content: str) -> None:
    for cache, guard, content_of in _WATCHED:
        with guard:
            for key in [key for key in cache if content_of(key) == content]:
                del cache[key]
