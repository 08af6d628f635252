"""What a report may refer to in the other files of its folder, and what a broken cell may have meant."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from geo.reading.dates import read_day
from geo.reading.names import NameIndex, nearest
from geo.reading.vocabulary import OTHER_SIDES, Claim, Evidence, Polarity, Scope

FEW: Final = 8
"""Up to this many allowed words are listed when a cell has none of them."""


@dataclass(frozen=True)
class Known:
    """What a report may refer to in the other files of the folder.

    Attributes
    ----------
    areas, groups
        Ids that a report may be about.
    names
        Every spelling of them, for matching.
    actors, sides
        Ids of `conflict.toml`.
    sources
        As `read_sources` returns them.
    defaults
        Column -> what it holds where it is empty.
    labels
        Area or group -> how a person knows it.
    """

    areas: tuple[str, ...]
    groups: tuple[str, ...]
    names: NameIndex
    actors: tuple[str, ...]
    sides: tuple[str, ...]
    sources: pd.DataFrame
    defaults: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


def hints(known: Known) -> Callable[[str, str], str]:
    """Return the function that suggests what a cell may have meant."""
    words: Mapping[str, list[str]] = {
        "scope": list(Scope),
        "claim": list(Claim),
        "polarity": list(Polarity),
        "evidence": list(Evidence),
        "party": list(known.actors),
        "claimant_side": [*known.sides, *OTHER_SIDES],
        "source_id": list(known.sources.index),
    }

    def hint(name: str, value: str) -> str:
        if name in {"date_from", "date_to"}:
            return read_day(value).suggestion
        if name == "area_id":
            found = [known.labels.get(one, one) for one in known.names.candidates(value)]
            near = [known.labels.get(one, one) for one in known.names.near(value)]
            return f"it names {' and '.join(found)}" if found else one_of(near)
        known_words = [word for word in words.get(name, []) if word != value]
        near = nearest(value, known_words) if value else []
        return one_of(near or (known_words if len(known_words) <= FEW else []))

    return hint


def one_of(found: list[str] | tuple[str, ...]) -> str:
    """Return "x?" or "one of: x, y", "" if there is none."""
    return f"{found[0]}?" if len(found) == 1 else f"one of: {', '.join(found)}" if found else ""
