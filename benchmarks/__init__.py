"""Measurements of page, painter, timeline and readers; `python -m benchmarks` runs them all."""
