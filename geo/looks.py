"""Control -> colour, hatch, marks, words: the table that Python hands to the painting script.

A look says nothing that the rule does not say; it only decides how that is drawn (``docs/painting.md``).
"""

from collections.abc import Hashable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from geo.reading.vocabulary import Scope, Status
from geo.words.hidden import visible

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict
    from geo.timeline import Timeline
    from geo.words import Words

BLANK: Final = "blank"
"""The second colour of a hatch where a hold is denied and nobody else is said to hold."""

PALER: Final = {"firm": 0.0, "soft": 0.55, "stale": 0.75, "none": 0.0}
"""Strength -> how far a colour is mixed towards white, linear in sRGB."""

CONTRADICTED: Final = "contradicted"
MARKS: Final = ("fighting", CONTRADICTED)
"""Drawn beside the word; `contradicted` not over a hatch of two holders, which says it already."""

STATE: Final = ["status", "holders", "blank", "fighting", "changing_hands", "contradicted", "scope"]
"""Columns of the timeline that decide a look, beside age."""


@dataclass(frozen=True)
class Look:
    """How an area is drawn and said; equal looks are one look.

    Parameters
    ----------
    status
        A `Status`.
    fills
        Colours of the holders as the conflict file gives them, in the conflict's order: none
        (unreported), one, or two or more in a hatch of equal widths; `blank` for denied.
    strength
        `firm`: someone names the area, not only the holder's own side; `soft`: claimed only, or
        reached by a wider statement; `stale`: older than the conflict's stale days; `none`.
    outline
        `solid`, `dashed` (changing hands) or `dotted` (unreported).
    marks
        Drawn beside the word: `fighting`, `contradicted`.
    word
        Under the name on the map.
    sentence
        In tooltip, strip and screen reader, without the age.
    """

    status: str
    fills: tuple[str, ...]
    strength: str
    outline: str
    marks: tuple[str, ...]
    word: str
    sentence: str

    @property
    def colours(self) -> tuple[str, ...]:
        """The fills as painted: mixed towards white by strength, blank as white."""
        return tuple(mixed(fill, PALER[self.strength]) for fill in self.fills)

    def as_dict(self) -> dict[str, Any]:
        """Return the look as the script reads it."""
        return {**asdict(self), "colours": self.colours}


class Looks(NamedTuple):
    """A narrator's looks and when they change."""

    table: list[Look]
    """Every look that occurs; the first is `unreported`, that of an area before its first row."""
    changes: pd.DataFrame
    """`area_id`, `day` (the first day on which the look holds), `look` (position in `table`), `newest`
    (day of the newest vote; NaT when nobody votes); one row per area and change, those where a
    colour turns stale included, sorted by area in map order, then day."""


def mixed(colour: str, white: float) -> str:
    """Return ``#RRGGBB`` with a share of white mixed in; `blank` is white."""
    if colour == BLANK:
        return "#ffffff"
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(value + (255 - value) * white):02x}" for value in channels)


def looks(timeline: "Timeline", conflict: "Conflict", words: "Words") -> Looks:
    """Return the looks of a timeline: what every area looks like from each of its changes on.

    Parameters
    ----------
    timeline
        One narrator's, as known on one day.
    conflict
        Its actors (colours, names), stale days and last day.
    words
        The language of the looks' words.
    """
    rows = with_staleness(timeline.changes, conflict.stale_days, pd.Timestamp(conflict.last_day))
    codes, states = _factorized(rows)
    made = [_look(state, conflict, words) for state in states]
    table = list(dict.fromkeys([unreported(words), *made]))
    position = np.array([table.index(look) for look in made], dtype=np.int64)
    changes = rows[["area_id", "day", "newest"]].assign(look=position[codes] if len(rows) else codes)
    return Looks(table, changes[["area_id", "day", "look", "newest"]].reset_index(drop=True))


def unreported(words: "Words") -> Look:
    """Return the look of an area of which nobody has said who holds it."""
    said = words.say("map.word.unreported"), words.say("map.sentence.unreported")
    return Look(Status.UNREPORTED, (), "none", "dotted", (), *said)


def with_staleness(changes: pd.DataFrame, stale_days: int, last_day: pd.Timestamp) -> pd.DataFrame:
    """Return the rows of a timeline and, added, those on which a colour turns stale; column `stale`.

    A colour is stale when its newest vote is more than `stale_days` old. Rows after `last_day` are
    not added: no page shows them.
    """
    turns = changes["newest"] + pd.Timedelta(days=stale_days + 1)
    area = changes["area_id"].astype("category").cat.codes.to_numpy()
    same = np.append(area[1:] == area[:-1], False) if len(area) else np.zeros(0, dtype=bool)
    until = changes["day"].shift(-1).where(same, last_day + pd.Timedelta(days=1))
    stale = (turns <= changes["day"]).fillna(value=False)
    later = ~stale & (turns < until)
    added = changes[later].assign(day=turns[later].to_numpy(), stale=True)
    rows = pd.concat([changes.assign(stale=stale), added], ignore_index=True)
    order = np.lexsort((rows["day"].to_numpy(), rows["area_id"].astype("category").cat.codes.to_numpy()))
    return rows.iloc[order]


def _factorized(rows: pd.DataFrame) -> tuple[np.ndarray[Any, Any], list[dict[Hashable, Any]]]:
    """Return the code of each row's state and the states, in order of first appearance."""
    columns = [*STATE, "stale"]
    parts = [pd.factorize(rows[column])[0] for column in columns]
    joined = np.zeros(len(rows), dtype=np.int64)
    for part in parts:
        joined = joined * (int(part.max(initial=0)) + 2) + part + 1
    codes, _ = pd.factorize(joined)
    first = pd.Series(codes).drop_duplicates().index
    return codes, rows.iloc[first][columns].to_dict("records")


def _look(state: dict[Hashable, Any], conflict: "Conflict", words: "Words") -> Look:
    holders = tuple(state["holders"])
    fills = tuple(conflict.actors[holder].colour for holder in holders)
    return Look(
        status=str(state["status"]),
        fills=(*fills, BLANK) if state["blank"] else fills,
        strength=_strength(state),
        outline="dashed" if state["changing_hands"] else "solid" if fills else "dotted",
        marks=tuple(mark for mark in MARKS if state[mark] and not _said_by_hatch(mark, state)),
        word=words.say(f"map.word.{state['status']}", holders=_names(holders, conflict, words)),
        sentence=_sentence(state, conflict, words),
    )


def _said_by_hatch(mark: str, state: dict[Hashable, Any]) -> bool:
    return mark == CONTRADICTED and len(state["holders"]) > 1


def _strength(state: dict[Hashable, Any]) -> str:
    if not state["holders"]:
        return "none"
    if state["stale"]:
        return "stale"
    named = state["scope"] == Scope.NAMED
    return "firm" if named and state["status"] != Status.CLAIMED else "soft"


def _sentence(state: dict[Hashable, Any], conflict: "Conflict", words: "Words") -> str:
    key = "denied" if state["blank"] else str(state["status"])
    parts = [words.say(f"map.sentence.{key}", holders=_names(state["holders"], conflict, words))]
    if state["holders"] and state["scope"] != Scope.NAMED:
        parts.append(words.say("map.sentence.wide"))
    shown = [mark for mark in ("changing_hands", *MARKS) if state[mark]]
    parts += [words.say(f"map.sentence.{mark}") for mark in shown if not _said_by_hatch(mark, state)]
    return ", ".join(parts)


def _names(holders: tuple[str, ...], conflict: "Conflict", words: "Words") -> str:
    actors = [conflict.actors[holder] for holder in holders]
    return " / ".join(visible(actor.names.get(words.language, actor.name)) for actor in actors)
