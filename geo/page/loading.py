"""Which conflict the page shows, loaded once per content, and what is derived from it, kept in memory."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.paint import compact_json
from geo.paint.geometry import geometry
from geo.paint.states import states
from geo.panel import refuse_undrawable
from geo.reading import Conflict, DataError, LastGood, conflict_of
from geo.sentences import Account
from geo.words import Words, load_words

if TYPE_CHECKING:
    from geo.view import View

UPLOADED: Final = "uploaded"
"""Key of the session: the conflict that this visitor has uploaded."""

ENVIRONMENT: Final = "CONFLICT"


def folder(usual: Path) -> Path:
    """Return the folder of ``--conflict FOLDER``, else of the environment, else the usual one."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--conflict", type=Path)
    named, _ = options.parse_known_args(sys.argv[1:])
    return Path(named.conflict or os.environ.get(ENVIRONMENT) or usual)


def conflict_shown(path: Path) -> tuple[Conflict | None, DataError | None]:
    """Return the visitor's own conflict, else the folder's, and what is wrong with the folder now.

    A folder that broke since it was last read leaves the last good conflict in place, with the error.
    """
    if UPLOADED in st.session_state:
        return st.session_state[UPLOADED], None
    with st.container(key="progress_reading"), st.spinner(load_words().say("page.reading")):
        return _last_good(str(path)).now()


def drawable(conflict: Conflict) -> Conflict:
    """Return the conflict once everything that its first view needs is composed, and kept for the page.

    Raises
    ------
    DataError
        If a part of it cannot be composed.
    """
    keeping = {
        "geometry": lambda told, _: geometry_json(told.conflict),
        "states": lambda told, view: states_json(told.conflict, view, view.words),
    }
    refuse_undrawable(conflict, account_of=account, keeping=keeping)
    return conflict


def in_language(conflict: Conflict, language: str) -> Conflict:
    """Return the conflict with its title and its other texts in a language, as far as it has them."""
    return _in_language(conflict, conflict.key, language)


@st.cache_resource(max_entries=6, show_spinner=False)
def _in_language(_conflict: Conflict, key: str, language: str) -> Conflict:  # noqa: ARG001
    return _conflict.in_language(language)


@st.cache_resource(max_entries=8, show_spinner=False)
def _last_good(path: str) -> LastGood[Conflict]:
    return LastGood(Path(path), lambda files: drawable(conflict_of(files, folder=Path(path))))


@st.cache_resource(max_entries=32, show_spinner=False)
def _account(
    _conflict: Conflict,
    key: str,  # noqa: ARG001
    narrator: str,
    known: date | None,
    language: str,  # noqa: ARG001 (of the conflict's own texts)
) -> Account:
    return Account(_conflict, narrator, known)


@st.cache_resource(max_entries=32, show_spinner=False)
def _states(_conflict: Conflict, key: str, narrator: str, known: date | None, language: str) -> bytes:
    told = _account(_conflict, key, narrator, known, language)
    made = states(told.timeline, _conflict, load_words(language), narrator=narrator, known=known)
    return compact_json(made)


@st.cache_resource(max_entries=3, show_spinner=False)
def _geometry(_conflict: Conflict, key: str) -> bytes:  # noqa: ARG001
    return compact_json(geometry(_conflict))


def prepare(conflict: Conflict, view: "View", words: Words) -> None:
    """Make what the chosen view needs, showing that work is done when it takes long."""
    with st.container(key="progress_working"), st.spinner(words.say("page.working")):
        if view.tab == "map":
            geometry_json(conflict)
            states_json(conflict, view, words)


def account(conflict: Conflict, view: "View") -> Account:
    """Return the account of a view's narrator as known, made once per narrator and day of knowledge."""
    return _account(conflict, conflict.key, view.narrator, view.known, view.language)


def states_json(conflict: Conflict, view: "View", words: Words) -> bytes:
    """Return the states JSON of a view, made once per narrator, day of knowledge and language."""
    return _states(conflict, conflict.key, view.narrator, view.known, words.language)


def geometry_json(conflict: Conflict) -> bytes:
    """Return the geometry JSON, made once per conflict."""
    return _geometry(conflict, conflict.key)
