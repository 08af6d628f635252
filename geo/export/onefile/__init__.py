"""The conflict as one HTML file that opens from disk: map, slider, panel, quotes, sources, no request."""

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from geo.export.cite import version_in_words
from geo.export.embedded import element_with
from geo.export.onefile.cut import Cut
from geo.export.onefile.languages import MAIL_BYTES, Spoken, spoken
from geo.export.onefile.pages import Composer
from geo.export.onefile.places import placed
from geo.export.onefile.pool import Pool
from geo.export.onefile.story import steps_in
from geo.export.onefile.telling import way
from geo.export.provenance import provenance, sealed
from geo.paint import AROUND, ASSETS, LEAFLET, SCRIPTS, STYLES
from geo.panel import articles, rendered, side_by_side
from geo.sentences import fitting, narrator_name
from geo.view import KINDS, OFF, offered
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words

__all__ = ["MAIL_BYTES", "Composer", "Cut", "Pool", "map_html", "placed"]

HERE: Final = Path(__file__).parent

POLICY: Final = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; style-src-attr 'unsafe-inline'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
"""Nothing is fetched, nothing is sent, and only scripts with a hash listed here run."""


def map_html(
    conflict: "Conflict", view: "View", cut: Cut | None = None, also: Sequence[str] | None = ()
) -> bytes:
    """Return the one-file map; it opens on the view's day, narrator, knowledge and area, in its language.

    Parameters
    ----------
    cut
        The part of the conflict that it holds; None = all of it.
    also
        Other languages that it holds; None = all, if it stays fit to be mailed with them.

    Raises
    ------
    DataError
        If the conflict is too large for one file.
    """
    cut = cut or Cut(conflict)
    scripts, style = _scripts(), _style()
    first, *others = found = spoken(cut, view, also)
    page = _environment().get_template("onefile.html.j2")
    made = page.render(
        words=view.words,
        conflict=conflict,
        policy=Markup(POLICY.format(scripts=" ".join(map(_digest, scripts)), styles=_digest(style))),  # noqa: S704
        style=Markup(style),  # noqa: S704 (our own files)
        record=Markup(element_with(_record(cut, view, [one.view.language for one in found]), ".html")),  # noqa: S704
        days=len(cut.days),
        body=_body(first, found),
        others=[(one.view.words, one.cut.conflict.title, _body(one, found)) for one in others],
        data=[(one.view.language, Markup(one.json)) for one in found],  # noqa: S704 (no `<` in it)
        scripts=[Markup(script) for script in scripts],  # noqa: S704
    )
    return sealed(made.encode())


def _body(one: Spoken, every: Sequence[Spoken]) -> Markup:
    """Return what stands around the map in one language of the file."""
    cut, view = one.cut, one.view
    conflict, words = cut.conflict, view.words
    there = offered(conflict, view.narrator, *cut.told)
    told = [(name, narrator_name(conflict, name, words)) for name in cut.narrators if name in there]
    made = (
        _environment()
        .get_template("body.html.j2")
        .render(
            say=words.say,
            fit=partial(fitting, conflict),
            conflict=conflict,
            narrators=told,
            choose=Markup(rendered("choose.html.j2", words, who="")),  # noqa: S704 (a template that escapes)
            side_by_side=side_by_side([name for _, name in told]),
            language=view.language,
            languages=[(each.view.language, each.view.words.say("page.language_name")) for each in every],
            days=[(day.isoformat(), words.plain_day(day), words.day(day)) for day in cut.days],
            kinds=[OFF, *(kind for kind in KINDS if kind != "narrator" or len(told) > 1)],
            part=cut.said(words),
            story=len(steps_in(cut, words.language)),
            first_list=Markup(one.first_list),  # noqa: S704 (made by templates that escape)
            sources=Markup(_sources(cut, words)),  # noqa: S704 (made by templates that escape)
            version=version_in_words(conflict, words),
        )
    )
    return Markup(made)  # noqa: S704 (made by a template that escapes)


def _sources(cut: Cut, words: "Words") -> str:
    found = articles(cut.conflict, words, partial(way, cut))
    return rendered("sources.html.j2", words, sources=list(found))


def _record(cut: Cut, view: "View", languages: Sequence[str]) -> dict[str, Any]:
    """Return where the file comes from, its languages if there are several, its part if it is not whole."""
    record = provenance(cut.conflict, view, "map.html")
    record |= {"languages": languages} if len(languages) > 1 else {}
    return record if cut.whole else {**record, "cut": cut.record}


@cache
def _scripts() -> tuple[str, ...]:
    """Return Leaflet, the painting script and this page's own, without addresses of source maps."""
    paths = [
        LEAFLET / "leaflet.js",
        *(ASSETS / name for name in SCRIPTS),
        HERE / "address.js",
        HERE / "languages.js",
        HERE / "file_pages.js",
        HERE / "pairs.js",
        HERE / "citation.js",
        HERE / "boxes.js",
        HERE / "narrators.js",
        HERE / "telling.js",
        HERE / "onefile.js",
    ]
    texts = [re.sub(r"(?m)^//# sourceMappingURL=.*$", "", path.read_text(encoding="utf-8")) for path in paths]
    return tuple(_inlined(text, "script") for text in texts)


@cache
def _style() -> str:
    paths = [
        LEAFLET / "leaflet.css",
        *(ASSETS / name for name in (*STYLES, *AROUND)),
        HERE / "onefile.css",
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return _inlined(re.sub(r"url\([^)]*\)", "none", text), "style")


def _inlined(text: str, tag: str) -> str:
    """Return a file's text if it is safe inside an element.

    Raises
    ------
    ValueError
        If the text would end the element: a mistake of this program.
    """
    if re.search(rf"</{tag}|<!--", text, re.IGNORECASE):
        raise ValueError(f"a {tag} holds what ends its element")
    return text


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: Any) -> Any:  # noqa: ANN401 (whatever a template says)
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
