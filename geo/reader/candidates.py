"""What the reader proposes: rows in the codebook's columns, and sentences to look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from geo.reading import REPORT_COLUMNS
from geo.words import Words, load_words

if TYPE_CHECKING:
    from geo.reader.reasons import Reason

ROW, LOOK = "row", "look"
COMPLEMENT: Final = "only_outside"

EXTRA: Final = ("start", "end", "tier", "question", "reasons")
"""What a candidate has beside the columns of a report."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A proposed row, or a sentence to look at.

    Attributes
    ----------
    start, end
        Characters of the article that are quoted, end excluded.
    tier
        `ROW`: fields are proposed; `LOOK`: a sentence to look at.
    question
        Candidates that are put to a person as one question share it: rows by complement; "" = by itself.
    reasons
        Field -> why it is so; `Reason.told` says it in a language.
    """

    start: int
    end: int
    quote: str
    quote_prefix: str = ""
    sentence: str = ""
    tier: str = ROW
    area_id: str = ""
    place_as_written: str = ""
    scope: str = ""
    claim: str = ""
    polarity: str = ""
    party: str = ""
    claimant: str = ""
    claimant_side: str = ""
    date_from: str = ""
    date_to: str = ""
    date_basis: str = ""
    hedge: str = ""
    note: str = ""
    question: str = ""
    reasons: Mapping[str, "Reason"] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two candidates of a sentence the same."""
        return (self.tier, self.area_id, self.claim, self.polarity, self.party, self.claimant_side)

    def told_again(self, reason: "Reason") -> "Candidate":
        """Return the candidate as a sentence to look at that repeats one before it."""
        return replace(self, tier=LOOK, reasons={**self.reasons, "tier": reason})


def record(candidate: Candidate, words: Words | None = None) -> dict[str, Any]:
    """Return a candidate as the columns of a report, "" = to be filled in, and what it has beside.

    Its reasons are in the language of `words`, English unless given.
    """
    said = words or load_words()
    columns = {name: getattr(candidate, name, "") for name in REPORT_COLUMNS}
    return (
        columns
        | {name: getattr(candidate, name) for name in EXTRA}
        | {"reasons": {field: reason.told(said) for field, reason in candidate.reasons.items()}}
    )
