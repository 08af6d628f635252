"""The files of a language's strings, and which languages there are."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

FOLDER: Final = Path(__file__).parent
PLURAL_FORMS: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
Entry: TypeAlias = str | Mapping[str, str]


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a folder of words."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.toml"))))


def entries_of(language: str) -> dict[str, Entry]:
    """Return the strings of a language by their dotted keys."""
    found: dict[str, Entry] = {}
    for path in sorted((FOLDER / language).glob("*.toml")):
        found.update(_flat(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))))
    return found


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, str) or set(value) <= PLURAL_FORMS:
            yield key, value
        else:
            yield from _flat(key, value)
