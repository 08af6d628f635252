"""`st.plotly_chart` with a choropleth of the same areas."""

import plotly.graph_objects as go
import streamlit as st
from shared_world import day_slider, world

shown = day_slider(world().first, world().last)
colours = world().on(shown)
palette = sorted(set().union(*world().colours))
steps = [[(i + j) / len(palette), colour] for i, colour in enumerate(palette) for j in (0, 1)]
figure = go.Figure(
    go.Choropleth(
        geojson=world().geojson,
        locations=[feature["id"] for feature in world().geojson["features"]],
        z=[palette.index(colour) for colour in colours],
        zmin=-0.5,
        zmax=len(palette) - 0.5,
        colorscale=steps,
        showscale=False,
    )
)
figure.update_geos(fitbounds="locations", visible=False)
figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, height=500)
st.plotly_chart(figure, key="map")
