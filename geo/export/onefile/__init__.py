"""The conflict as one HTML file that opens from disk: map, slider, panel, quotes, sources, no request."""

import base64
import hashlib
import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from geo.export.cite import version_in_words
from geo.export.embedded import element_with
from geo.export.onefile.cut import Cut
from geo.export.onefile.data import data_of
from geo.export.onefile.pages import way
from geo.export.onefile.story import steps_in
from geo.export.provenance import provenance, sealed
from geo.paint import AROUND, ASSETS, LEAFLET, SCRIPTS, STYLES
from geo.panel import articles, rendered
from geo.sentences import fitting, narrator_name
from geo.view import KINDS, OFF, offered, side_by_side
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words

__all__ = ["Cut", "map_html"]

HERE: Final = Path(__file__).parent

POLICY: Final = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; style-src-attr 'unsafe-inline'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
"""Nothing is fetched, nothing is sent, and only scripts with a hash listed here run."""


def map_html(conflict: "Conflict", view: "View", cut: Cut | None = None) -> bytes:
    """Return the one-file map; it opens on the view's day, narrator, knowledge and area.

    `cut` is the part of the conflict that it holds; None = all of it.

    Raises
    ------
    DataError
        If the conflict is too large for one file.
    """
    words, cut = view.words, cut or Cut(conflict)
    scripts, style = _scripts(), _style()
    data = data_of(cut, view)
    there = offered(conflict, view.narrator, *cut.told)
    told = [(one, narrator_name(conflict, one, words)) for one in cut.narrators if one in there]
    page = _environment().get_template("onefile.html.j2")
    made = page.render(
        say=words.say,
        fit=partial(fitting, conflict),
        words=words,
        conflict=conflict,
        policy=Markup(POLICY.format(scripts=" ".join(map(_digest, scripts)), styles=_digest(style))),  # noqa: S704
        style=Markup(style),  # noqa: S704 (our own files)
        record=Markup(element_with(_record(cut, view), ".html")),  # noqa: S704
        narrators=told,
        side_by_side=side_by_side([name for _, name in told]),
        days=[(day.isoformat(), words.plain_day(day), words.day(day)) for day in cut.days],
        kinds=[OFF, *(one for one in KINDS if one != "narrator" or len(told) > 1)],
        part=cut.said(words),
        story=len(steps_in(cut, words.language)),
        first_list=Markup(data.first_list),  # noqa: S704 (made by templates that escape)
        sources=Markup(_sources(cut, words)),  # noqa: S704 (made by templates that escape)
        version=version_in_words(conflict, words),
        data=Markup(data.json),  # noqa: S704 (no `<` in it)
        scripts=[Markup(script) for script in scripts],  # noqa: S704
    )
    return sealed(made.encode())


def _sources(cut: Cut, words: "Words") -> str:
    found = articles(cut.conflict, words, partial(way, cut))
    return rendered("sources.html.j2", words, sources=list(found))


def _record(cut: Cut, view: "View") -> dict[str, Any]:
    """Return where the file comes from, and which part it holds if not all."""
    record = provenance(cut.conflict, view, "map.html")
    return record if cut.whole else {**record, "cut": cut.record}


@cache
def _scripts() -> tuple[str, ...]:
    """Return Leaflet, the painting script and this page's own, without addresses of source maps."""
    paths = [
        LEAFLET / "leaflet.js",
        *(ASSETS / name for name in SCRIPTS),
        HERE / "address.js",
        HERE / "file_pages.js",
        HERE / "pairs.js",
        HERE / "citation.js",
        HERE / "boxes.js",
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
