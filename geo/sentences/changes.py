"""What changed between two days, in words, each change with the reports that made it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import pandas as pd

from geo.reading.conflict import Conflict
from geo.reading.vocabulary import Claim, Scope
from geo.sentences.statements import Statement
from geo.sentences.subject import (
    AreaControl,
    area_control,
    area_name,
    contradicted_by_others,
    state_in_words,
)
from geo.words import Words

SEEN: Final = ["status", "holders", "blank", "scope", "fighting", "changing_hands", "contradicted"]
"""The columns of control whose change a reader sees on the map."""

MARKS: Final = ("fighting", "changing_hands", "contradicted")


class Change(NamedTuple):
    """One area whose look differs between two days."""

    area_id: str
    area: str
    text: str
    report_ids: tuple[str, ...]


def changed_areas(before: pd.DataFrame, after: pd.DataFrame) -> list[str]:
    """Return the areas whose look differs between two tables of control, in map order."""
    differs = pd.Series(data=False, index=after.index)
    for column in SEEN:
        differs |= after[column].astype(object).fillna("") != before[column].astype(object).fillna("")
    return [str(area_id) for area_id in after.index[differs]]


def changes(
    conflict: Conflict,
    before: pd.DataFrame,
    after: pd.DataFrame,
    said_of: Callable[[str], Sequence[Statement]],
    words: Words,
) -> Iterator[Change]:
    """Yield each change between two tables of control; `said_of` gives the statements about an area."""
    for area_id in changed_areas(before, after):
        old, new = area_control(before, area_id), area_control(after, area_id)
        name = area_name(conflict, area_id, words)
        text = words.list(list(_parts(conflict, old, new, words)))
        yield Change(area_id, name, text, _made_by(old, new, said_of, area_id))


def _parts(conflict: Conflict, old: AreaControl, new: AreaControl, words: Words) -> Iterator[str]:
    before, after = state_in_words(conflict, old, words), state_in_words(conflict, new, words)
    if before != after:
        yield words.say("explain.change.state", before=before, after=after)
    elif old.scope != new.scope:
        yield words.say("explain.change.scope", after=after)
    for mark, was, now in zip(MARKS, _marks(old), _marks(new), strict=True):
        if was != now:
            yield words.say(f"explain.change.{mark}.{'began' if now else 'ended'}")


def _marks(control: AreaControl) -> tuple[bool, bool, bool]:
    return bool(control.fighting), bool(control.changing_hands), contradicted_by_others(control)


ROLES: Final = ("voted", "denying", "outvoted")
"""Columns of control that name the reports behind a look."""


def _made_by(
    old: AreaControl, new: AreaControl, said_of: Callable[[str], Sequence[Statement]], area_id: str
) -> tuple[str, ...]:
    """Return the reports that made a change; `said_of` is asked only for marks: it reads the whole table."""
    ids = [one for role in ROLES for one in _fresh(getattr(old, role), getattr(new, role))]
    marked = [*_marks_begun(old, new)]
    said = said_of(area_id) if marked else ()
    ids += [one.report_id for test in marked for one in said if test(one, area_id)]
    return tuple(dict.fromkeys(ids))


def _fresh(before: Sequence[str], after: Sequence[str]) -> list[str]:
    return [report_id for report_id in after if report_id not in before]


def _marks_begun(old: AreaControl, new: AreaControl) -> Iterator[Callable[[Statement, str], bool]]:
    """Yield for each mark that began how to know the statements behind it."""
    if new.fighting and not old.fighting:
        yield _fights
    if new.changing_hands and not old.changing_hands:
        yield _captures


def _captures(statement: Statement, _: str) -> bool:
    return statement.claim == Claim.CAPTURED and statement.asserts and statement.date_from is not None


def _fights(statement: Statement, area_id: str) -> bool:
    named = statement.area_id == area_id and statement.scope == Scope.NAMED
    return named and statement.asserts and statement.claim in {Claim.FIGHTING, Claim.ATTACKED}
