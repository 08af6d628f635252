"""Bytes -> Conflict: every reader and every check."""
