"""The proof that a person acted, without which nothing is written."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

ASSISTED: Final = "assisted"
UNASSISTED: Final = "unassisted"


@dataclass(frozen=True, eq=False)
class Press:
    """One key press or click of a person; it is made where the page hears it, and serves once.

    Parameters
    ----------
    key
        What was pressed, as the page calls it: `Enter`, `x`, `click`.
    at
        When, with a time zone.
    mode
        `ASSISTED`: candidates were shown; `UNASSISTED`: the article alone.

    Raises
    ------
    ValueError
        If the time has no zone, or no key is named.
    """

    key: str
    at: datetime
    mode: str = ASSISTED

    def __post_init__(self) -> None:
        """Check it."""
        if not self.key or self.at.tzinfo is None:
            raise ValueError("a press names its key and its time with a time zone")
