"""`st_folium` with a plain `folium.GeoJson`, built anew on every run."""

from pathlib import Path

import folium
import js_lib_leaflet
import streamlit.components.v1 as components
from shared_world import day_slider, world
from streamlit_folium import st_folium

# Folium's own scripts come from other hosts; the wheel's Leaflet is all that areas need.
assets = Path(js_lib_leaflet.__file__).parent / "static" / "js_lib_leaflet"
leaflet = components.declare_component("bench_leaflet", path=str(assets))
folium.Map.default_js = [("leaflet", f"../{leaflet.name}/leaflet-src.js")]
folium.Map.default_css = [("leaflet_css", f"../{leaflet.name}/leaflet.css")]

shown = day_slider(world().first, world().last)
colours = dict(zip((f["id"] for f in world().geojson["features"]), world().on(shown), strict=True))
west, south, east, north = world().bounds
drawn = folium.Map(tiles=None)
drawn.fit_bounds([[south, west], [north, east]])
folium.GeoJson(
    world().geojson,
    style_function=lambda feature: {
        "fillColor": colours[feature["id"]],
        "fillOpacity": 1,
        "color": "#333",
        "weight": 1,
    },
).add_to(drawn)
st_folium(drawn, key="map", returned_objects=[], width=700, height=500)
