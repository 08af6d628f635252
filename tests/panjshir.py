"""The project's own conflict as a reader meets it: control, statements and words on a day."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from geo.reading.conflict import Conflict, load_conflict
from geo.reading.vocabulary import EVERYONE
from geo.sentences.account import Account
from geo.sentences.statements import Statement
from geo.sentences.subject import AreaControl, Subject
from geo.words import load_words

DATA = Path(__file__).parents[1] / "data"
FIFTH = date(2021, 9, 5)


class AreaOnDay(NamedTuple):
    """What the panel of an area is made from."""

    subject: Subject
    control: AreaControl
    statements: Sequence[Statement]


@cache
def conflict() -> Conflict:
    """Return the project's own conflict."""
    return load_conflict(DATA)


@cache
def account(narrator: str = EVERYONE, known: date | None = None) -> Account:
    """Return a narrator's account of the project's own conflict."""
    return Account(conflict(), narrator, known)


def table(day: date = FIFTH, narrator: str = EVERYONE, known: date | None = None) -> pd.DataFrame:
    """Return control of all areas on a day."""
    return account(narrator, known).control(day)


def told(
    area_id: str, day: date = FIFTH, *, narrator: str = EVERYONE, known: date | None = None
) -> AreaOnDay:
    """Return what is said about an area up to a day, and its control."""
    said = account(narrator, known).said(area_id, day)
    subject = Subject(conflict(), area_id, day, load_words("en"), narrator)
    return AreaOnDay(subject, account(narrator, known).area(area_id, day), said)
