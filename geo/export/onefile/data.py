"""What the one-file map carries: shapes, states, every panel as shared lines, citations; as one JSON."""

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from geo.export.bibliography import tex
from geo.export.cite import embed_snippet
from geo.export.onefile.citations import citations
from geo.export.onefile.pages import Composer
from geo.export.onefile.pairs import pairs
from geo.export.onefile.places import Placed, placed
from geo.export.onefile.story import story
from geo.export.onefile.telling import Telling
from geo.paint.folium_map import script_config
from geo.paint.geometry import drawing
from geo.panel import searched
from geo.sentences import area_name, fitting, full_date, narrator_name
from geo.words import Words, visible

if TYPE_CHECKING:
    from geo.export.onefile.cut import Cut
    from geo.export.onefile.pool import Pool
    from geo.reading import Conflict
    from geo.view import View

PAGE_WORDS: Final = (
    "notice",
    "rule.date",
    "rule.area",
    "rule.narrator",
    "rule.known",
    "rule.compare",
    "rule.lang",
    "compare_title_known",
    "compare_title_known_all",
    "compare_more",
)
FITTING: Final = {"known_all": "export.known_all", "no_quotes": "export.onefile.no_quotes"}
"""Words that differ where only tables speak."""


def table_of(cut: "Cut", view: "View", pool: "Pool") -> dict[str, Any]:
    """Return everything that the file shows in the view's language, but the pool, where its pages go.

    It opens on the view.
    """
    conflict, words = cut.conflict, placed(view.words)
    states, told = _told(cut, words, pool)
    return {
        **_choices(cut, view),
        "config": _config(cut, view, states),
        "told": told,
        "cite": citations(conflict, view.words),
        "words": _words(conflict, words),
        "story": story(cut, view.words),
        "pairs": pairs(cut, states, view.words),
        "search": searched(conflict, view.words, cut.areas, cut.shows),
    }


def _told(cut: "Cut", words: Placed, pool: "Pool") -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the states by key, and for each narrator its tables, one per state of knowledge.

    Accounts of the same reports share what they have worked out, and a narrator's tables are made once where
    the same reports exist.
    """
    composer, states, first = Composer(cut, words, pool), dict[str, Any](), dict[bytes, Telling]()
    tables: dict[tuple[str, bytes], dict[str, Any]] = {}
    told: dict[str, list[dict[str, Any]]] = {}
    for narrator in cut.narrators:
        for known in cut.knowledge:
            account = Telling(cut.conflict, narrator, known, cut)
            account.like(first.setdefault(account.existing, account))
            key = (narrator, account.existing)
            if key not in tables:
                table = composer.table(account)
                made = table.pop("states")
                states[made["key"]] = made
                tables[key] = {"key": made["key"], **table}
            told.setdefault(narrator, []).append(
                {
                    **tables[key],
                    "clock": composer.clock(account),
                    "lead": composer.lead(account),
                    "events": composer.events(account),
                }
            )
    return states, told


def _config(cut: "Cut", view: "View", states: dict[str, Any]) -> dict[str, Any]:
    """Return what the painting script is told."""
    given = {"address": cut.conflict.address, "embed": embed_snippet(cut.conflict.title, "{address}")}
    shapes, sheets = drawing(_drawn(cut))
    cut_up = {"sheets": sheets} if sheets else {}
    return script_config(shapes, view.words, states=states, **cut_up, **given)


def _drawn(cut: "Cut") -> "Conflict":
    """Return the conflict with the areas that are drawn; groups and focus only as far as they have any."""
    conflict, areas = cut.conflict, set(cut.areas)
    if len(areas) == len(conflict.areas):
        return conflict
    left = {
        name: tuple(one for one in group.areas if one in areas) for name, group in conflict.groups.items()
    }
    groups = {name: replace(conflict.groups[name], areas=some) for name, some in left.items() if some}
    focus = conflict.focus if conflict.focus in {*groups, *areas} else ""
    return replace(conflict, areas=conflict.areas.loc[list(cut.areas)], groups=groups, focus=focus)


def _choices(cut: "Cut", view: "View") -> dict[str, Any]:
    """Return what can be chosen, and what is chosen when the address says nothing."""
    words, conflict = view.words, cut.conflict
    names = {narrator: narrator_name(conflict, narrator, words) for narrator in cut.narrators}
    areas = [{"id": area, "name": visible(area_name(conflict, area, words))} for area in cut.areas]
    said = [*names.values(), *(area["name"] for area in areas)]
    return {
        "days": [_day(day, words) for day in cut.days],
        "known": [_step_of(day, cut.knowledge) for day in cut.days],
        "all": 0,
        "areas": areas,
        "narrators": names,
        "tex": {text: tex(text) for text in said if tex(text) != text},
        "usual": _usual(cut, view),
    }


def _day(day: date, words: Words) -> dict[str, str]:
    """Return a day in the forms that the page says it in."""
    said = {"long": words.day(day), "plain": words.plain_day(day), "short": words.short_day(day)}
    return {"iso": day.isoformat(), **said, "full": full_date(day, words)}


def _step_of(day: date, steps: list[date | None]) -> int:
    """Return which state of knowledge a day had: the last step by then."""
    return max([number for number, step in enumerate(steps) if step and step <= day], default=1)


def _usual(cut: "Cut", view: "View") -> dict[str, Any]:
    """Return what is chosen when the address says nothing."""
    days = cut.days
    return {
        "day": days.index(min(max(view.day, days[0]), days[-1])),
        "area": view.area if view.area in cut.areas else None,
        "narrator": view.narrator if view.narrator in cut.narrators else cut.narrators[0],
        "known": view.known.isoformat() if view.known and view.known in days else None,
        "compare": _compare(cut, view),
        "lang": view.language,
    }


def _compare(cut: "Cut", view: "View") -> dict[str, str] | None:
    """Return the second map that is there at first; None = one map, or one that the file does not hold."""
    other = view.compare
    if other is None:
        return None
    held = {"narrator": cut.narrators, "date": cut.days, "known": (None, *cut.days)}
    return {"kind": other.kind, "value": other.text} if other.value in held[other.kind] else None


def _words(conflict: "Conflict", words: Placed) -> dict[str, Any]:
    said = {key.replace(".", "_"): words.entries[f"page.{key}"] for key in PAGE_WORDS}
    fit = {name: words.entries[fitting(conflict, key)] for name, key in FITTING.items()}
    cite = {"known_on": words.entries["export.known_on"]}
    aged = {str(number): words.entries[key] for key, number in words.used.items()}
    return {**said, **cite, **aged, **fit}


def safe_json(table: dict[str, Any]) -> str:
    """Return JSON that cannot end the element it is embedded in."""
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
