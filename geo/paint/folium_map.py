"""The Folium map that starts the script, and the small message of a step.

Nothing in the base map varies between reruns: its script is the component's key, and another key is
another, blinking map. Only `geo.paint` knows Folium.
"""

from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, Final

import folium
from branca.element import MacroElement
from folium.template import Template

from geo.paint import SCRIPTS, STYLES, assets_version
from geo.paint.shapes import table

if TYPE_CHECKING:
    from geo.words import Words

FAMILY: Final = "map."
"""Words of this family go to the script."""


class ControlMap(folium.Map):
    """A Leaflet map without tiles, external addresses or a header of its own."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }},
                {center: [0, 0], zoom: 2, zoomSnap: 0, zoomControl: false, attributionControl: false});
        {% endmacro %}
        {% macro html(this, kwargs) %}
            <div class="folium-map" id={{ this.get_name()|tojson }} ></div>
        {% endmacro %}
        """
    )

    def __init__(self, scripts: list[str]) -> None:
        super().__init__(tiles=None)
        self.default_js = [(address, address) for address in scripts]
        self.default_css = []

    def render(self, **_: Any) -> str:  # noqa: ANN401
        """Render nothing into the figure: the component asks for the script alone."""
        return ""

    def again(self) -> "ControlMap":
        """Return the same map, to which a step can be added that is not on this one."""
        made = copy(self)
        made._children = self._children.copy()  # noqa: SLF001
        return made


class Step(folium.FeatureGroup):
    """The message of a step, as a group without features."""

    def render(self, **_: Any) -> str:  # noqa: ANN401
        """Render nothing into the figure, as the map."""
        return ""


class Start(MacroElement):
    """The call that starts the script in its map."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            window.geoPaint.start({{ this._parent.get_name() }}, {{ this.config|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Start"
        self.config = dict(config)


class Show(MacroElement):
    """The call that shows a step."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            window.geoPaint.show({{ this.message|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, message: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Show"
        self.message = dict(message)


def script_config(geometry: str | Mapping[str, Any], words: "Words", **options: object) -> dict[str, Any]:
    """Return what `geoPaint.start` needs: page and one-file map call it alike.

    Parameters
    ----------
    geometry
        Address of the geometry JSON relative to the map's frame, or the JSON itself.
    words
        Those of the group `map` are included.
    options
        As ``docs/painting.md`` lists them: `watch`, `play`, `strip`, `renderer`, `styles`, `states`, …
    """
    said = spoken(words)
    return {
        "geometry": geometry,
        "language": words.language,
        "direction": words.direction,
        **said,
        **(_until_said(said) if "said" in options else {}),
        **options,
    }


def spoken(words: "Words") -> dict[str, Any]:
    """Return the words, the calendar and the shapes that the script uses.

    A page serves them as a file, named by the option `said`: the script of the base map goes along with
    every step, and they are most of it.
    """
    named = {
        key.removeprefix(FAMILY): entry for key, entry in words.entries.items() if key.startswith(FAMILY)
    }
    family = {key: entry for key, entry in named.items() if "." not in key}  # the others: `geo.looks`, legend
    return {"words": family, "calendar": words.calendar(), "shapes": table()}


def _until_said(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the script needs before the file `said` has arrived: the word for its not arriving."""
    return {"words": {"failed": said["words"]["failed"]}, "calendar": {}, "shapes": {}}


def base_map(
    geometry_url: str, words: "Words", *, leaflet: str, assets: str, script: str = "", **options: object
) -> ControlMap:
    """Return the map that does not change between reruns; everything else is a message.

    Parameters
    ----------
    geometry_url
        Of the geometry JSON, relative to the map's frame.
    words
        Of the script.
    leaflet, assets
        Addresses of the folders that hold ``leaflet.js`` and `SCRIPTS`, relative to the map's frame.
    script
        Address of all `SCRIPTS` in one (`geo.paint.bundle`); "" = each is asked for by itself.
    options
        Further settings of the script (`script_config`).
    """
    version = assets_version()
    styles = [f"{leaflet}/leaflet.css", *(f"{assets}/{name}?v={version}" for name in STYLES)]
    scripts = [script] if script else [f"{assets}/{name}?v={version}" for name in SCRIPTS]
    made = ControlMap([f"{leaflet}/leaflet.js", *scripts])
    made.add_child(Start(script_config(geometry_url, words, styles=styles, **options)))
    return made


def step(  # noqa: PLR0913 (the message of a step has six parts)
    day: str,
    *,
    states: str,
    url: str,
    area: str | None = None,
    compare: Mapping[str, Any] | None = None,
    title: str = "",
) -> folium.FeatureGroup:
    """Return the message of a step, as a group without features: a few hundred bytes at any size.

    Parameters
    ----------
    day
        ISO date to paint.
    states, url
        Key and address of the states JSON; fetched once per key.
    area
        Selected area, or None.
    compare
        The second map's `day` (None: the same as the first's), `states`, `url` and `title`; or None.
    title
        Of the first map, shown beside a second.
    """
    group = Step(name="step")
    message = {"day": day, "states": states, "url": url, "area": area, "title": title, "compare": compare}
    group.add_child(Show(message))
    return group
