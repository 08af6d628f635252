"""Streamlit's runtime for tests looks through every installed package at each run; here it looks once."""

from functools import cache

from streamlit.components.v2 import manifest_scanner

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
