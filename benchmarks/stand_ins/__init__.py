"""Invented tables of the size and shape of six public ones, and the commands that import them.

`python -m benchmarks.stand_ins FOLDER` writes them all in seconds. Places, rows and
names are the same each time.
"""
