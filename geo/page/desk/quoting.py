"""Words of the article taken as the quote of a row, and what follows from them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from geo.desk import quoted
from geo.page.desk.started import named_in

if TYPE_CHECKING:
    from geo.desk import Draft, FolderState

PLACE: Final = ("area_id", "scope")


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return characters of a text, end excluded, widened to the words that they cut."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def nearest(text: str, words: str, near: int) -> int:
    """Return where words stand in a text, nearest to a place; -1 = nowhere."""
    flat, wanted = text.replace("\n", " "), words.replace("\n", " ")
    found = [place for place in range(len(flat)) if flat.startswith(wanted, place)]
    return min(found, key=lambda place: abs(place - near), default=-1)


def requoted(
    state: "FolderState", draft: "Draft", changed: Mapping[str, str], start: int, end: int
) -> tuple[dict[str, str], frozenset[str]]:
    """Return what is changed of a draft that quotes other characters, and which fields the words changed.

    Prefix, sentence and hedge follow from the words. So does the place: it is the one that they name, and
    none if the only name in them is unknown; where they name nothing, it stays.

    Parameters
    ----------
    changed
        What the person changed, without what followed from earlier words. A place among it stays.
    """
    text = state.text(draft.row["source_id"])
    before = {**draft.row, **changed}
    found: dict[str, str] = dict(quoted(text, start, end))
    named = named_in(state, found["quote"])
    if before["place_as_written"] not in found["quote"] or "area_id" in named:
        found["place_as_written"] = named.get("place_as_written", "")
        place = {"area_id": "", **named} if found["place_as_written"] else {}
        found |= {name: place[name] for name in PLACE if name in place and name not in changed}
    kept = {**changed, **found}
    return {name: cell for name, cell in kept.items() if cell != draft.row.get(name)}, frozenset(found)
