"""Why a row changes nothing on the map: what the rule says of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from geo.reading import POSITION_CLAIMS, Claim, Polarity, Scope

if TYPE_CHECKING:
    from geo.sentences import Account
    from geo.words import Words

FIGHTS = (Claim.FIGHTING, Claim.ATTACKED)
HISTORY = ("outvoted", "history")
DENIALS = ("denying", "denied_by")


def why_unchanged(account: "Account | None", row: pd.DataFrame, words: "Words") -> str:
    """Return that nothing on the map changes, and why.

    Parameters
    ----------
    account
        With the row; None = no report of it has a day.
    row
        The one report.
    """
    return words.say("coding.preview.nothing", why=words.say(f"coding.unchanged.{_reason(account, row)}"))


def _reason(account: "Account | None", row: pd.DataFrame) -> str:
    one = row.iloc[0]
    if account is None or pd.isna(one["date_to"]):
        return "undated"
    if one["scope"] == Scope.PART_OF:
        return "part_of"
    if one["polarity"] == Polarity.DENIES:
        return "same" if _is_among(account, one, DENIALS) else "denial"
    if one["claim"] in FIGHTS:
        return "fighting" if one["scope"] == Scope.NAMED else "fighting_wide"
    if one["claim"] not in POSITION_CLAIMS:
        return str(one["claim"])
    return _of_position(account, one)


def _of_position(account: "Account", one: "pd.Series[str]") -> str:
    """Return why a position that is taken does not show: it is outvoted, history, or says the same."""
    return next((name for name in HISTORY if _is_among(account, one, [name])), "same")


def _is_among(account: "Account", one: "pd.Series[str]", lists: Iterable[str]) -> bool:
    """Return whether a report is in one of the lists of its area, or of all in its group, on its last day."""
    area = str(one["area_id"])
    groups = account.conflict.groups
    areas = groups[area].areas if area in groups else (area,)
    day = pd.Timestamp(str(one["date_to"])).date()
    rows = [account.area(each, day) for each in areas]
    return any(all(one["report_id"] in getattr(row, name) for row in rows) for name in lists)
