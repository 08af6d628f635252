"""The day in one sentence: how many areas each is said to hold, and by whose word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from geo.looks import BLANK, DENIED, told_status
from geo.reading import EVERYONE, OTHERS, Status
from geo.sentences.names import actor_name, area_kind, area_name, narrator_name, short_name
from geo.sentences.witnesses import bearing

if TYPE_CHECKING:
    import pandas as pd

    from geo.looks import State
    from geo.reading import Conflict
    from geo.sentences.account import Account
    from geo.words import Words

MOST_CLAUSES: Final = 4
"""Clauses before the rest is counted together; that nothing is said of an area is always told."""

ORDER: Final[Sequence[str]] = (
    Status.DISPUTED,
    Status.REPORTED,
    Status.CONCEDED,
    Status.CLAIMED,
    DENIED,
    Status.UNREPORTED,
)
"""Of clauses about equally many areas."""

OWN_WORD: Final[Mapping[str, str]] = {
    Status.REPORTED: "held",
    Status.CONCEDED: "held",
    Status.CLAIMED: "held",
}
"""Status -> how it is said where one side alone speaks, and the sentence says that it does."""


class Kind(NamedTuple):
    """What some areas have in common: how their status is said, of whom, and which sides concede it."""

    key: str
    holders: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()


class Row(NamedTuple):
    """What is read of an area's row of control."""

    status: str
    holders: Sequence[str]
    blank: bool
    denied: bool
    denied_holders: Sequence[str]
    voted: Sequence[str]


class Counted(NamedTuple):
    """Who is counted: the areas' ids, the word for them, and where they are."""

    areas: Sequence[str]
    kind: str
    where: str


def lead_of(account: "Account", day: date, words: "Words", *, said_day: str) -> str:
    """Return how many areas of the focus, or of the map, each is said to hold; "" without areas.

    A focus that is one area, or of which the account lacks an area, is not counted by itself. `said_day`
    is the day in words, so that a one-file map can leave a place for it.
    """
    counted = _counted(account, day, words)
    if not counted.areas:
        return ""
    conflict, narrator = account.conflict, account.narrator
    kinds = _kinds(account, account.control(day), frozenset(counted.areas))
    silent = kinds.pop(Kind(Status.UNREPORTED), 0)
    teller = narrator if narrator in {EVERYONE, OTHERS} else "side"
    values = {"day": said_day, "narrator": narrator_name(conflict, narrator, words)}
    if not kinds:
        return words.say(f"lead.silent.{teller}", who=_who("any", counted, conflict, words), **values)
    said = words.clauses(list(_clauses(account, kinds, counted, words)))
    if silent:
        key = "lead.others_than_side" if teller == "side" else "lead.others_than"
        said = words.say(key, said=said, who=_who("other", counted, conflict, words, silent))
    return words.say(f"lead.on.{teller}", said=said, **values)


def _counted(account: "Account", day: date, words: "Words") -> Counted:
    conflict, there = account.conflict, account.control(day).index.tolist()
    group = conflict.groups.get(conflict.focus)
    whole = group is not None and set(group.areas) <= set(there)
    areas = group.areas if group and whole else there
    kinds = {area_kind(conflict, area) for area in areas}
    key = f"lead.kind.{kinds.pop()}" if len(kinds) == 1 else ""
    kind = words.say(key if words.has(key) else "lead.kind.area", count=len(areas))
    if not whole:
        return Counted(areas, kind, words.say("lead.where.map"))
    name = short_name(conflict, conflict.focus, words)
    return Counted(areas, kind, words.say("lead.where.group", whole=name))


def _kinds(account: "Account", control: "pd.DataFrame", areas: frozenset[str]) -> Counter[Kind]:
    some = control if len(areas) == len(control) else control[control.index.isin(areas)]
    rows = list(map(Row, *(some[column].tolist() for column in Row._fields)))
    conceding = _conceding(account, rows)
    alike = Counter(row if row.status == Status.CONCEDED else row._replace(voted=()) for row in rows)
    found = Counter[Kind]()
    for row, count in alike.items():
        found[_kind(row, conceding)] += count
    return found


def _conceding(account: "Account", rows: Iterable[Row]) -> dict[str, str]:
    """Return the votes that concede an area to a rival, each with the side that does; all read at once."""
    votes = [vote for row in rows if row.status == Status.CONCEDED for vote in row.voted]
    said = ((one, bearing(one, account.conflict)) for one in account.statements(votes))
    return {
        one.report_id: one.claimant_side for one, found in said if found and found.rule == "rival_conceded"
    }


def _kind(row: Row, conceding: Mapping[str, str]) -> Kind:
    key, holders = told_status(cast("State", row))
    if key in {BLANK, Status.DISPUTED}:
        return Kind(Status.DISPUTED)
    if key != Status.CONCEDED:
        return Kind(key, tuple(holders))
    sides = {conceding[vote] for vote in row.voted if vote in conceding}
    return Kind(key, tuple(holders), tuple(sorted(sides)))


def _clauses(account: "Account", kinds: Counter[Kind], counted: Counted, words: "Words") -> Iterator[str]:
    """Yield what is said of most areas first, and of the rest how many they are."""
    ranked = sorted(kinds, key=lambda kind: (-kinds[kind], ORDER.index(kind.key), kind))
    most = MOST_CLAUSES if len(ranked) <= MOST_CLAUSES else MOST_CLAUSES - 1
    named = {kind: kinds[kind] for kind in ranked[:most]}
    if rest := sum(kinds[kind] for kind in ranked[most:]):
        named[Kind("rest")] = rest
    for place, (kind, count) in enumerate(named.items()):
        whole = count == len(counted.areas)
        form = "more" if place else "all" if whole else "some"
        who = _who(form, counted, account.conflict, words, count)
        yield _clause(account, kind, who, count, words)


def _clause(account: "Account", kind: Kind, who: str, count: int, words: "Words") -> str:
    conflict = account.conflict
    alone = account.narrator not in {EVERYONE, OTHERS}
    key = f"lead.said_by_side.{OWN_WORD.get(kind.key, kind.key)}" if alone else f"lead.said.{kind.key}"
    if key == "lead.said.conceded" and not kind.sides:  # looked up: who concedes it is not at hand
        key = "lead.said.conceded_by_rival"
    holders = words.list([actor_name(conflict, holder, words) for holder in kind.holders])
    sides = words.list([narrator_name(conflict, side, words) for side in kind.sides])
    return words.say(key, who=who, count=count, holders=holders, sides=sides)


def _who(form: str, counted: Counted, conflict: "Conflict", words: "Words", count: int = 0) -> str:
    """Return how many areas of which are meant; an only area by its name."""
    total = len(counted.areas)
    if total == 1:
        return area_name(conflict, counted.areas[0], words)
    if form == "all" and total == 2:  # noqa: PLR2004 (both)
        form = "both"
    numbers = {"number": words.spelled(count), "total": words.spelled(total)}
    return words.say(f"lead.who.{form}", count=count, kind=counted.kind, where=counted.where, **numbers)
