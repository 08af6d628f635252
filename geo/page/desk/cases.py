"""What two coders made of a statement, as it is put before whoever settles it."""

from typing import TYPE_CHECKING, Final, NamedTuple

from geo.desk import UNDEFINED, choices

if TYPE_CHECKING:
    from geo.desk import Case, FolderState
    from geo.words import Words

SHOWN: Final = (
    "area_id", "scope", "claim", "polarity", "party", "claimant", "claimant_side", "voice_id",
    "date_from", "date_to", "hedge", "quote", "sentence", "note",
)  # fmt: skip
LISTED: Final = ("area_id", "scope", "claim", "polarity", "party", "claimant_side")
"""Fields with a closed list."""


class Line(NamedTuple):
    """A field of both rows, in words."""

    label: str
    cells: tuple[str, ...]
    differs: bool


class Shown(NamedTuple):
    """A difference in words: what kind it is, who found it, and both rows field by field."""

    says: str
    coders: tuple[str, ...]
    lines: tuple[Line, ...]


class Agreed(NamedTuple):
    """A row on which both agree, in a line, and its quote."""

    what: str
    quote: str


def shown(state: "FolderState", case: "Case", words: "Words") -> Shown:
    """Return a difference in words; fields that no row fills are left out."""
    lines = [
        Line(
            words.say(f"agreement.field.{name}"),
            tuple(_label(state, name, row[name], words) or UNDEFINED for row in case.rows),
            name in case.differs,
        )
        for name in SHOWN
        if any(row[name] for row in case.rows)
    ]
    if case.differs:
        fields = words.list([words.say(f"agreement.field.{name}") for name in case.differs])
        return Shown(words.say("agreement.differs_in", fields=fields), case.coders, tuple(lines))
    return Shown(words.say("agreement.found_by", who=case.coders[0]), case.coders, tuple(lines))


def agreed(state: "FolderState", case: "Case", words: "Words") -> Agreed:
    """Return a row on which both agree, in a line."""
    row = case.rows[0]
    days = " – ".join(filter(None, (row["date_from"], row["date_to"])))
    cells = [_label(state, name, row[name], words) for name in ("area_id", "claim", "polarity", "party")]
    return Agreed(" · ".join(filter(None, (*cells, row["claimant"], days))), row["quote"])


def _label(state: "FolderState", field: str, value: str, words: "Words") -> str:
    """Return a cell as a person reads it."""
    if field not in LISTED:
        return value
    return dict(choices(state, "", field, words)).get(value, value)
