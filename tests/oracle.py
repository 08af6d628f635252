"""The rule a second time: one area on one day, sentence by sentence, slow and plain.

Written from ``docs/codebook.md`` §3 and §7 and ``docs/rule.md`` alone; shares no line with `geo.timeline`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

SCOPES = ["named", "all_but", "all_of", "only_outside", "part_of"]
HOLDING = {"holds", "captured", "repelled"}

Row = Mapping[str, Any]


@dataclass(frozen=True)
class World:
    """What the rule needs beside the rows, whose dates are `date` or None."""

    groups: Mapping[str, list[str]]
    sides: Mapping[str, str]
    rivals: Mapping[str, frozenset[str]]
    window_days: int = 3
    stale_days: int = 7


@dataclass(frozen=True)
class Stand:
    """Where one voice stands, today, on who holds the area."""

    holder: str
    scope: str
    day: date
    side: str
    said_by: frozenset[str]
    narrowly_by: frozenset[str]
    stays: bool = False


@dataclass
class Answer:
    """What an area shows."""

    status: str = "unreported"
    holders: set[str] = field(default_factory=set)
    blank: bool = False
    fighting: bool = False
    alleged: bool = False
    changing_hands: bool = False
    contradicted: bool = False
    denied: bool = False
    denied_holders: set[str] = field(default_factory=set)
    scope: str = ""
    wide: bool = False
    age_days: int | None = None
    stale: bool = False
    voted: set[str] = field(default_factory=set)
    outvoted: set[str] = field(default_factory=set)
    history: set[str] = field(default_factory=set)
    denying: set[str] = field(default_factory=set)
    fighting_by: set[str] = field(default_factory=set)
    changing_hands_by: set[str] = field(default_factory=set)
    contradicted_by: set[str] = field(default_factory=set)
    blank_by: set[str] = field(default_factory=set)
    denied_by: set[str] = field(default_factory=set)
    against_since: set[str] = field(default_factory=set)


def existing(rows: Iterable[Row], narrator: str, known: date | None) -> list[Row]:
    """Return the rows that exist for the narrator, as known on a day."""
    told_by = {"others": ("outlet", "third_party")}.get(narrator, (narrator,))
    own = [row for row in rows if narrator == "everyone" or row["claimant_side"] in told_by]
    return [row for row in own if known is None or row["published_to"] <= known]


def answer(rows: Iterable[Row], world: World, area: str, day: date) -> Answer:
    """Return what the rule says of `area` on `day`, from the rows that exist."""
    here = [row for row in rows if area in [row["area_id"], *world.groups.get(row["area_id"], [])]]
    cells = [row for row in here if _is_cell(row)]
    here = [row for row in here if not _is_cell(row)]
    past = [row for row in here if row["date_to"] and row["date_to"] <= day]
    shown = Answer(fighting_by={row["report_id"] for row in here if _fought(row, day)})
    shown.changing_hands_by = {row["report_id"] for row in here if _under_way(row, day)}
    told = [row for row in here if row["report_id"] in shown.fighting_by]
    shown.alleged = bool(told) and all(
        row["claim"] == "attacked" and row["claimant_side"] not in ("outlet", "third_party") for row in told
    )
    shown.fighting, shown.changing_hands = bool(shown.fighting_by), bool(shown.changing_hands_by)
    stands = [stand for stands in _voices(past, world).values() for stand in stands]
    told_by_cells = _told_by_cells(cells, day)
    stands += [one.stand for one in told_by_cells if one.stands and not _left_since(one.stand, past, world)]
    if stands:
        _vote(shown, stands, past, world, day)
    else:
        _deny(shown, past, world, [one.stand.day for one in told_by_cells])
    taken = {row["report_id"] for row in past if _takes_position(row)}
    taken |= {report for one in told_by_cells for report in one.stand.said_by}
    shown.history = taken - shown.voted - shown.outvoted
    return shown


def _takes_position(row: Row) -> bool:  # R1
    return row["polarity"] == "asserts" and row["claim"] in HOLDING and row["scope"] != "part_of"


def _is_cell(row: Row) -> bool:
    """Return whether the row is a table's cell that says who holds, or names nobody."""
    says = row["claim"] == "holds" and row["polarity"] == "asserts" and row["scope"] != "part_of"
    return bool(row.get("evidence") == "table" and says and row["date_to"])


@dataclass(frozen=True)
class Cell:
    """What one cell says up to today, and whether that stands."""

    stand: Stand
    stands: bool


def _told_by_cells(cells: list[Row], day: date) -> list[Cell]:  # R1 for tables, cell by cell
    told: list[Cell] = []
    table = ("voice_id", "claimant_side", "source_id", "area_id")
    for place in {tuple(row[name] for name in table) for row in cells}:
        own = [row for row in cells if tuple(row[name] for name in table) == place]
        begins = {_first(row) for row in own}
        before: dict[tuple[str, str], str] = {}
        for first in sorted(begins):
            if first > day:
                break
            after = min((other for other in begins if other > first), default=None)
            now = {(row["party"], row["scope"]): row for row in own if _first(row) == first and row["party"]}
            ids = {said: before.get(said, row["report_id"]) for said, row in now.items()}
            for said, row in now.items():
                last = row["date_to"] if after is None else min(row["date_to"], after - timedelta(days=1))
                by = frozenset({ids[said]})
                stand = Stand(*said, min(day, last), row["claimant_side"], by, by, stays=True)
                told.append(Cell(stand, stands=after is None or after > day))
            before = ids
    return told


def _first(row: Row) -> date:
    first: date = row["date_from"] or row["date_to"]
    return first


def _left_since(stand: Stand, past: list[Row], world: World) -> bool:
    own = [row for row in past if _own_leaving(row, world) and row["party"] == stand.holder]
    return stand.side == world.sides[stand.holder] and any(row["date_to"] > stand.day for row in own)


def _wider(scope: str, than: str) -> bool:
    return SCOPES.index(scope) > SCOPES.index(than)


def _voices(past: list[Row], world: World) -> dict[tuple[str, str], list[Stand]]:  # R2
    voices: dict[tuple[str, str], list[Stand]] = {}
    for today in sorted({row["date_to"] for row in past}):
        rows = [row for row in past if row["date_to"] == today]
        gone = {row["party"] for row in rows if _own_leaving(row, world)}
        for voice, stands in voices.items():
            voices[voice] = [s for s in stands if not (s.holder in gone and s.side == world.sides[s.holder])]
        taken = [row for row in rows if _takes_position(row)]
        for voice in {(row["voice_id"], row["claimant_side"]) for row in taken}:
            own = [row for row in taken if (row["voice_id"], row["claimant_side"]) == voice]
            voices[voice] = _today(own, {stand.holder: stand for stand in voices.get(voice, [])})
    return voices


def _own_leaving(row: Row, world: World) -> bool:
    says_left = row["claim"] == "left" and row["polarity"] == "asserts" and row["scope"] != "part_of"
    return says_left and row["claimant_side"] == world.sides[row["party"]]


def _today(own: list[Row], before: Mapping[str, Stand]) -> list[Stand]:
    narrowest = min((row["scope"] for row in own), key=SCOPES.index)
    stands = []
    for holder in {row["party"] for row in own if row["scope"] == narrowest}:
        rows = [row for row in own if row["scope"] == narrowest and row["party"] == holder]
        ids = frozenset(row["report_id"] for row in rows)
        old = before.get(holder)
        keeps = old is not None and _wider(narrowest, old.scope)
        scope, narrow = (old.scope, old.narrowly_by) if old and keeps else (narrowest, ids)
        stands.append(Stand(holder, scope, rows[0]["date_to"], rows[0]["claimant_side"], ids, narrow))
    return stands


def _vote(shown: Answer, stands: list[Stand], past: list[Row], world: World, day: date) -> None:
    oldest = max(stand.day for stand in stands) - timedelta(days=world.window_days)
    current = [stand for stand in stands if stand.stays or stand.day >= oldest]  # R3
    shown.scope = min((stand.scope for stand in current), key=SCOPES.index)
    voters = [stand for stand in current if stand.scope == shown.scope]  # R4
    outvoted = [stand for stand in current if stand.scope != shown.scope]
    shown.holders = {stand.holder for stand in voters}
    shown.wide = shown.scope != "named"
    shown.age_days = (day - max(stand.day for stand in voters)).days
    shown.stale = shown.age_days > world.stale_days
    shown.voted, shown.outvoted = _behind(voters), _behind(outvoted)
    denials = [row for row in past if row["date_to"] >= oldest and _denies(row, shown.holders, world)]
    shown.denying = {row["report_id"] for row in denials}
    others = [stand for stand in outvoted if stand.holder not in shown.holders]
    shown.contradicted_by = shown.denying | _behind(others)
    shown.contradicted = bool(denials) or bool(others)
    if len(shown.holders) == 1:
        shown.blank_by = {row["report_id"] for row in denials if not _wider(row["scope"], shown.scope)}
    shown.blank = bool(shown.blank_by)
    shown.status = _status(shown, voters, world)

    newest = max(stand.day for stand in voters)
    shown.against_since = {
        row["report_id"]
        for row in past
        if _somewhere(row) and row["date_to"] >= newest and row["party"] not in shown.holders
    }


def _somewhere(row: Row) -> bool:
    return row["polarity"] == "asserts" and row["claim"] in HOLDING and row["scope"] == "part_of"


def _deny(shown: Answer, past: list[Row], world: World, cells: list[date]) -> None:  # R6, denied
    denials = [row for row in past if row["scope"] != "part_of" and _denies(row, set(world.sides), world)]
    words = [row["date_to"] for row in past if row in denials or _takes_position(row)] + cells
    standing = [row for row in denials if row["date_to"] >= max(words) - timedelta(days=world.window_days)]
    shown.denied_by = {row["report_id"] for row in standing}
    shown.denied_holders = {row["party"] for row in standing}
    shown.denied = bool(standing)
    shown.wide = bool(standing) and all(row["scope"] != "named" for row in standing)


def _behind(stands: list[Stand]) -> set[str]:
    return {report for stand in stands for report in stand.said_by | stand.narrowly_by}


def _status(shown: Answer, voters: list[Stand], world: World) -> str:  # R5
    if len(shown.holders) > 1 or shown.blank:
        return "disputed"
    if any(stand.side in world.rivals[stand.holder] for stand in voters):
        return "conceded"
    if any(stand.side in ("outlet", "third_party") for stand in voters):
        return "reported"
    return "claimed"


def _denies(row: Row, holders: set[str], world: World) -> bool:
    denied = row["polarity"] == "denies" and row["claim"] in HOLDING
    left = row["polarity"] == "asserts" and row["claim"] == "left"
    if not (denied or left) or row["party"] not in holders:
        return False
    return row["claimant_side"] in world.rivals[row["party"]]


def _fought(row: Row, day: date) -> bool:  # R6
    said = (
        row["polarity"] == "asserts" and row["claim"] in ("fighting", "attacked") and row["scope"] == "named"
    )
    return bool(said and row["date_to"]) and (row["date_from"] or row["date_to"]) <= day <= row["date_to"]


def _under_way(row: Row, day: date) -> bool:
    said = row["polarity"] == "asserts" and row["claim"] == "captured" and row["scope"] != "part_of"
    return bool(said and row["date_from"] and row["date_to"]) and row["date_from"] <= day < row["date_to"]
