"""What `make mutants` needs of the tests: which are asked about a mutant, in what order, and for how long.

mutmut runs the tests once to see which function each of them calls. A value that one test computes and the
next takes from a cache would hide that the next one depends on it too; so in that run nothing is kept.
Then it imports the tests once more, and every mutant gets a copy of that process.
"""

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import _lru_cache_wrapper, lru_cache
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

import panjshir
import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings
from mutmut.state import state

from geo.words import load_words

MUTANT: Final = "MUTANT_UNDER_TEST"
"""Variable in which mutmut says what it is at: a mutant, the run that counts calls, nothing."""

COUNTING: Final = "stats"
FAILING: Final = "fail"
"""What mutmut is at when every call of code that has mutants is to fail."""

TIMES: Final = Path("mutmut-stats.json")
KILLERS: Final = Path("killers")
"""For each function a file with the tests that have killed a mutant of it, one a line, the last one last."""

SPARE_SECONDS: Final = 5.0
"""For so long a mutant is shown to tests that are not of its own folder: they only happen to call it."""

LEAST_SECONDS: Final = 20
TIMES_LONGER: Final = 4
"""So much longer than the code as it is may a mutant work, or so many seconds, whichever is more."""

SHARED: Final = (panjshir.conflict, load_words)
"""Cached functions that call no code that has mutants: `share` fails if they do."""

settings.register_profile(
    "mutating", derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate]
)
"""The same examples for every mutant; the first that fails is enough, it is not made smaller."""
settings.load_profile("mutating")

_seconds: dict[str, float] = {}


def at() -> str:
    """Return what mutmut is at."""
    return os.environ.get(MUTANT, "")


def function_of(mutant: str) -> str:
    """Return the function that a mutant is of, as mutmut calls it; nothing where it is no mutant."""
    return mutant.rpartition("__mutmut_")[0]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put those tests first that have killed the function's other mutants, then the quick ones."""
    function = function_of(at())
    if not function or not TIMES.exists():
        return
    seconds = json.loads(TIMES.read_text(encoding="utf-8"))["duration_by_test"]
    killers = killers_of(function)
    items.sort(key=lambda item: (item.nodeid not in killers, seconds.get(item.nodeid, 0)))
    let_run(sum(seconds.get(item.nodeid, 0) for item in items))


def killers_of(function: str, most: int = 4) -> list[str]:
    """Return the tests that killed a mutant of a function last."""
    told = KILLERS / function
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    return list(dict.fromkeys(reversed(lines)))[:most]


def let_run(usual: float) -> None:
    """Stop this process when it has worked much longer than usual; waiting for the processor is no work."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(time.process_time() + max(LEAST_SECONDS, TIMES_LONGER * usual)) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Write down which test has killed a mutant."""
    function = function_of(at())
    if function and report.failed:
        KILLERS.mkdir(exist_ok=True)
        with (KILLERS / function).open("a", encoding="utf-8") as told:
            told.write(f"{report.nodeid}\n")


def pytest_runtest_protocol(item: pytest.Item) -> bool | None:
    """In the run that counts calls: keep no fixture and no cached value for the next test."""
    if at() != COUNTING:
        return None
    empty_caches()
    where = {"nodeid": item.nodeid, "location": item.location}
    item.ihook.pytest_runtest_logstart(**where)
    before = time.process_time()
    runtestprotocol(item, nextitem=None)
    _seconds[item.nodeid] = time.process_time() - before
    item.ihook.pytest_runtest_logfinish(**where)
    return True


def pytest_sessionfinish(session: pytest.Session) -> None:
    """After counting: choose each function's tests. After collecting: load what all mutants may share."""
    if at() == COUNTING:
        state().duration_by_test.update(_seconds)
        tests = state().tests_by_mangled_function_name
        for function in tests:
            tests[function] = asked(function, tests[function], state().duration_by_test)
    elif not at() and session.config.option.collectonly:
        share()


def asked(function: str, tests: Iterable[str], seconds: Mapping[str, float]) -> set[str]:
    """Return the tests of the function's own folder, and the quickest of the others while there is time."""
    room = function.split(".")[1]
    own = {test for test in tests if test.startswith((f"tests/{room}/", f"tests/test_{room}.py"))}
    left = SPARE_SECONDS
    for test in sorted(set(tests) - own, key=lambda test: seconds[test]):
        left -= seconds[test]
        if left < 0:
            break
        own.add(test)
    return own


def share() -> None:
    """Load once what every mutant would load anew; that must not call code that has mutants."""
    os.environ[MUTANT] = FAILING
    panjshir.conflict()
    for language in ("en", "fa"):
        load_words(language)
    os.environ[MUTANT] = ""
    gc.collect()
    gc.freeze()


def empty_caches() -> None:
    """Empty every cache of the project and of its tests, but of what calls no code that has mutants."""
    for cached in caches(len(sys.modules)):
        cached()


@lru_cache(maxsize=1)
def caches(_modules: int) -> list[Callable[[], None]]:
    """Return what empties each cache; looked for anew when more modules have been imported."""
    called = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper) and _ours(one)]
    rooms = [vars(module) for name, module in sys.modules.items() if name.partition(".")[0] == "geo"]
    kept = [one for room in rooms for one in room.values() if isinstance(one, WeakKeyDictionary)]
    return [*(one.cache_clear for one in called if one not in SHARED), *(one.clear for one in kept)]


def _ours(cached: "_lru_cache_wrapper[object]") -> bool:
    """Return whether a cached function is the project's or its tests'."""
    code = getattr(getattr(cached, "__wrapped__", None), "__code__", None)
    return bool(code) and "site-packages" not in code.co_filename and code.co_filename != __file__
