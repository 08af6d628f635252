"""What the one-file map carries: shapes, states, every panel as shared lines, citations; as one JSON."""

import json
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from geo.export.cite import Fields, bibtex, footnote, full_date, ris, tex, version_in_words
from geo.export.onefile.pages import account_table, clock_page, link
from geo.export.onefile.pool import Pool
from geo.paint.folium_map import script_config
from geo.paint.geometry import geometry
from geo.panel import list_html
from geo.reading import Conflict, DataError
from geo.sentences import Account, area_name, as_statements, narrator_name
from geo.view import View, days, narrators
from geo.words import Words, visible

MOST_PANELS: Final = 40_000
"""Areas × days × narrators × days of knowledge; above this, use the server."""

PAGE_WORDS: Final = ("notice", "rule.date", "rule.area", "rule.narrator", "rule.known")
EMBED_HEIGHT: Final = 820


class Data(NamedTuple):
    """The JSON, safe inside a script element, and the list of areas shown before any script runs."""

    json: str
    first_list: str


def data_of(conflict: Conflict, view: View) -> Data:
    """Return everything that the file shows; it opens on the view.

    Raises
    ------
    DataError
        If there would be more than `MOST_PANELS` panels.
    """
    every_day, steps, pool = days(conflict), knowledge(conflict), Pool()
    count = len(conflict.areas) * len(every_day) * len(steps) * len(narrators(conflict))
    if count > MOST_PANELS:
        raise DataError.at(
            "map.html", f"would hold {count:,} panels; {MOST_PANELS:,} is the most for one file"
        )
    states: dict[str, Any] = {}
    told = {
        narrator: _accounts([Account(conflict, narrator, known) for known in steps], states, view.words, pool)
        for narrator in narrators(conflict)
    }
    table = {
        **_choices(conflict, view, every_day, steps),
        "config": script_config(geometry(conflict), view.words, states=states),
        "told": told,
        "cite": _cite(conflict, view.words),
        "footnotes": {
            one.report_id: footnote(one, view.words) for one in as_statements(conflict, conflict.reports)
        },
        "words": _words(view.words),
        **pool.table(),
    }
    first = list_html(Account(conflict, view.narrator, view.known), view.day, view.words, link)
    return Data(_safe_json(table), first)


def knowledge(conflict: Conflict) -> list[date | None]:
    """Return None (everything), the day before anything was published, and each day that added something."""
    added = sorted({day.date() for day in conflict.sources["published_to"].dropna()})
    return [None, added[0] - timedelta(days=1), *added] if added else [None]


def _accounts(
    accounts: list[Account], states: dict[str, Any], words: Words, pool: Pool
) -> list[dict[str, Any]]:
    """Return a narrator's tables, one per day of knowledge, made once where the same reports exist."""
    tables: dict[bytes, dict[str, Any]] = {}
    for account in accounts:
        if account.existing not in tables:
            table = account_table(account, words, pool)
            made = table.pop("states")
            states[made["key"]] = made
            tables[account.existing] = {"key": made["key"], **table}
    return [{**tables[one.existing], "clock": clock_page(one, words, pool)} for one in accounts]


def _choices(
    conflict: Conflict, view: View, every_day: list[date], steps: list[date | None]
) -> dict[str, Any]:
    """Return what can be chosen, and what is chosen when the address says nothing."""
    words = view.words
    names = {narrator: narrator_name(conflict, narrator, words) for narrator in narrators(conflict)}
    areas = [{"id": area, "name": visible(area_name(conflict, area, words))} for area in conflict.areas.index]
    said = [*names.values(), *(area["name"] for area in areas)]
    return {
        "days": [_day(day, words) for day in every_day],
        "known": [_step_of(day, steps) for day in every_day],
        "all": 0,
        "areas": areas,
        "narrators": names,
        "tex": {text: tex(text) for text in said if tex(text) != text},
        "usual": _usual(conflict, view, every_day),
    }


def _day(day: date, words: Words) -> dict[str, str]:
    """Return a day in the forms that the page says it in."""
    said = {"long": words.day(day), "plain": words.plain_day(day), "full": full_date(day, words)}
    return {"iso": day.isoformat(), **said}


def _step_of(day: date, steps: list[date | None]) -> int:
    """Return which state of knowledge a day had: the last step by then."""
    return max([number for number, step in enumerate(steps) if step and step <= day], default=1)


def _usual(conflict: Conflict, view: View, every_day: list[date]) -> dict[str, Any]:
    """Return what is chosen when the address says nothing."""
    return {
        "day": every_day.index(min(max(view.day, every_day[0]), every_day[-1])),
        "area": view.area if view.area in conflict.areas.index else None,
        "narrator": view.narrator,
        "known": view.known.isoformat() if view.known in every_day else None,
    }


def _cite(conflict: Conflict, words: Words) -> dict[str, str]:
    """Return citations with placeholders for what only the browser knows: ``{view}``, ``{address}``."""
    places = {name: f"{{{name}}}" for name in ("view", "address", "accessed")}
    # TeX's own signs are escaped around the places, not in them
    fields = Fields(
        conflict.title, VIEW, version_in_words(conflict, words), ADDRESS, ACCESSED, words.language
    )
    key = f"{conflict.id}-{DAY}-{conflict.key[:8]}"
    known = {"day": "{day}", "narrator": "{narrator}", "known": "{known}", "area": "{area}"}
    corrections = (
        words.say("export.cite.corrections", corrections=conflict.corrections) if conflict.corrections else ""
    )
    return {
        "view": words.say("export.cite.view", **known),
        "view_of_area": words.say("export.cite.view_of_area", **known),
        "sentence": words.say(
            "export.cite.sentence",
            title=conflict.title,
            version=version_in_words(conflict, words),
            corrections=corrections,
            **{**places, "address": "{address}, "},
        ),
        "bibtex": _placed(bibtex(key, fields)),
        "ris": _placed(ris(key, fields)),
        "embed": embed_snippet(conflict.title, "{address}"),
    }


VIEW, ADDRESS, ACCESSED, DAY = (
    "\ue000view\ue001",
    "\ue000address\ue001",
    "\ue000accessed\ue001",
    "\ue000iso\ue001",
)
"""Places in a citation, in characters that no format escapes."""


def _placed(text: str) -> str:
    return text.replace("\ue000", "{").replace("\ue001", "}")


def embed_snippet(title: str, address: str) -> str:
    """Return the frame that shows a one-file map inside another page."""
    named = title.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return (
        f'<iframe src="{address}" title="{named}" loading="lazy" '
        f'style="width:100%;height:{EMBED_HEIGHT}px;border:1px solid #8a8578;box-sizing:border-box"></iframe>'
    )


def _words(words: Words) -> dict[str, Any]:
    said = {key.replace(".", "_"): words.entries[f"page.{key}"] for key in PAGE_WORDS}
    cite = {"known_all": words.entries["export.known_all"], "known_on": words.entries["export.known_on"]}
    return {**said, **cite, "no_quotes": words.entries["export.onefile.no_quotes"]}


def _safe_json(table: dict[str, Any]) -> str:
    """Return JSON that cannot end the element it is embedded in."""
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
