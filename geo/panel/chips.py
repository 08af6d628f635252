"""What a card says of its statement in a few words each: its reach, reading, interest, hedge and spelling."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from geo.reading import Conflict, Scope
from geo.sentences import (
    Statement,
    actor_name,
    area_kind,
    area_name,
    bearing,
    exceptions,
    hedge_in_words,
)

if TYPE_CHECKING:
    from geo.words import Words


class Chip(NamedTuple):
    """A short label, its explanation, and its kind for the style sheet."""

    text: str
    help: str
    kind: str = ""


def reading(one: Statement, conflict: Conflict, words: "Words") -> str:
    """Return how the statement was read: ``read as: NRF holds``."""
    party = actor_name(conflict, one.party, words) if one.party in conflict.actors else ""
    what = words.say(f"panel.reading.{one.claim}", party=party)
    return words.say(f"panel.reading.{one.polarity}", what=what)


def chips(one: Statement, conflict: Conflict, words: "Words", *, written: bool) -> Iterable[Chip]:
    """Yield what a card says of a statement; `written` = also the place as the article spells it."""
    yield Chip(reach(one, conflict, words), words.say(f"scopes.long.{one.scope}"), "scope")
    yield Chip(reading(one, conflict, words), "", "reading")
    if found := bearing(one, conflict):
        text = words.say(f"witnesses.{found.interest}")
        yield Chip(text, words.say(f"witnesses.rule.{found.rule}"), str(found.interest))
    if one.hedge:
        yield Chip(hedge_in_words(conflict, one.hedge, words), words.say("panel.hedge_help"), "hedge")
    if written and one.place_as_written:
        key = "panel.written_in_table" if one.of_table else "panel.written_as"
        yield Chip(words.say(key, place=one.place_as_written), "", "written")


def reach(one: Statement, conflict: Conflict, words: "Words") -> str:
    """Return how a statement reaches its area, in a few words; exceptions by their names."""
    if excepted := exceptions(conflict, one):
        names = words.list([area_name(conflict, area, words) for area in excepted.others])
        return words.say("scopes.short.all_but_named", others=names)
    whole = area_name(conflict, one.area_id, words)
    kind = area_kind(conflict, one.area_id)
    kind = words.say(f"scopes.kind.{kind}") if words.has(f"scopes.kind.{kind}") else kind
    how = one.scope if kind or one.scope != Scope.NAMED else "named_itself"
    return words.say(f"scopes.short.{how}", kind=kind, whole=whole)
