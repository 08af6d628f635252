"""Time zones by the names of the IANA list."""

from functools import cache
from zoneinfo import available_timezones

from geo.reading.names import nearest


def known_zone(zone: str) -> str:
    """Return the time zone if the system knows it."""
    if zone not in _zones():
        near = ", ".join(nearest(zone, _zones()))
        raise ValueError(f"is not a time zone of the IANA list{f'; near: {near}' if near else ''}")
    return zone


@cache
def _zones() -> frozenset[str]:
    """Return the names of the system's time zones, looked for once: they are hundreds of files."""
    return frozenset(available_timezones())
