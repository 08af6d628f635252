"""Ids and TOML strings from names of any kind."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

import pandas as pd

from geo.reading import ID, LONGEST_NAME, fold

LONGEST: Final = 48


def unique_ids(names: Iterable[str], *, taken: Iterable[str] = ()) -> dict[str, str]:
    """Return a unique id for each distinct name, in order; none that is already taken."""
    used = set(taken)
    ids: dict[str, str] = {}
    for name in dict.fromkeys(names):
        base = slug(name)
        found, number = base, 1
        while found in used:
            number += 1
            found = f"{base}-{number}"
        used.add(found)
        ids[name] = found
    return ids


def area_ids(written: pd.Series, names: pd.Series, above: pd.Series) -> pd.Series:
    """Return an id for each area: as written if it can be one, else made from what is written or its name.

    Parameters
    ----------
    written
        Ids as the file has them, each once; "" = absent.
    names, above
        The area's name, and that of the unit above it, which tells areas of one name apart.
    """
    good = written.str.fullmatch(ID)
    alone = ~names.map(fold).duplicated(keep=False)
    told = names.where(alone, (names + " " + above).str.strip())
    base = written.where(written != "", told)
    found = written.where(good, "")
    used = set(found[good])
    for place in base.index[~good]:
        (found[place],) = unique_ids([base[place]], taken=used).values()
        used.add(found[place])
    return found


def slug(name: str) -> str:
    """Return a name as lower-case Latin letters and digits joined by hyphens; "x" if it has none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or "x"


def short(text: str) -> str:
    """Return a text that is not too long for a name."""
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"


def toml_string(text: str) -> str:
    """Return the text as a TOML basic string."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
