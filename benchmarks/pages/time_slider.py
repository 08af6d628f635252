"""folium's `TimeSliderChoropleth`: a static page without a server, its scripts from the wheels beside it."""

import datetime as dt
import shutil
import sys
from pathlib import Path

import folium
import js_lib_leaflet
from folium.plugins import TimeSliderChoropleth
from shared_world import World, read_world
from xstatic.pkg import d3, jquery, moment

ASSETS = {
    "leaflet.js": Path(js_lib_leaflet.__file__).parent / "static/js_lib_leaflet/leaflet-src.js",
    "leaflet.css": Path(js_lib_leaflet.__file__).parent / "static/js_lib_leaflet/leaflet.css",
    "jquery.js": Path(jquery.BASE_DIR) / "jquery.min.js",
    "d3.js": Path(d3.BASE_DIR) / "d3.js",
    "moment.js": Path(moment.BASE_DIR) / "moment.min.js",
}


def styles(world: World) -> dict[str, dict[str, dict[str, object]]]:
    """Style of every area at every timestamp, as the plugin wants it."""
    noon = dt.time(12, tzinfo=dt.UTC)
    stamps = [
        str(int(dt.datetime.combine(world.first + dt.timedelta(days=day), noon).timestamp()))
        for day in range(len(world.colours))
    ]
    return {
        feature["id"]: {
            stamp: {"color": colours[i], "opacity": 1}
            for stamp, colours in zip(stamps, world.colours, strict=True)
        }
        for i, feature in enumerate(world.geojson["features"])
    }


def write_page(world: World, path: Path, *, local: bool = True) -> None:
    """Write the page; with `local`, its scripts stand beside it instead of on other hosts."""
    if local:
        folium.Map.default_js = [("leaflet", "leaflet.js"), ("jquery", "jquery.js")]
        folium.Map.default_css = [("leaflet_css", "leaflet.css")]
        TimeSliderChoropleth.default_js = [("d3", "d3.js"), ("moment", "moment.js")]
        for name, source in ASSETS.items():
            shutil.copy(source, path.parent / name)
    west, south, east, north = world.bounds
    drawn = folium.Map(tiles=None, width=700, height=500)
    drawn.fit_bounds([[south, west], [north, east]])
    TimeSliderChoropleth(world.geojson, styles(world), stroke_color="#333333").add_to(drawn)
    drawn.save(path)


if __name__ == "__main__":
    write_page(read_world(Path(sys.argv[1])), Path(sys.argv[2]), local="--remote" not in sys.argv)
