"""Control -> colour, hatch, marks, words: the table that Python hands to the painting script.

A look adds nothing to the rule; it only decides how its result is drawn (``docs/painting.md``).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, cast

import numpy as np
import pandas as pd

from geo.reading import Status
from geo.timeline import Timeline, with_staleness
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict
    from geo.words import Words

BLANK: Final = "blank"
"""The second colour of a hatch where a hold is denied and nobody else is said to hold."""

PALER: Final = {"firm": 0.0, "soft": 0.55, "stale": 0.75, "none": 0.0}
"""Strength -> how far a colour is mixed towards white, linear in sRGB."""

CONTRADICTED: Final = "contradicted"
DENIED: Final = "denied"
MARKS: Final = ("fighting", CONTRADICTED, DENIED)
"""Drawn beside the word."""

SHOWN: Final = ("changing_hands", *MARKS)
"""All marks in the order in which they are said; `changing_hands` is drawn as the outline."""

STATE: Final = ["status", "holders", "blank", *SHOWN, "alleged", "denied_holders", "wide", "stale"]
"""Columns of the timeline that decide a look."""


class Marked(Protocol):
    """What decides the marks of a state: a row of `geo.timeline.control`, read by attribute."""

    @property
    def holders(self) -> Sequence[str]:
        """Actor ids."""

    @property
    def fighting(self) -> bool:
        """Whether fighting is reported."""

    @property
    def alleged(self) -> bool:
        """Whether the fighting is an attack of which only a party speaks."""

    @property
    def changing_hands(self) -> bool:
        """Whether a capture is under way."""

    @property
    def contradicted(self) -> bool:
        """Whether the hold is contradicted."""

    @property
    def denied(self) -> bool:
        """Whether nobody votes, but a rival's hold is denied."""


class State(Marked, Protocol):
    """What decides a look: a row of `geo.timeline.control`, or one as its changes give it."""

    @property
    def status(self) -> str:
        """A `Status`."""

    @property
    def denied_holders(self) -> Sequence[str]:
        """Ids of the actors whose hold is denied where nobody votes."""

    @property
    def blank(self) -> bool:
        """Whether the hold is disputed against a denial."""

    @property
    def wide(self) -> bool:
        """Whether somebody votes and no voter names the area."""

    @property
    def stale(self) -> bool:
        """Whether the newest vote is older than the conflict's stale days."""


@dataclass(frozen=True)
class Look:
    """How an area is drawn and worded; equal looks are stored once.

    Parameters
    ----------
    status
        A `Status`.
    fills
        Colours of the holders as the conflict file gives them, in the conflict's order: none
        (unreported), one, or two or more in a hatch of equal widths; `blank` where the hold is denied.
    strength
        `firm`: someone names the area, not only the holder's own side; `soft`: claimed only, or
        reached by a wider statement; `stale`: older than the conflict's stale days; `none`.
    outline
        `solid`, `dashed` (changing hands) or `dotted` (unreported).
    marks
        Drawn beside the word: those of `shown_marks` that are in `MARKS`.
    word
        Under the name on the map.
    sentence
        In tooltip, strip and screen reader, without the age.
    pale
        Why the strength is `soft`: `claimed` (only the holder's own side says so), `wide` (said of a
        wider area), or both.
    """

    status: str
    fills: tuple[str, ...]
    strength: str
    outline: str
    marks: tuple[str, ...]
    word: str
    sentence: str
    pale: tuple[str, ...] = ()

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


def looks(timeline: Timeline, conflict: "Conflict", words: "Words") -> Looks:
    """Return the looks of a timeline: what every area looks like from each of its changes on.

    Parameters
    ----------
    timeline
        One narrator's, as known on one day.
    conflict
        Its actors (colours, names) and last day.
    words
        The language of the looks' words.
    """
    rows = with_staleness(timeline, conflict.last_day)
    codes, states = _factorized(rows)
    made = [_look(state, conflict, words) for state in states]
    table = list(dict.fromkeys([unreported(words), *made]))
    position = np.array([table.index(look) for look in made], dtype=np.int64)
    changes = rows[["area_id", "day", "newest"]].assign(look=position[codes])
    return Looks(table, changes[["area_id", "day", "look", "newest"]])


def unreported(words: "Words") -> Look:
    """Return the look of an area for which nobody has said who holds it."""
    said = words.say("map.word.unreported"), words.say("map.sentence.unreported")
    return Look(Status.UNREPORTED, (), "none", "dotted", (), *said)


def strength(state: State) -> str:
    """Return how firm a state's colour is: a key of `PALER`, as in `Look.strength`."""
    if not state.holders:
        return "none"
    if state.stale:
        return "stale"
    return "soft" if pale(state) else "firm"


def told_status(state: State) -> tuple[str, Sequence[str]]:
    """Return how a status is said, a key of the words, and of whom: `blank` and `denied` are said apart."""
    if state.denied:
        return DENIED, state.denied_holders
    return BLANK if state.blank else str(state.status), state.holders


def pale(state: State) -> tuple[str, ...]:
    """Return why a colour is paler than one that others say of the area itself: `claimed`, `wide`, both."""
    reasons = {"claimed": state.status == Status.CLAIMED, "wide": state.wide}
    return tuple(reason for reason, applies in reasons.items() if applies)


def shown_marks(state: Marked) -> tuple[str, ...]:
    """Return the marks that a state shows, in the order of `SHOWN`.

    A hatch of two holders says by itself that the area is `contradicted`: that mark is left out.
    Tables, which have no hatch, have the column `contradicted`.
    """
    said = {CONTRADICTED} if len(state.holders) > 1 else set()
    return tuple(mark for mark in SHOWN if getattr(state, mark) and mark not in said)


def mark_key(state: Marked, mark: str) -> str:
    """Return the key of a mark's words: fighting that only a party speaks of is no report of fighting."""
    return "alleged" if mark == "fighting" and state.alleged else mark


def _factorized(rows: pd.DataFrame) -> tuple[np.ndarray[Any, Any], list[State]]:
    """Return the code of each row's state and the states, in order of first appearance."""
    codes = rows.groupby(STATE, sort=False, observed=True).ngroup()
    states = rows[STATE][~codes.duplicated()].itertuples(index=False)
    return codes.to_numpy(), cast("list[State]", list(states))


def _look(state: State, conflict: "Conflict", words: "Words") -> Look:
    fills = tuple(conflict.actors[holder].colour for holder in state.holders)
    marks = shown_marks(state)
    return Look(
        status=str(state.status),
        fills=(*fills, BLANK) if state.blank else fills,
        strength=strength(state),
        outline="dashed" if state.changing_hands else "solid" if fills else "dotted",
        marks=tuple(mark for mark in marks if mark in MARKS),
        word=_word(state, conflict, words),
        sentence=_sentence(state, marks, conflict, words),
        pale=pale(state) if strength(state) == "soft" else (),
    )


def _word(state: State, conflict: "Conflict", words: "Words") -> str:
    """Return the word under the name: who is said to hold, and why no more firmly."""
    if state.denied:
        return words.say("map.word.denied", holders=_names(state.denied_holders, conflict, words))
    word = words.say(f"map.word.{state.status}", holders=_names(state.holders, conflict, words))
    return words.say("map.word.wide", word=word) if state.wide else word


def _sentence(state: State, marks: Sequence[str], conflict: "Conflict", words: "Words") -> str:
    key, holders = told_status(state)
    parts = [words.say(f"map.sentence.{key}", holders=_names(holders, conflict, words))]
    parts += [words.say("map.sentence.wide")] if state.wide else []
    parts += [words.say(f"map.sentence.{mark_key(state, mark)}") for mark in marks if mark != DENIED]
    return ", ".join(parts)


def _names(holders: Sequence[str], conflict: "Conflict", words: "Words") -> str:
    actors = [conflict.actors[holder] for holder in holders]
    return " / ".join(visible(actor.names.get(words.language, actor.name)) for actor in actors)
