"""The fields of a card: the key that opens each, how it is filled in, how its value is read."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from geo.desk import choices
from geo.page.desk import days
from geo.page.desk.corrected import DAYS
from geo.words import visible

if TYPE_CHECKING:
    from geo.desk import Draft, FolderState
    from geo.page.desk.session import Desk
    from geo.words import Words

CLOSED, FREE = "closed", "free"
"""A field is one of a list, or any text, with suggestions where there are some."""


class Field(NamedTuple):
    """A field of a row: its column (`DAYS`: both days), the letter that opens it, how it is filled in."""

    name: str
    key: str
    kind: str
    listed: bool = True


FIELDS: Final = (
    Field("area_id", "p", CLOSED),
    Field("scope", "s", CLOSED),
    Field("claim", "c", CLOSED),
    Field("polarity", "a", CLOSED),
    Field("party", "h", CLOSED),
    Field("claimant", "w", FREE),
    Field("claimant_side", "e", CLOSED),
    Field(DAYS, "d", FREE, listed=False),
    Field("hedge", "g", FREE, listed=False),
    Field("note", "t", FREE, listed=False),
    Field("place_as_written", "i", FREE, listed=False),
    Field("origin_id", "o", FREE),
)

REASON: Final[Mapping[str, str]] = {"scope": "area_id", DAYS: "date_to", "claimant_side": "claimant"}
"""The reader gives one reason for what it found together."""

NEEDED: Final = ("area_id", "claim", "party")
"""What a row started from a selection is asked for, in this order."""


def lists(
    desk: "Desk", state: "FolderState", drafts: Iterable["Draft"], words: "Words"
) -> dict[str, list[tuple[str, str]]]:
    """Return what each field may be, or what is suggested, as value and label.

    Speakers whom the article's drafts name are suggested first.
    """
    found = {one.name: choices(state, desk.coder, one.name, words) for one in FIELDS if one.listed}
    proposed = dict.fromkeys(one.row["claimant"] for one in drafts if one.row["claimant"])
    found["claimant"] = [*dict.fromkeys([*((one, one) for one in proposed), *found["claimant"]])]
    none = ("", words.say("desk.none"))
    return {name: [(value, visible(label)) for value, label in some] for name, some in found.items()} | {
        "party": [(value, visible(label)) for value, label in found["party"]] + [none]
    }


def fields(
    draft: "Draft", row: Mapping[str, str], changed: Mapping[str, str], said: "Said", words: "Words"
) -> list[dict[str, Any]]:
    """Return the fields of a card as the page draws them."""
    return [_field(one, draft, row, changed, said, words) for one in FIELDS]


Said = Callable[[str, str], str]
"""Column and value -> how the value is read."""


def _field(  # noqa: PLR0913, PLR0917 (all that one line of the card shows)
    field: Field,
    draft: "Draft",
    row: Mapping[str, str],
    changed: Mapping[str, str],
    said: Said,
    words: "Words",
) -> dict[str, Any]:
    own = field.name in changed
    value = days.typed(row) if field.name == DAYS else row[field.name]
    shown = days.said(row, words) if field.name == DAYS else said(field.name, value)
    return {
        "name": field.name,
        "key": field.key,
        "kind": field.kind,
        "label": words.say(f"desk.field.{field.name}"),
        "value": changed.get(DAYS, value) if field.name == DAYS else value,
        "shown": visible(shown) or words.say("desk.none"),
        "reason": visible(_before(field, draft, said, words) if own else _reason(field, draft, row, words)),
        "changed": own,
    }


def _reason(field: Field, draft: "Draft", row: Mapping[str, str], words: "Words") -> str:
    source = REASON.get(field.name, field.name)
    if source != field.name and row[source] != draft.row[source]:
        return ""  # the reason was that of another value
    why = draft.reasons.get(field.name) or draft.reasons.get(source)
    told = why.told(words) if why else ""
    if field.name == "area_id" and not told and row["place_as_written"]:
        return words.say("desk.as_written", words=row["place_as_written"])
    return told


def _before(field: Field, draft: "Draft", said: Said, words: "Words") -> str:
    """Return what was proposed before the person changed it."""
    old = days.said(draft.row, words) if field.name == DAYS else said(field.name, draft.row[field.name])
    return words.say("desk.instead_of", value=old or words.say("desk.none"))
