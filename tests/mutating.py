"""What `make mutants` needs of the tests: each finds its mutants by itself, the quick ones are asked first.

mutmut runs the tests once to see which function each of them calls. A value that one test computes and the
next takes from a cache would hide that the next one depends on it too; so in that run nothing is kept.
"""

import gc
import json
import os
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

MUTANT = "MUTANT_UNDER_TEST"
"""Variable in which mutmut says what it is at: a mutant, the run that counts calls, nothing."""

TIMES = Path("mutmut-stats.json")

settings.register_profile(
    "mutating", derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate]
)
"""The same examples for every mutant; the first that fails is enough, it is not made smaller."""

if MUTANT in os.environ:
    settings.load_profile("mutating")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the quick tests first: most mutants are killed by one of them."""
    if os.environ.get(MUTANT) and TIMES.exists():
        seconds = json.loads(TIMES.read_text(encoding="utf-8"))["duration_by_test"]
        items.sort(key=lambda item: seconds.get(item.nodeid, 0))


def pytest_runtest_protocol(item: pytest.Item) -> bool | None:
    """In the run that counts calls: keep no fixture and no cached value for the next test."""
    if os.environ.get(MUTANT) != "stats":
        return None
    empty_caches()
    where = {"nodeid": item.nodeid, "location": item.location}
    item.ihook.pytest_runtest_logstart(**where)
    runtestprotocol(item, nextitem=None)
    item.ihook.pytest_runtest_logfinish(**where)
    return True


def empty_caches() -> None:
    """Empty every cache of the project and of its tests."""
    for found in gc.get_objects():
        if isinstance(found, _lru_cache_wrapper) and "site-packages" not in _file_of(found):
            found.cache_clear()


def _file_of(cached: "_lru_cache_wrapper[object]") -> str:
    """Return the file of a cached function."""
    code = getattr(getattr(cached, "__wrapped__", None), "__code__", None)
    return code.co_filename if code else "site-packages"
