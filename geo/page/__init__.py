"""What Streamlit shows: address, controls, map, panel, views; the only place that knows Streamlit."""
