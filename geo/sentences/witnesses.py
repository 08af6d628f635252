"""Who stands behind a colour: voices, origins and carriers, and who speaks against their own interest."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.reading import Claim, Conflict
from geo.sentences.cells import written

if TYPE_CHECKING:
    from geo.sentences.statements import Statement

FIRST_WORDS: Final = 4
"""How many words identify an utterance for a reader."""


class Interest(StrEnum):
    """What a statement does for the speaker's side."""

    AGAINST = "against"
    SELF_SERVING = "self_serving"


class Bearing(NamedTuple):
    """Whether a statement serves its speaker's side, and the rule for it (a key of the words)."""

    interest: Interest
    rule: str


class Witnesses(NamedTuple):
    """Who voted, each named once; two carriers of one origin are one witness."""

    voices: tuple[str, ...]
    origins: tuple[str, ...]
    carriers: tuple[str, ...]
    against_interest: tuple[str, ...]


class Chain(NamedTuple):
    """One origin: its first words, the names of its speaker, the outlets that carry it, each once."""

    origin_id: str
    begins: str
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]
    report_ids: tuple[str, ...]
    votes: bool
    quoted: bool = True
    """Whether `begins` are somebody's words, and not a table's cell."""
    own_table: bool = False
    """Whether it is a cell of the speaker's own table: then outlet and speaker are one step."""


def bearing(statement: "Statement", conflict: Conflict) -> Bearing | None:
    """Return what a party's statement does for its own side; None = nothing, or no party speaks.

    Against its own interest: it concedes a position to a rival, says that its own side left, or
    denies a position of its own side. Self-serving: it claims a position for its own side, denies
    a rival's, or says that a rival left.
    """
    own = _own(statement, conflict)
    if own is None:
        return None
    if statement.claim == Claim.LEFT and statement.asserts:
        return Bearing(Interest.AGAINST, "own_left") if own else Bearing(Interest.SELF_SERVING, "rival_left")
    if not statement.takes_position:
        return None
    return _of_position(own=own, asserts=statement.asserts)


def _own(statement: "Statement", conflict: Conflict) -> bool | None:
    """Return whether a side speaks of its own party; None = nor of a rival's, or no side speaks."""
    side, party = statement.claimant_side, statement.party
    if side not in conflict.sides or party not in conflict.actors:
        return None
    if conflict.actors[party].side == side:
        return True
    return False if conflict.rivals(side, party) else None


def _of_position(*, own: bool, asserts: bool) -> Bearing:
    rules = {
        (True, True): Bearing(Interest.SELF_SERVING, "own_position"),
        (False, False): Bearing(Interest.SELF_SERVING, "rival_denied"),
        (False, True): Bearing(Interest.AGAINST, "rival_conceded"),
        (True, False): Bearing(Interest.AGAINST, "own_denied"),
    }
    return rules[own, asserts]


def witnesses(voters: Iterable["Statement"], conflict: Conflict) -> Witnesses:
    """Return the voices, origins and carriers of the statements that voted, in their order."""
    votes = list(voters)
    against = [vote.voice_id for vote in votes if _against(vote, conflict)]
    return Witnesses(
        _each(vote.voice_id for vote in votes),
        _each(vote.origin_id for vote in votes),
        _each(vote.carrier.source_id for vote in votes),
        _each(against),
    )


def admissions(conflict: Conflict, votes: Iterable["Statement"]) -> dict[str, tuple[str, ...]]:
    """Return the speakers who vote against their own interest, each with the areas of those votes."""
    found: dict[str, list[str]] = {}
    for one in votes:
        if _against(one, conflict):
            found.setdefault(one.claimant, []).append(one.area_id)
    return {speaker: _each(areas) for speaker, areas in found.items()}


def chains(statements: Sequence["Statement"], voted: Iterable[str]) -> tuple[Chain, ...]:
    """Return origin -> speaker -> outlet for the statements, origins that voted first."""
    by_origin: dict[str, list[Statement]] = {}
    for statement in statements:
        by_origin.setdefault(statement.origin_id, []).append(statement)
    votes = set(voted)
    found = [_chain(origin, said, votes) for origin, said in by_origin.items()]
    return tuple(sorted(found, key=lambda chain: not chain.votes))


def _chain(origin: str, said: Sequence["Statement"], voted: set[str]) -> Chain:
    ids = tuple(statement.report_id for statement in said)
    speakers = _each(statement.claimant for statement in said)
    outlets = _each(statement.carrier.outlet for statement in said)
    quoted = not said[0].of_table
    begins = beginning(said[0].quote if quoted else written(said[0]))
    own_table = all(one.of_table and one.in_own_voice for one in said)
    return Chain(origin, begins, speakers, outlets, ids, not voted.isdisjoint(ids), quoted, own_table)


def beginning(quote: str) -> str:
    """Return the first words of a quote, with an ellipsis where it goes on."""
    words = quote.split()
    return " ".join(words[:FIRST_WORDS]) + ("…" if len(words) > FIRST_WORDS else "")


def _against(statement: "Statement", conflict: Conflict) -> bool:
    found = bearing(statement, conflict)
    return found is not None and found.interest is Interest.AGAINST


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
