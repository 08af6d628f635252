"""`st.pydeck_chart` with a GeoJsonLayer and no base map."""

import pydeck
import streamlit as st
from shared_world import day_slider, world


def rgb(colour: str) -> list[int]:
    """Red, green and blue of a hexadecimal colour."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


shown = day_slider(world().first, world().last)
pairs = zip(world().geojson["features"], world().on(shown), strict=True)
features = [{**feature, "properties": {"fill": rgb(colour)}} for feature, colour in pairs]
layer = pydeck.Layer(
    "GeoJsonLayer",
    {"type": "FeatureCollection", "features": features},
    id="areas",
    get_fill_color="properties.fill",
    get_line_color=[51, 51, 51],
    line_width_min_pixels=1,
)
west, south, east, north = world().bounds
view = pydeck.data_utils.compute_view([[west, south], [east, north]])
st.pydeck_chart(pydeck.Deck([layer], initial_view_state=view, map_provider=None, map_style=None), height=500)
