"""Everything that a conflict's first view needs, composed: the one answer to whether it can be drawn."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, TypeAlias

from geo.paint import compact_json
from geo.paint.drawn import drawn
from geo.paint.states import states
from geo.panel.areas import SEARCHED_FROM, list_html
from geo.panel.changed import changes_html, turned_html
from geo.panel.notes import Clock, lead_html, notes_html
from geo.reading import (
    DISTRICTS,
    REPORTS,
    Conflict,
    DataError,
    rule,
)
from geo.sentences import Account
from geo.view import View, usual

Compose: TypeAlias = Callable[[Account, View], object]


class Part(NamedTuple):
    """A part of the first view: what composes it, and the file that it comes from most of all."""

    compose: Compose
    file: str


PARTS: Final[Mapping[str, Part]] = {
    "geometry": Part(lambda account, _: drawn(account.conflict), DISTRICTS),
    "states": Part(
        lambda account, view: compact_json(states(account.timeline, account.conflict, view.words)), REPORTS
    ),
    "list": Part(
        lambda account, view: list_html(
            account,
            view.day,
            view.words,
            _no_link,
            whole=len(account.conflict.areas) <= SEARCHED_FROM,
        ),
        REPORTS,
    ),
    "notes": Part(lambda account, view: notes_html(account, view.day, view.words), REPORTS),
    "lead": Part(
        lambda account, view: lead_html(
            account, view.day, Clock(view.words.plain_day(view.day), ""), view.words
        ),
        REPORTS,
    ),
    "turned": Part(lambda account, view: turned_html(account, view.day, view.words, _no_link), REPORTS),
    "changes": Part(lambda account, view: changes_html(account, view.day, view.words, _no_link), REPORTS),
}


def refuse_undrawable(
    conflict: Conflict,
    *,
    account_of: Callable[[Conflict, View], Account] = lambda conflict, view: Account(conflict, view.narrator),
    keeping: Mapping[str, Compose] | None = None,
) -> dict[str, object]:
    """Return every part of the conflict's first view by its name.

    Parameters
    ----------
    account_of
        What gives the account of a view; a page gives one that it keeps.
    keeping
        Part -> what composes it instead and keeps it for the page, so that nothing is made twice.

    Raises
    ------
    DataError
        With the first part that cannot be composed. Checks and drawing should agree, so this is a mistake
        of the program or of a library, and its own words are all that can be said.
    """
    view = usual(conflict)
    shown, composed = conflict.in_language(view.language), {}
    for name, part in PARTS.items():
        compose = (keeping or {}).get(name, part.compose)
        try:
            composed[name] = compose(account_of(shown, view), view)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            raise DataError.at(part.file, rule("cannot_draw", part=name, reason=reason)) from error
    return composed


def _no_link(area: str, report: str = "") -> str:  # noqa: ARG001 (the first view is composed, not shown)
    return "?"
