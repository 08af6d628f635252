"""The words around a picture: narrator, day of knowledge, articles, files."""

from typing import TYPE_CHECKING, Final

import geo
from geo.export.picture.fonts import printed
from geo.paint.extent import far_away
from geo.reading import RULE_VERSION, Conflict
from geo.sentences import Carrier, area_name, carriers_of, fitting, narrator_name
from geo.timeline import admitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.view import View
    from geo.words import Words


MOST_NAMED: Final = 8
"""Places that are named, of those too far away to be drawn."""


def subtitle(conflict: Conflict, view: "View") -> str:
    """Return narrator and day of knowledge: ``Narrator: Everyone · all articles known``."""
    words = view.words
    told = words.say("export.told_by", narrator=narrator_name(conflict, view.narrator, words))
    if view.known is None:
        return f"{told} · {words.say(fitting(conflict, 'export.known_all'))}"
    return f"{told} · {words.say('export.known_on', day=words.day(view.known))}"


def footer_lines(conflict: Conflict, view: "View") -> list[str]:
    """Return the lines under a picture: how to read it, what is uncertain or left out, sources, provenance.

    The program's words and the conflict file's are on separate lines: they may run in opposite directions.
    """
    words = view.words
    claims = words.say(fitting(conflict, "export.claims"))
    own = " ".join(filter(None, [conflict.ends, *(conflict.uncertain[:1] or conflict.limits)]))
    hints = [claims, printed(own)] if words.language != conflict.language else [printed(f"{claims} {own}")]
    record = printed(" · ".join(filter(None, [record_line(conflict, words), conflict.licence])))
    return [*filter(None, [*hints, far_line(conflict, words)]), sources_line(conflict, view), record]


def record_line(conflict: Conflict, words: "Words") -> str:
    """Return what a picture was made from: conflict, files, rule, program."""
    return words.say(
        "export.provenance_line",
        conflict=conflict.id,
        rule=RULE_VERSION,
        program=geo.__version__,
        inputs=conflict.key[:12],
    )


def far_line(conflict: Conflict, words: "Words") -> str:
    """Return which places lie outside of the map because they are far from all the others, "" = none."""
    far = conflict.areas.index[far_away(conflict.areas.geometry.to_numpy())]
    names = [printed(area_name(conflict, area, words)) for area in far[:MOST_NAMED]]
    key = "map.far" if len(names) == len(far) else "map.far_and_more"
    return words.say(key, names=" · ".join(names), count=len(far) - len(names)) if names else ""


def sources_line(conflict: Conflict, view: "View") -> str:
    """Return the articles whose statements count for the view: outlets and days of publication.

    More than `MOST_ARTICLES` of them are counted outlet by outlet, the outlets with most articles first.
    """
    words = view.words
    there = conflict.reports[admitted(conflict.reports, view.narrator, view.known)]["source_id"].unique()
    carriers = [one for name, one in carriers_of(conflict).items() if name in set(there)]
    if not carriers:
        return words.say("export.no_sources")
    named = dict.fromkeys(_article(carrier, words) for carrier in carriers)
    few = list(named) if len(named) <= MOST_ARTICLES else _outlets(carriers, words)
    return words.say("export.sources", outlets=words.list(few))


def _outlets(carriers: "Sequence[Carrier]", words: "Words") -> list[str]:
    """Return the outlets with most articles, each with number and days, and how many others there are."""
    by_outlet: dict[str, list[Carrier]] = {}
    for carrier in carriers:
        by_outlet.setdefault(carrier.outlet, []).append(carrier)
    most = sorted(by_outlet.items(), key=lambda one: -len(one[1]))
    told = [_counted(outlet, there, words) for outlet, there in most[:MOST_OUTLETS]]
    left = len(most) - len(told)
    return [*told, words.say("export.more_outlets", count=left)] if left else told


def _counted(outlet: str, carriers: "Sequence[Carrier]", words: "Words") -> str:
    first = [one.published_from for one in carriers if one.published_from is not None]
    last = [one.published_to for one in carriers if one.published_to is not None]
    many = words.say("panel.carriers", count=len(carriers))
    if not first or not last:
        return words.say("export.article", outlet=printed(outlet), days=many)
    key = "export.articles_inferred" if any(one.inferred for one in carriers) else "export.articles"
    return words.say(key, outlet=printed(outlet), many=many, days=words.days(min(first), max(last)))


MOST_ARTICLES: Final = 24
MOST_OUTLETS: Final = 12


def _article(carrier: Carrier, words: "Words") -> str:
    if carrier.published_from is None or carrier.published_to is None:
        return printed(carrier.outlet)
    days = words.days(carrier.published_from, carrier.published_to)
    key = "export.article_inferred" if carrier.inferred else "export.article"
    return words.say(key, outlet=printed(carrier.outlet), days=days)
