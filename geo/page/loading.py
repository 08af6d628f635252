"""Which conflict the page shows, loaded once per content, and what is derived from it, kept in memory."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd
import streamlit as st

from geo.page.address import Choices
from geo.paint import compact_json
from geo.paint.geometry import geometry
from geo.paint.states import states
from geo.reading.conflict import Conflict, load_conflict
from geo.reading.errors import DataError
from geo.reading.folder import signature
from geo.sentences.statements import Statement, statements_about
from geo.timeline import Timeline, control, timeline_of
from geo.words import Words, load_words

UPLOADED: Final = "uploaded"
"""Key of the session: the conflict that this visitor has dropped."""

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
    good = _last_good(str(path))
    try:
        with st.container(key="progress_reading"), st.spinner(load_words().say("page.reading")):
            conflict = _loaded(path, signature(path))
    except DataError as error:
        return good.get("conflict"), error
    except OSError as error:
        return good.get("conflict"), DataError.at(path.name, str(error.strerror or error))
    good["conflict"] = conflict
    return conflict, None


def in_language(conflict: Conflict, language: str) -> Conflict:
    """Return the conflict with its title and its other texts in a language, as far as it has them."""
    return _in_language(conflict, conflict.key, language)


@st.cache_resource(max_entries=6, show_spinner=False)
def _in_language(_conflict: Conflict, key: str, language: str) -> Conflict:  # noqa: ARG001
    return _conflict.in_language(language)


@st.cache_resource(max_entries=3, show_spinner=False)
def _loaded(path: Path, stamp: tuple[tuple[str, int, int, int], ...]) -> Conflict:  # noqa: ARG001
    return load_conflict(path)


@st.cache_resource(max_entries=8, show_spinner=False)
def _last_good(path: str) -> dict[str, Conflict]:  # noqa: ARG001 (the key of the cache)
    return {}


@st.cache_resource(max_entries=32, show_spinner=False)
def _timeline(_conflict: Conflict, key: str, narrator: str, known: date | None) -> Timeline:  # noqa: ARG001
    return timeline_of(_conflict, narrator, known)


@st.cache_resource(max_entries=64, show_spinner=False)
def _control(_conflict: Conflict, key: str, day: date, narrator: str, known: date | None) -> pd.DataFrame:
    return control(_timeline(_conflict, key, narrator, known), day)


@st.cache_resource(max_entries=32, show_spinner=False)
def _states(_conflict: Conflict, key: str, narrator: str, known: date | None, language: str) -> bytes:
    timeline = _timeline(_conflict, key, narrator, known)
    made = states(timeline, _conflict, load_words(language), narrator=narrator, known=known)
    return compact_json(made)


@st.cache_resource(max_entries=3, show_spinner=False)
def _geometry(_conflict: Conflict, key: str) -> bytes:  # noqa: ARG001
    return compact_json(geometry(_conflict))


@st.cache_resource(max_entries=256, show_spinner=False)
def _said(
    _conflict: Conflict,
    key: str,  # noqa: ARG001
    area_id: str,
    day: date,
    narrator: str,
    known: date | None,
) -> tuple[Statement, ...]:
    return statements_about(_conflict, area_id, day=day, narrator=narrator, known=known)


def said_of(conflict: Conflict, area_id: str, choices: Choices) -> tuple[Statement, ...]:
    """Return what is said about an area up to the chosen day, by the chosen narrator, as known."""
    return _said(conflict, conflict.key, area_id, choices.day, choices.narrator, choices.known)


def prepare(conflict: Conflict, choices: Choices, words: Words) -> None:
    """Make what the chosen view needs, showing that work is done when it takes long."""
    with st.container(key="progress_working"), st.spinner(words.say("page.working")):
        if choices.view == "map":
            geometry_json(conflict)
            states_json(conflict, choices.narrator, choices.known, words.language)


def control_on(conflict: Conflict, day: date, narrator: str, known: date | None) -> pd.DataFrame:
    """Return control of all areas, looked up once per day, narrator and day of knowledge."""
    return _control(conflict, conflict.key, day, narrator, known)


def timeline_told(conflict: Conflict, narrator: str, known: date | None) -> Timeline:
    """Return the timeline, made once per narrator and day of knowledge."""
    return _timeline(conflict, conflict.key, narrator, known)


def states_json(conflict: Conflict, narrator: str, known: date | None, language: str) -> bytes:
    """Return the states JSON, made once per narrator and day of knowledge."""
    return _states(conflict, conflict.key, narrator, known, language)


def geometry_json(conflict: Conflict) -> bytes:
    """Return the geometry JSON, made once per conflict."""
    return _geometry(conflict, conflict.key)
