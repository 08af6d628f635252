"""Positions that a table took and has ended since: by its next cell for the place, or by one of nobody."""

from datetime import date
from typing import TYPE_CHECKING

from geo.sentences.cells import end_in_words
from geo.sentences.names import actor_name, area_name
from geo.sentences.speech import speakers
from geo.sentences.statements import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.reading import Conflict
    from geo.sentences.statements import Statement
    from geo.sentences.subject import AreaControl, Subject


def past_rules(control: "AreaControl", conflict: "Conflict", day: date) -> dict[str, bool]:
    """Return which steps of the rule made the history what it is: by the key of their words."""
    past = statements_of(conflict, control.history)
    over = [one for one in past if one.until is not None and one.until <= day]
    ends = ended(control, conflict, day)
    return {
        "replaced": any(one not in ends for one in over),
        "ended": bool(ends),
        "history": sum(one.cell_days > 0 for one in past) < len(control.history),
    }


def ended(control: "AreaControl", conflict: "Conflict", day: date) -> list["Statement"]:
    """Return the last position of each table that names nobody there on the day; [] where anybody votes."""
    if control.voted:
        return []
    last = _last_of_each(statements_of(conflict, control.history))
    return [one for one in last if one.end_cell and one.until is not None and one.until <= day]


def ends_in_words(subject: "Subject", ends: "Iterable[Statement]") -> str:
    """Return since when each table names nobody, by which cell, and whom it named before."""
    words, conflict = subject.words, subject.conflict
    return " ".join(
        words.say(
            "explain.ended",
            day=words.plain_day(one.until),
            who=speakers(subject, [one])[0].removesuffix(","),
            area=area_name(conflict, one.area_id, words),
            cell=end_in_words(one, words),
            party=actor_name(conflict, one.party, words),
        )
        for one in ends
        if one.until is not None
    )


def _last_of_each(said: "Iterable[Statement]") -> list["Statement"]:
    """Return of each table and place the position that begins last."""
    found: dict[tuple[str, ...], Statement] = {}
    for one in sorted((one for one in said if one.cell_days), key=lambda one: one.begins or date.min):
        found[one.voice_id, one.claimant_side, one.carrier.source_id, one.area_id] = one
    return list(found.values())
