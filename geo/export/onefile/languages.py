"""The languages that a file is in: its data in the first whole, in each other as far as it differs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from geo.export.onefile.data import safe_json, table_of
from geo.export.onefile.pool import Pool
from geo.export.onefile.size import refuse_too_large
from geo.export.onefile.telling import link
from geo.panel import list_html
from geo.sentences import Account
from geo.words import languages

if TYPE_CHECKING:
    from geo.export.onefile.cut import Cut
    from geo.view import View

MAIL_BYTES: Final = 5_000_000
"""A file that is fit to be mailed; one that is asked for in every language is so only up to here."""


class Spoken(NamedTuple):
    """A file in one language: cut and view in it, its JSON, and the list shown before any script runs."""

    cut: "Cut"
    view: "View"
    json: str
    first_list: str


def spoken(cut: "Cut", view: "View", also: Sequence[str] | None = ()) -> list[Spoken]:
    """Return a file in the view's language and in others; lines that they share are in the first alone.

    Parameters
    ----------
    also
        Other languages, the view's own perhaps among them; None = all that there are, if the file stays fit
        to be mailed with them.

    Raises
    ------
    DataError
        If there would be more than `MOST_TEXTS` texts.
    """
    others = [one for one in (languages() if also is None else also) if one != view.language]
    refuse_too_large(cut, view.words, times=1 if also is None else 1 + len(others))
    pool = Pool()
    views = [(cut, view)]
    tables = [table_of(cut, view, pool)]
    if also is None and _bytes(tables[0], pool) * (1 + len(others)) > MAIL_BYTES:
        others = []
    for one in others:
        views.append((replace(cut, conflict=cut.conflict.in_language(one)), replace(view, language=one)))
        tables.append(table_of(*views[-1], pool))
    found = [one.language for _, one in views]
    whole = {**tables[0], "languages": found, **pool.table()}
    parts = [whole, *(_differing(table, whole) for table in tables[1:])]
    return [
        Spoken(*both, safe_json(part), _first_list(*both)) for both, part in zip(views, parts, strict=True)
    ]


def _first_list(cut: "Cut", view: "View") -> str:
    account = Account(cut.conflict, view.narrator, view.known, areas=cut.areas)
    return list_html(account, view.day, view.words, link)


def _bytes(table: Mapping[str, Any], pool: Pool) -> int:
    return len(safe_json({**table, **pool.table()}).encode())


def _differing(table: Mapping[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a language has of its own; of the settings of the script, likewise."""
    config = dict(_others(table["config"], whole["config"]))
    usual = {"usual": whole["usual"]}
    return {**dict(_others({**table, **usual}, whole)), "config": config}


def _others(table: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in table.items() if value != whole[name])
