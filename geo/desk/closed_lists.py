"""The closed lists of a row's fields, as a person chooses from them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.desk.rows import rows_in
from geo.reading import NAMES, OTHER_SIDES, Claim, Conflict, NameKind, Polarity, Scope
from geo.sentences import actor_name, area_name, parent_of, short_name

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.words import Words

Choice = tuple[str, str]
"""What is written in the cell, and what a person reads."""


def choices(state: "FolderState", coder: str, field: str, words: "Words") -> list[Choice]:
    """Return what a field may be, in the order of the codebook, the map or `conflict.toml`.

    `claimant` and `origin_id` are suggestions, of the coder's own rows and of `names.csv`; anything else may
    be typed.

    Raises
    ------
    ValueError
        If the field has no list.
    """
    listed: Mapping[str, Callable[[], Iterable[Choice]]] = {
        "area_id": lambda: _places(state.conflict, words),
        "scope": lambda: _said("scope", Scope, words),
        "claim": lambda: _said("claim", Claim, words),
        "polarity": lambda: _said("polarity", Polarity, words),
        "party": lambda: [(one, actor_name(state.conflict, one, words)) for one in state.conflict.actors],
        "claimant_side": lambda: _sides(state.conflict, words),
        "claimant": lambda: _speakers(state, coder),
        "origin_id": lambda: _origins(state, coder),
    }
    if field not in listed:
        raise ValueError(f"{field!r} has no list; {', '.join(listed)} have")
    return list(listed[field]())


def _said(field: str, allowed: type[Scope] | type[Claim] | type[Polarity], words: "Words") -> list[Choice]:
    return [(str(one), words.say(f"coding.{field}.{one}")) for one in allowed]


def _places(conflict: Conflict, words: "Words") -> Iterator[Choice]:
    """Yield the areas, then the groups, each with what tells it from others."""
    for one in map(str, conflict.areas.index):
        parent = parent_of(conflict, one)
        name = short_name(conflict, one, words)
        above = parent.named(words.language) if parent else ""
        yield one, words.say("map.in_parent", name=name, parent=above) if above else name
    for group in conflict.groups:
        name = area_name(conflict, group, words)
        yield group, words.say("coding.group", name=name, count=len(conflict.groups[group].areas))


def _sides(conflict: Conflict, words: "Words") -> list[Choice]:
    sides = [(one, side.named(words.language)) for one, side in conflict.sides.items()]
    return [*sides, *((one, words.say(f"coding.side.{one}")) for one in OTHER_SIDES)]


def _speakers(state: "FolderState", coder: str) -> list[Choice]:
    """Return each speaker of the coder's rows once, the latest first, then the people of `names.csv`."""
    own = (row["claimant"] for row in reversed(state.own(coder)) if row["claimant"])
    return [(one, one) for one in dict.fromkeys((*own, *_people(state.files.get(NAMES, b""))))]


@lru_cache(maxsize=4)
def _people(names: bytes) -> tuple[str, ...]:
    """Return the people of a `names.csv` by the spellings of two words or more: a title is none."""
    rows = rows_in(NAMES, names, ("spelling", "kind")) if names else ()
    people = (row["spelling"] for row in rows if row["kind"] == NameKind.PERSON)
    return tuple(one for one in people if " " in one)


def _origins(state: "FolderState", coder: str) -> list[Choice]:
    """Return each utterance of the coder's rows once, the latest first, with its speaker and first words."""
    found: dict[str, str] = {}
    for row in reversed(state.own(coder)):
        found.setdefault(row["origin_id"], f"{row['claimant']}: “{row['quote'][:60]}”")
    return list(found.items())
