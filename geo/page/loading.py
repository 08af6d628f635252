"""Which conflict the page shows, loaded once per content, and what is derived from it, kept in memory."""

import argparse
import gc
import os
import sys
from collections.abc import Mapping
from operator import itemgetter
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from cachetools import LRUCache, cached

from geo.page.recent import on_the_page, watch
from geo.paint import compact_json
from geo.paint.states import states_key
from geo.panel import checked_stories, refuse_undrawable
from geo.reading import Conflict, DataError, LastGood, conflict_of, read_folder
from geo.scale.job import AROUND, NEEDED_AROUND
from geo.scale.looked_up import account_of, searched_of, shapes_of, states_of, window_of
from geo.scale.opening import is_stored, names_of, open_stored
from geo.view import View, usual
from geo.words import Words, load_words

if TYPE_CHECKING:
    from geo.paint.drawn import Drawn
    from geo.sentences import Account

UPLOADED: Final = "uploaded"
"""Key of the session: the conflict that this visitor has uploaded."""

ENVIRONMENT: Final = "CONFLICT"

MOST_ROWS: Final = 1_000_000
ROWS_OF_ANY: Final = 20_000
"""Rows of reports that all accounts in memory are made from, an account counting as so many at least."""

MOST_GEOMETRIES: Final = 3
MOST_STATES_BYTES: Final = 256_000_000
"""JSON of states in memory."""

MOST_SEARCH_BYTES: Final = 64_000_000
"""JSON of what can be searched, in memory; the largest is some 5 MB."""


def folder(usual: Path) -> Path:
    """Return the folder of ``--conflict FOLDER``, else of the environment, else the usual one."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--conflict", type=Path)
    named, _ = options.parse_known_args(sys.argv[1:])
    return Path(named.conflict or os.environ.get(ENVIRONMENT) or usual)


def conflict_shown(path: Path) -> tuple[Conflict | None, DataError | None]:
    """Return what this visitor is shown, and what is wrong with the folder now; tell that it is shown."""
    conflict, error = _shown(path)
    if conflict:
        on_the_page(conflict.key)
    return conflict, error


def _shown(path: Path) -> tuple[Conflict | None, DataError | None]:
    """Return the visitor's own conflict, else the folder's, and what is wrong with the folder now.

    A folder that broke since it was last read leaves the last good conflict in place, with the error.
    """
    progress = st.container(key="progress_reading")  # always: without it all that follows would be drawn anew
    if UPLOADED in st.session_state:
        return st.session_state[UPLOADED], None
    good = _last_good(str(path), looked_up=is_stored(path))
    with progress:
        if good.fresh:  # almost always: a spinner starts a thread and sends two messages
            return good.now()
        with st.spinner(load_words().say("page.reading")):
            return good.now()


def drawable(conflict: Conflict) -> Conflict:
    """Return the conflict once everything that its first view needs is composed, and kept for the page.

    Raises
    ------
    DataError
        If a part of it cannot be composed.
    """
    keeping = {
        "geometry": lambda told, _: shapes_json(told.conflict),
        "states": lambda told, view: states_json(told.conflict, view, view.words),
    }
    refuse_undrawable(conflict, account_of=account, keeping=keeping)
    settle()
    return conflict


def in_language(conflict: Conflict, language: str) -> Conflict:
    """Return the conflict with its texts in a language, where it has them, and a story that can be told."""
    return _in_language(conflict, conflict.key, language)


@st.cache_resource(max_entries=6, show_spinner=False)
def _in_language(_conflict: Conflict, key: str, language: str) -> Conflict:  # noqa: ARG001
    return checked_stories(_conflict.in_language(language))


def settle() -> None:
    """Collect what was let go, and leave what stays out of every later collection.

    Libraries and conflict are hundreds of thousands of objects, which the collector would look through
    after each run. Called whenever the folder's conflict is loaded: what replaced ones left behind in circles
    is found then. A visitor's own conflict is never frozen: to thaw everything for it would stop all others.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@st.cache_resource(max_entries=8, show_spinner=False)
def _last_good(path: str, *, looked_up: bool) -> LastGood[Conflict]:
    folder = Path(path)
    if looked_up:
        return LastGood(
            folder,
            lambda files: drawable(open_stored(files, folder)),
            read=lambda: read_folder(folder, AROUND, required=NEEDED_AROUND),
            names=lambda: names_of(folder),
        )
    return LastGood(folder, lambda files: drawable(conflict_of(files, folder=folder)))


def prepare(conflict: Conflict, view: View, words: Words) -> None:
    """Make what the map of the chosen view needs, showing that work is done when it takes long."""
    with st.container(key="progress_working"):
        if view.tab == "map" and _of(conflict, view) not in STATES:
            with st.spinner(words.say("page.working")):
                shapes_json(conflict)
                states_json(conflict, view, words)


def _of(conflict: Conflict, view: View, *_: object) -> tuple[object, ...]:
    """Return what an account depends on: content, narrator, knowledge, language of its own texts, window."""
    window = window_of(conflict, view.narrator, view.day)
    return conflict.key, view.narrator, view.known, view.language, window


def _rows(account: "Account") -> int:
    """Return how much of `MOST_ROWS` an account takes."""
    return account.size + ROWS_OF_ANY


ACCOUNTS: Final[LRUCache[object, "Account"]] = LRUCache(MOST_ROWS, getsizeof=_rows)
STATES: Final[LRUCache[object, bytes]] = LRUCache(MOST_STATES_BYTES, getsizeof=len)
GEOMETRIES: Final[LRUCache[object, "Drawn"]] = LRUCache(MOST_GEOMETRIES)
SEARCHED: Final[LRUCache[object, bytes]] = LRUCache(MOST_SEARCH_BYTES, getsizeof=len)
ACCOUNTS_LOCK, STATES_LOCK, GEOMETRY_LOCK = Condition(), Condition(), Condition()
SEARCHED_LOCK = Condition()
watch(ACCOUNTS, ACCOUNTS_LOCK, itemgetter(0))
watch(STATES, STATES_LOCK, itemgetter(0))
watch(GEOMETRIES, GEOMETRY_LOCK, str)
watch(SEARCHED, SEARCHED_LOCK, itemgetter(0))


@cached(ACCOUNTS, key=_of, condition=ACCOUNTS_LOCK)
def account(conflict: Conflict, view: View) -> "Account":
    """Return the account of a view's narrator as known, made once per narrator and day of knowledge."""
    return account_of(conflict, view.narrator, view.known, view.day)


@cached(STATES, key=_of, condition=STATES_LOCK)
def states_json(conflict: Conflict, view: View, words: Words) -> bytes:
    """Return the states JSON of a view, made once per narrator, day of knowledge and language."""
    return compact_json(states_of(account(conflict, view), words))


def key_of(conflict: Conflict, view: View, words: Words) -> str:
    """Return the name under which the script keeps the states of a view."""
    window = window_of(conflict, view.narrator, view.day)
    key = states_key(conflict, words, narrator=view.narrator, known=view.known)
    return f"{key}-{window}" if window else key


@cached(GEOMETRIES, key=lambda conflict: conflict.key, condition=GEOMETRY_LOCK)
def shapes_json(conflict: Conflict) -> "Drawn":
    """Return the geometry JSON and its sheets, made once per conflict."""
    return shapes_of(conflict)


@cached(SEARCHED, key=lambda conflict, words: (conflict.key, words.language), condition=SEARCHED_LOCK)
def search_json(conflict: Conflict, words: Words) -> bytes:
    """Return what can be searched, made once per conflict and language."""
    return searched_of(conflict, words)


def keep(conflict: Conflict, composed: Mapping[str, Any]) -> Conflict:
    """Return a conflict whose first view was composed elsewhere, its shapes and states kept for the page."""
    view = usual(conflict)
    with GEOMETRY_LOCK:
        GEOMETRIES.setdefault(conflict.key, composed["geometry"])
    with STATES_LOCK:
        STATES.setdefault(_of(conflict.in_language(view.language), view), composed["states"])
    return conflict
