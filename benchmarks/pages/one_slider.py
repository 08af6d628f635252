"""The least that a Streamlit page with a slider can be."""

import streamlit as st

st.slider("Day", 0, 12)
