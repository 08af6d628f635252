"""How far two codings agree, in words and as a record; and what each of them is called."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from geo.desk.coded_statements import differing
from geo.desk.coders import helped
from geo.desk.codings import SETTLED, Coding, Compared

if TYPE_CHECKING:
    from geo.desk.coefficients import Agreement
    from geo.desk.folder import FolderState
    from geo.words import Words

UNDEFINED: Final = "-"
BOTH: Final = "both"


def help_of(state: "FolderState", coder: str, articles: Iterable[str]) -> str:
    """Return how a coder worked: `assisted`, `unassisted`, `both`, or "" = nothing is known."""
    found = {mode for source_id in articles for mode in helped(state, coder, source_id)}
    return BOTH if len(found) > 1 else next(iter(found), "")


def called(state: "FolderState", coding: Coding, articles: Iterable[str], words: "Words") -> str:
    """Return what a coding is called, and whether its coder was shown candidates."""
    if coding.name == SETTLED:
        return words.say("agreement.settled_rows")
    known = help_of(state, coding.name, articles)
    shown = words.say(f"agreement.helped_{known}") if known else ""
    return words.say("agreement.with_help", who=coding.name, help=shown) if known else coding.name


def figure_rows(found: "Agreement", words: "Words") -> list[tuple[str, str, str, str]]:
    """Return variable, share of equal values, alpha and n of each figure, as they are read."""
    return [
        (
            words.say(f"agreement.field.{one.variable}"),
            percent(one.agree, words),
            UNDEFINED if one.alpha is None else f"{one.alpha:.2f}",
            words.number(one.n),
        )
        for one in found.figures
    ]


def percent(share: float | None, words: "Words") -> str:
    """Return a share in per cent."""
    return UNDEFINED if share is None else words.say("agreement.percent", share=round(100 * share))


def as_record(told: Compared) -> dict[str, object]:
    """Return two codings compared as a JSON object; null = undefined."""
    rows = told.found.rows
    return {
        "first": told.first.name,
        "second": told.second.name,
        "articles": list(told.articles),
        "found_by_both": len(rows.pairs),
        "share_found_by_both": told.found.shared,
        "only_first": [row["report_id"] for row in rows.only_first],
        "only_second": [row["report_id"] for row in rows.only_second],
        "figures": [one._asdict() for one in told.found.figures],
        "differences": [
            {"first": one.first["report_id"], "second": one.second["report_id"], "fields": list(fields)}
            for one in rows.pairs
            if (fields := differing(*one))
        ],
    }
