"""The card of one item: its quote, its fields, whether it can be accepted, what that would change."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from geo.desk import ACCEPTED, REFUSED, as_accepted, problems
from geo.page.desk.card_map import change_shown
from geo.page.desk.corrected import lesson, row_of
from geo.page.desk.fields import NEEDED, fields
from geo.reader import LOOK
from geo.reading import in_words
from geo.words import Words, visible

if TYPE_CHECKING:
    from geo.desk import Draft, FolderState
    from geo.page.desk.fields import Said
    from geo.page.desk.items import Item
    from geo.page.desk.session import Desk


def card(desk: "Desk", state: "FolderState", item: "Item", said: "Said", words: Words) -> dict[str, Any]:
    """Return what the card of an item shows."""
    draft = item.first
    rows = _rows(desk, state, item)
    row, changed = rows[0], desk.changed.get(draft.id, {})
    looked = draft.tier == LOOK and not changed
    why = draft.reasons.get("tier") if looked else None
    wrong = [] if draft.decision or looked else _problems(state, rows, words)
    return {
        "id": item.id,
        "decision": draft.decision,
        "look": visible(why.told(words)) if why else "",
        "quote": _quote(row),
        "text": row["quote"],
        "around": visible(row["sentence"]),
        "fields": fields(draft, row, changed, said, words),
        "places": [said("area_id", one.row["area_id"]) for one in item.drafts]
        if len(item.drafts) > 1
        else [],
        "problems": wrong,
        "whole": not wrong and not looked,
        "open": _first_needed(row, changed) if draft.id in desk.made else "",
        "lesson": _lesson(desk, state, draft, said, words),
        "made": draft.id in desk.made,
        "settles": state.alone(desk.coder),
        **change_shown(desk, state, rows, words, shown=not looked and draft.decision != REFUSED),
    }


def _rows(desk: "Desk", state: "FolderState", item: "Item") -> list[Mapping[str, str]]:
    """Return the rows of an item as they are written, or would be on accepting them."""
    rows = [row_of(desk, state, draft) for draft in item.drafts]
    return rows if item.decision == ACCEPTED else [*as_accepted(state, desk.coder, rows)]


def _problems(state: "FolderState", rows: Iterable[Mapping[str, str]], words: Words) -> list[str]:
    """Return what is wrong with the rows of an item, the same said once."""
    found = [one for row in rows for one in problems(state, row)]
    told = (
        words.say("desk.problem", field=_named(one.column, words), rule=in_words(one.rule, words))
        for one in found
    )
    return [visible(one) for one in dict.fromkeys(told)]


def _named(column: str | None, words: Words) -> str:
    key = f"desk.field.{column}"
    return words.say(key) if words.has(key) else str(column or "")


def _quote(row: Mapping[str, str]) -> list[str]:
    """Return the quote in three parts, the place as it is written in the middle; "" = it is not in it."""
    quote, place = row["quote"], row["place_as_written"]
    before, there, behind = quote.partition(place) if place else (quote, "", "")
    return [visible(before), visible(there), visible(behind)]


def _first_needed(row: Mapping[str, str], changed: Mapping[str, str]) -> str:
    """Return the field that a new row lacks first; "" = none."""
    lacking = (name for name in NEEDED if not row[name] and name not in changed)
    found = next(lacking, "")
    return "" if found == "party" and row["claim"] == "fighting" else found


def _lesson(desk: "Desk", state: "FolderState", draft: "Draft", said: "Said", words: Words) -> str:
    found = lesson(desk, state, draft)
    if found is None:
        return ""
    field = "area_id" if found.kind == "area" else "claimant_side"
    return visible(words.say("desk.lesson", spelling=found.spelling, name=said(field, found.refers_to)))
