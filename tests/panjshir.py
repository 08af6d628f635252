"""The project's own conflict as a reader meets it: control, statements and words on a day."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from geo.reading.conflict import Conflict, load_conflict
from geo.reading.vocabulary import EVERYONE
from geo.sentences import AreaControl, Subject, area_control
from geo.sentences.statements import Statement, statements_about
from geo.timeline import control, timeline_of
from geo.words import load_words

DATA = Path(__file__).parent.parent / "data"
FIFTH = date(2021, 9, 5)


class Told(NamedTuple):
    """What the panel of an area is made from."""

    subject: Subject
    control: AreaControl
    statements: Sequence[Statement]


@cache
def conflict() -> Conflict:
    """Return the project's own conflict."""
    return load_conflict(DATA)


@cache
def table(day: date = FIFTH, narrator: str = EVERYONE, known: date | None = None) -> pd.DataFrame:
    """Return control of all areas on a day."""
    return control(timeline_of(conflict(), narrator, known), day)


def told(area_id: str, day: date = FIFTH, *, narrator: str = EVERYONE, known: date | None = None) -> Told:
    """Return what is said about an area up to a day, and its control."""
    said = statements_about(conflict(), area_id, day=day, narrator=narrator, known=known)
    subject = Subject(conflict(), area_id, day, load_words("en"))
    return Told(subject, area_control(table(day, narrator, known), area_id), said)
