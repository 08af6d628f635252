"""`conflict.toml` as tables, not yet checked."""

import re
import tomllib
from typing import Any, Final

from geo.reading.errors import DataError, rule
from geo.reading.text import text_of

FILE: Final = "conflict.toml"
LARGEST_BYTES: Final = 1_000_000

MOST_PARTS: Final = 20
"""Of a key with dots; TOML's reader takes time and memory by the square of them."""

_PART: Final = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
DOTTED: Final = re.compile(rf"(?<![\w-])(?:{_PART}){{{MOST_PARTS}}}")


def by_language(table: object, key: str) -> object:
    """Return a table with every `key_xx` moved into `keys`, by language; what is no table stays as it is."""
    if not isinstance(table, dict):
        return table
    size = len(key) + 1
    found = {name[size:]: text for name, text in table.items() if re.fullmatch(rf"{key}_[a-z]{{2,3}}", name)}
    return {name: one for name, one in table.items() if name[size:] not in found} | {f"{key}s": found}


def read_toml(data: bytes) -> dict[str, Any]:
    """Return the file's tables.

    Raises
    ------
    DataError
        If the file is not TOML; the message has the line.
    """
    if len(data) > LARGEST_BYTES:
        raise DataError.at(FILE, rule("too_large", size=LARGEST_BYTES // 1_000_000))
    text = text_of(FILE, data).read()
    if deep := DOTTED.search(text):
        row = text.count("\n", 0, deep.start()) + 1
        raise DataError.at(FILE, rule("too_many_parts", most=MOST_PARTS), row=row)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise DataError.at(
            FILE, rule("no_toml", reason=str(error)), row=int(line[1]) if line else None
        ) from error
