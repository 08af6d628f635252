"""One account on every day as HTML: panels, lists and what stands around the map, each page kept once."""

from typing import TYPE_CHECKING, Any, Final

from geo import panel
from geo.paint.states import states
from geo.view import days

if TYPE_CHECKING:
    from geo.export.onefile.pool import Pool
    from geo.sentences import Account
    from geo.words import Words

DAY_PLACE: Final = "{day}"
KNOWN_PLACE: Final = "{known}"
"""Where the script puts the chosen days, in words that Python wrote."""


def link(area: str, _report: str = "") -> str:
    """Return the address of an area inside the file; the script keeps the other choices."""
    return f"#area={area}"


def account_table(account: "Account", words: "Words", pool: "Pool") -> dict[str, Any]:
    """Return the states, and pages by number: `panels` (area, day), `lists`, `notes`, `changes` (day)."""
    every_day = days(account.conflict)
    return {
        "states": states(
            account.timeline, account.conflict, words, narrator=account.narrator, known=account.known
        ),
        "panels": [
            [pool.add(panel.panel_html(account, area, day, words)) for day in every_day]
            for area in account.timeline.areas
        ],
        "lists": [pool.add(panel.list_html(account, day, words, link)) for day in every_day],
        "notes": [pool.add(panel.notes_html(account, day, words)) for day in every_day],
        "changes": [pool.add(panel.changes_html(account, day, words, link)) for day in every_day],
    }


def clock_page(account: "Account", words: "Words", pool: "Pool") -> int:
    """Return the page that says what both clocks are set to, with places for the days."""
    known = "" if account.known is None else KNOWN_PLACE
    return pool.add(panel.clocks_html(account, panel.Clock(DAY_PLACE, known), words))
