"""The yardstick: a Streamlit slider and a line of text."""

import streamlit as st
from shared_world import day_slider, world

shown = day_slider(world().first, world().last)
st.markdown(f"Day {shown}")
