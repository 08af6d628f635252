"""What the component is told after each run: the article, its items, the card of one, the last words said."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from geo.desk import REFUSED
from geo.page.desk.card import card
from geo.page.desk.fields import lists
from geo.page.desk.items import Item, chosen
from geo.page.desk.marked import Span, paragraphs
from geo.reader import LOOK
from geo.words import Words, visible

if TYPE_CHECKING:
    from geo.desk import FolderState
    from geo.page.desk.fields import Said
    from geo.page.desk.session import Desk

RIGHT_TO_LEFT: Final = ("fa", "ar", "ps", "ur", "he")
FSI, PDI = "\u2068", "\u2069"
"""Around a name in a line that may run the other way."""

PARTS: Final = ("key", "look", "mark", "heading", "button", "help", "check", "aria")
"""Tables of `desk.toml` whose words the script writes itself."""


def told(desk: "Desk", state: "FolderState", words: Words) -> dict[str, Any]:
    """Return what the component draws of the open article."""
    items = desk.items(state)
    item = chosen(items, desk.current)
    listed = lists(desk, state, (draft for one in items for draft in one.drafts), words)
    said = _said(listed)
    return {
        "n": desk.heard,
        "words": script_words(words),
        "dir": words.direction,
        "said": " ".join(filter(None, (desk.said, _done(items, words)))),
        "failed": desk.failed,
        "coder": desk.coder,
        "article": _article(desk, state, items, words),
        "items": [_item(number, one, said, words) for number, one in enumerate(items, 1)],
        "current": item.id if item else "",
        "count": words.say("desk.place", number=items.index(item) + 1, count=len(items)) if item else "",
        "counts": _counts(items, words),
        "choices": listed,
        "card": card(desk, state, item, said, words) if item else None,
    }


def _done(items: list[Item], words: Words) -> str:
    """Return that every statement is decided; "" = there is one that is not, or none at all."""
    return words.say("desk.all_decided") if items and all(item.decision for item in items) else ""


def script_words(words: Words) -> dict[str, str]:
    """Return the words that the script writes itself, by their key without `desk.`."""
    keys = (key for key in words.entries if key.startswith(tuple(f"desk.{part}." for part in PARTS)))
    return {key.removeprefix("desk."): words.say(key) for key in keys}


def _said(listed: Mapping[str, list[tuple[str, str]]]) -> "Said":
    labels = {name: dict(some) for name, some in listed.items()}
    return lambda name, value: labels.get(name, {}).get(value, value)


def _article(desk: "Desk", state: "FolderState", items: list[Item], words: Words) -> dict[str, Any]:
    source = state.conflict.sources.loc[desk.source_id]
    day = words.short_day(state.day(desk.source_id), year=True)
    language = str(source["language"] or "en")
    spans = [Span(one.id, one.first.start, one.first.end) for one in items]
    return {
        "id": desk.source_id,
        "head": words.say("desk.head", outlet=f"{FSI}{visible(str(source['outlet']))}{PDI}", day=day),
        "title": visible(str(source["title"])),
        "lang": language,
        "dir": "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr",
        "paragraphs": [
            [{"s": p.start, "t": p.text, "i": p.items, "e": p.ends} for p in pieces]
            for pieces in paragraphs(state.text(desk.source_id), spans)
        ],
    }


def _item(number: int, item: Item, said: "Said", words: Words) -> dict[str, Any]:
    """Return what the article shows of an item: number, kind, and its name for who does not see it."""
    row, state = item.first.row, item.decision or ("look" if item.first.tier == LOOK else "proposed")
    place, claim = said("area_id", row["area_id"]), said("claim", row["claim"])
    what = words.list([one for one in (place, claim) if one]) if place or claim else row["quote"][:60]
    return {
        "id": item.id,
        "number": number,
        "state": state,
        "name": visible(
            words.say("desk.item", number=number, state=words.say(f"desk.state.{state}"), what=what)
        ),
    }


def _counts(items: list[Item], words: Words) -> str:
    by = {"accepted": 0, REFUSED: 0, "look": 0, "open": 0}
    for item in items:
        by[item.decision or ("look" if item.first.tier == LOOK else "open")] += 1
    return " · ".join(words.say(f"desk.counts.{name}", count=number) for name, number in by.items() if number)
