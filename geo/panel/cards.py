"""Statements as cards: the exact words first, then who, where, when and how reliable; plain data only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple
from weakref import WeakKeyDictionary

from geo.panel.chips import Chip, chips
from geo.panel.quote_link import address_of_quote
from geo.reading import Claim, Conflict
from geo.sentences import (
    ONE_DAY,
    Carrier,
    Statement,
    cell_in_words,
    footnote,
    repeated,
)

if TYPE_CHECKING:
    from geo.words import Words

INK: Final = "ink"
PALE: Final = "pale"
HELD: Final = "held"
DENIED: Final = "denied"
"""The four edges of a card: fighting, presence, a position in the holder's colour, and its denial."""

MOST_KEPT: Final = 20_000
"""Cards that are kept of a conflict; with more, all are let go and made again when asked for."""


class Quote(NamedTuple):
    """Verbatim words in three parts; `place` is the place as written, "" when the words lack it."""

    before: str
    place: str
    after: str


@dataclass(frozen=True)
class Card:
    """One statement about one area; `wordings` are the same statement as others carry it.

    `sentence` is what the quote stands in, with the quote as its place; None where it adds nothing.
    `cell` is a table's cell in words, "" = a quote is the evidence; `repeated` on how many days it says so.
    `translation` is ours, of the quote, "" = none; it never stands in the quote's place.
    `link` and `archive` lead to the words in the article and in its archived copy, "" = no address.
    `citation` is what a reader copies: a footnote.
    """

    id: str
    quote: Quote
    sentence: Quote | None
    translation: str
    language: str
    speaker: str
    carrier: str
    carrier_help: str
    translation_note: str
    about: str
    about_help: str
    published: str
    published_help: str
    chips: tuple[Chip, ...]
    note: str
    edge: str
    colour: str
    grade: str
    grade_words: str
    cell: str = ""
    repeated: str = ""
    link: str = ""
    archive: str = ""
    citation: str = ""
    carried: str = ""
    wordings: tuple["Card", ...] = ()


def cards(statements: Iterable[Statement], conflict: Conflict, words: "Words") -> tuple[Card, ...]:
    """Return one card per statement and reading; other carriers of the same origin are listed on it."""
    same: dict[tuple[str, ...], list[Statement]] = {}
    for one in statements:
        key = (one.origin_id, one.area_id, one.claim, one.party, one.polarity, one.scope)
        same.setdefault(key, []).append(one)
    return tuple(_kept(group, conflict, words) for group in same.values())


def _kept(group: Sequence[Statement], conflict: Conflict, words: "Words") -> Card:
    """Return the card of a group of statements, made once: a panel shows it on many days."""
    kept = _KEPT.setdefault(conflict, {})
    key = (words.language, tuple(group))
    made = kept.get(key)
    if made is None:  # kept in a local name: another reader's thread may let it go meanwhile
        if len(kept) >= MOST_KEPT:
            kept.clear()
        made = kept[key] = _merged(group, conflict, words)
    return made


def _merged(group: Sequence[Statement], conflict: Conflict, words: "Words") -> Card:
    first, *others = [card(one, conflict, words) for one in group]
    outlets = len({one.carrier.source_id for one in group})
    carried = words.say("panel.carried_by", count=outlets) if outlets > 1 else ""
    return replace(first, carried=carried, wordings=tuple(others))


def card(one: Statement, conflict: Conflict, words: "Words") -> Card:
    """Return the card of one row of the reports."""
    quote = quoted(one.quote, one.place_as_written)
    edge, colour = _edge(one, conflict)

    def said(text: str) -> str:
        return conflict.said(text, words.language)

    grade = f"{one.reliability}{one.credibility}"
    return Card(
        id=one.report_id,
        quote=quote,
        sentence=quoted(one.sentence, one.quote) if one.sentence not in {"", one.quote} else None,
        translation=said(one.quote) if said(one.quote) != one.quote else "",
        language=one.carrier.language,
        speaker=said(one.claimant),
        carrier=carried(one, conflict, words),
        carrier_help=said(one.carrier.about),
        translation_note=said(one.carrier.translation_note),
        about=about(one, words),
        about_help=said(one.date_basis),
        published=published(one.carrier, words),
        published_help=said(one.carrier.published_basis),
        chips=tuple(chips(one, conflict, words, written=not quote.place)),
        note=said(one.note),
        edge=edge,
        colour=colour,
        grade=grade if one.reliability and one.credibility else "",
        grade_words=_grade_words(one, words),
        cell=cell_in_words(one, words) if one.of_table else "",
        repeated=repeated(one, words),
        link=address_of_quote(one.carrier.url, one),
        archive=address_of_quote(one.carrier.archive_url, one),
        citation=footnote(one, words),
    )


def quoted(quote: str, place: str) -> Quote:
    """Return the quote split around the place as written, or whole if it does not contain it."""
    start = quote.casefold().find(place.casefold()) if place else -1
    if start < 0 or len(quote) != len(quote.casefold()):
        start = quote.find(place) if place else -1
    if start < 0:
        return Quote(quote, "", "")
    stop = start + len(place)
    return Quote(quote[:start], quote[start:stop], quote[stop:])


def about(one: Statement, words: "Words") -> str:
    """Return the days that a statement is about."""
    if one.date_to is None:
        return words.say("panel.undated")
    if one.cell_days and one.date_from:
        key = "panel.stands_until" if one.until else "panel.stands"
        last = one.until - ONE_DAY if one.until else one.date_to
        year = last.year != one.date_from.year
        until = words.short_day(last, year=year)
        return words.say(key, day=words.short_day(one.date_from, year=year), until=until)
    if one.date_from is None:
        return words.say("panel.about_by", day=words.short_day(one.date_to))
    return words.say("panel.about", days=words.days(one.date_from, one.date_to))


def published(carrier: Carrier, words: "Words") -> str:
    """Return when the carrier was published, and that this is inferred when it is; "" = not known."""
    if carrier.published_from is None or carrier.published_to is None:
        return ""
    days = words.say("panel.published", days=words.days(carrier.published_from, carrier.published_to))
    return words.say("panel.inferred", published=days) if carrier.inferred else days


def carried(one: Statement, conflict: Conflict, words: "Words") -> str:
    """Return in which outlet's report the speaker is heard, or that it is the outlet's own voice."""
    key = "panel.own_voice" if one.in_own_voice else "panel.named_in"
    key = "panel.own_table" if one.of_table and one.in_own_voice else key
    return words.say(key, outlets=conflict.said(one.carrier.outlet, words.language))


def _grade_words(one: Statement, words: "Words") -> str:
    if not (one.reliability and one.credibility):
        return ""
    return words.say(
        "panel.grade_words",
        reliability=one.reliability,
        credibility=one.credibility,
        reliable=words.say(f"panel.reliability.{one.reliability}"),
        credible=words.say(f"panel.credibility.{one.credibility}"),
    )


def _edge(one: Statement, conflict: Conflict) -> tuple[str, str]:
    if one.claim in {Claim.FIGHTING, Claim.ATTACKED}:
        return INK, ""
    if one.party not in conflict.actors or one.claim in {Claim.PRESENT, Claim.ADVANCING}:
        return PALE, ""
    held = one.takes_position and one.asserts
    return HELD if held else DENIED, conflict.actors[one.party].colour


_KEPT: Final[WeakKeyDictionary[Conflict, dict[tuple[str, tuple[Statement, ...]], Card]]] = WeakKeyDictionary()
