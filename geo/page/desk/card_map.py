"""What accepting would change, as the card of an item shows it: in words and on two maps."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from geo.desk import Sign, preview, signs
from geo.reading import DataError
from geo.words import Words, visible

if TYPE_CHECKING:
    from geo.desk import FolderState, Preview
    from geo.page.desk.session import Desk


NO_MAP: Final[Mapping[str, Any]] = {"lines": [], "before": "", "after": "", "map": [], "legend": []}
"""Of a card that tells of no change."""

MOST_TOLD: Final = 3
"""Rows of one question whose changes are told."""


def change_shown(
    desk: "Desk", state: "FolderState", rows: Sequence[Mapping[str, str]], words: Words, *, shown: bool
) -> Mapping[str, Any]:
    """Return what accepting would change, or has changed, of the first rows where there are many."""
    if not shown:
        return NO_MAP
    try:
        made = [preview(state, desk.coder, row, words) for row in rows[:MOST_TOLD]]
    except (DataError, ValueError) as error:
        return {**NO_MAP, "lines": [visible(str(error))]}
    drawn = next((one for one in made if one.differences), made[0])
    lines = list(dict.fromkeys(line for one in made for line in one.lines))
    if rest := len(rows) - len(made):
        lines.append(words.say("desk.and_more", count=rest))
    return {
        "lines": [visible(line) for line in lines],
        "before": drawn.svg_before,
        "after": drawn.svg_after,
        "map": _hints(desk, state, drawn, words),
        "legend": [(one.svg, visible(one.text)) for one in _signs(state, drawn, words)],
    }


def _hints(desk: "Desk", state: "FolderState", drawn: "Preview", words: Words) -> list[str]:
    """Return what stands below the two maps: their day, whose rows they have, what their signs mean."""
    if not drawn.day:
        return []
    told = [words.say("desk.map_on", day=words.plain_day(drawn.day))]
    told += [] if state.alone(desk.coder) else [words.say("desk.map_own")]
    return [visible(one) for one in told]


def _signs(state: "FolderState", drawn: "Preview", words: Words) -> list[Sign]:
    return signs([*drawn.before.values(), *drawn.after.values()], state.conflict, words)
