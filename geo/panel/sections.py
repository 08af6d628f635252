"""Which part of the panel a statement goes in: each in exactly one."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.reading import Claim, Conflict, Status

if TYPE_CHECKING:
    from geo.sentences import AreaControl, Statement

FOLDED: Final = frozenset({"whole", "earlier", "undated"})
"""Parts that are folded at first."""

ORDER: Final = ("votes", "contradicts", "wider", "movement", "other", "whole", "earlier", "undated")

MOVES: Final = frozenset({Claim.FIGHTING, Claim.ATTACKED, Claim.ADVANCING, Claim.LEFT})


class Part(NamedTuple):
    """A part of the panel: its key in the words, its statements, whether it is folded."""

    key: str
    statements: tuple["Statement", ...]
    folded: bool


def parts(
    statements: Iterable["Statement"], control: "AreaControl", *, area_id: str, day: date, conflict: Conflict
) -> tuple[Part, ...]:
    """Return the statements in the panel's order: voters, contradiction, movement, the whole, the past."""
    found: dict[str, list[Statement]] = {key: [] for key in ORDER}
    recent = day - timedelta(days=conflict.window_days)
    for one in statements:
        found[_part(one, control, area_id=area_id, recent=recent)].append(one)
    titles = {"votes": "disagree" if control.status == Status.DISPUTED else "votes"}
    return tuple(
        Part(titles.get(key, key), _newest_first(said), key in FOLDED) for key, said in found.items() if said
    )


def _part(one: "Statement", control: "AreaControl", *, area_id: str, recent: date) -> str:
    ruled = _by_rule(one, control)
    if ruled or one.date_to is None:
        return ruled or "undated"
    if one.area_id != area_id:
        return "whole"
    if one.date_to < recent:
        return "earlier"
    return "movement" if one.claim in MOVES else "other"


def _by_rule(one: "Statement", control: "AreaControl") -> str:
    if one.report_id in control.voted:
        return "votes"
    if one.report_id in control.blank_by:
        return "votes"
    if one.report_id in control.contradicted_by:
        return "contradicts"
    if one.report_id in control.outvoted:
        return "wider"
    return "earlier" if one.report_id in control.history else ""


def _newest_first(said: Sequence["Statement"]) -> tuple["Statement", ...]:
    return tuple(sorted(said, key=lambda one: one.date_to or date.min, reverse=True))
