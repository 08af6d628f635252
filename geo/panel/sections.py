"""Which part of the panel a statement goes in: each in exactly one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.reading import Claim, Conflict, Status

if TYPE_CHECKING:
    from geo.sentences import AreaControl, Statement

FOLDED: Final = frozenset({"whole", "earlier", "undated"})
"""Parts that are folded at first."""

ORDER: Final = (
    "votes",
    "denied",
    "contradicts",
    "newer",
    "wider",
    "movement",
    "other",
    "whole",
    "earlier",
    "undated",
)
BY_RULE: Final = {
    "voted": "votes",
    "blank_by": "votes",
    "denied_by": "denied",
    "contradicted_by": "contradicts",
    "against_since": "newer",
    "outvoted": "wider",
    "history": "earlier",
}
"""Lists of control, the first that names a statement decides, and the part of the panel it goes in."""

MOVES: Final = frozenset({Claim.FIGHTING, Claim.ATTACKED, Claim.ADVANCING, Claim.LEFT})


class Part(NamedTuple):
    """A part of the panel: its key in the words, its statements, whether it is folded, for which holder."""

    key: str
    statements: tuple["Statement", ...]
    folded: bool
    holder: str = ""


def parts(
    statements: Iterable["Statement"], control: "AreaControl", *, area_id: str, day: date, conflict: Conflict
) -> tuple[Part, ...]:
    """Return the statements in the panel's order: voters, contradiction, movement, the whole, the past."""
    found: dict[str, list[Statement]] = {key: [] for key in ORDER}
    recent, ruled = day - timedelta(days=conflict.window_days), _by_rule(control)
    for one in statements:
        found[_part(one, ruled, area_id=area_id, recent=recent)].append(one)
    titles = {"votes": "disagree" if control.status == Status.DISPUTED else "votes"}
    return tuple(
        Part(titles.get(key, key), _newest_first(heap), key in FOLDED, holder)
        for key, said in found.items()
        for holder, heap in _heaps(key, said)
    )


def _heaps(key: str, said: Sequence["Statement"]) -> Iterator[tuple[str, list["Statement"]]]:
    """Yield a part's statements; wider ones in one heap per holder, for rivals do not agree."""
    by_holder: dict[str, list[Statement]] = {}
    for one in said:
        by_holder.setdefault(one.party if key == "wider" else "", []).append(one)
    yield from by_holder.items()


def _part(one: "Statement", ruled: Mapping[str, str], *, area_id: str, recent: date) -> str:
    if one.report_id in ruled or one.date_to is None:
        return ruled.get(one.report_id, "undated")
    if one.area_id != area_id:
        return "whole"
    if one.date_to < recent:
        return "earlier"
    return "movement" if one.claim in MOVES else "other"


def _by_rule(control: "AreaControl") -> Mapping[str, str]:
    """Return the part of each report that a list of control names."""
    turns = reversed(BY_RULE.items())  # the first list that names a report is the last to say where it goes
    return {report_id: part for name, part in turns for report_id in getattr(control, name)}


def _newest_first(said: Sequence["Statement"]) -> tuple["Statement", ...]:
    return tuple(sorted(said, key=lambda one: one.date_to or date.min, reverse=True))
