"""Who says it."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from geo.reader.reasons import Reason

OUTLET, THIRD = "outlet", "third_party"


class Speaker(NamedTuple):
    """Who says it: a side, `OUTLET` or `THIRD`; how the article names them; the reason; and the actor.

    `actor` "" = of no actor, or nobody can tell which of a side's.
    """

    side: str
    name: str
    reason: "Reason"
    actor: str = ""
