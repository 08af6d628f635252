"""`conflict.toml`: the settings of a conflict, checked in one go."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError

from geo.reading.defaults import Defaults
from geo.reading.errors import DataError, Problem, rule
from geo.reading.key_events import EventTable
from geo.reading.loose_ends import loose_ends
from geo.reading.names import nearest
from geo.reading.settings_tables import ActorTable, Settings
from geo.reading.toml import FILE, read_toml

MOST_SAID: Final = 100
"""So many problems of the file are listed."""


def read_settings(data: bytes) -> Settings:
    """Read and check `conflict.toml`.

    Raises
    ------
    DataError
        With every problem of the file.
    """
    try:
        settings = Settings.model_validate(read_toml(data))
    except ValidationError as error:
        raise DataError(map(problem_of, error.errors(include_url=False)[:MOST_SAID])) from error
    if problems := list(loose_ends(settings)):
        raise DataError(problems)
    return settings


def problem_of(detail: Mapping[str, Any]) -> Problem:
    """Return pydantic's finding with the key as an editor would look for it."""
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in detail["loc"]).lstrip(
        "."
    )
    if detail["type"] == "extra_forbidden":
        if len(detail["loc"]) > 1 and detail["loc"][-1] in Settings.model_fields:
            return Problem(FILE, None, key, "", rule("key_too_low"))
        near = nearest(str(detail["loc"][-1]), known_keys(detail["loc"]), most=1)
        hint = f"'{near[0]}'?" if near else ""
        return Problem(FILE, None, key, "", rule("unknown_key"), hint)
    value = "" if detail["type"] == "missing" else _start(detail["input"])
    said = detail["msg"].removeprefix("Value error, ")
    return Problem(FILE, None, key, value, rule("bad_value", reason=said[:1].lower() + said[1:]))


def known_keys(place: Sequence[object]) -> Iterable[str]:
    """Return the keys that may stand where an unknown one does."""
    if "defaults" in place:
        return Defaults.model_fields
    return Settings.model_fields | (EventTable if "events" in place else ActorTable).model_fields


def _start(value: object) -> str:
    """Return the first characters of a value; a long list is cut before it is written out."""
    return str(value[:10] if isinstance(value, list) else value)[:200]
