"""The files of cues, `cues/*.toml`, and which language a text is in."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "cues"
ENGLISH: Final = "en"


@cache
def cue_table(language: str) -> dict[str, Any]:
    """Return the file of a language; English stands in for what it does not have.

    Raises
    ------
    ValueError
        If there is no file for that language.
    """
    path = FOLDER / f"{language}.toml"
    if not path.is_file():
        message = f"no cues for language {language!r}; there are: {', '.join(cue_languages())}"
        raise ValueError(message)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if language == ENGLISH:
        return table
    whole = dict(cue_table(ENGLISH))
    for key, value in table.items():
        whole[key] = {**whole[key], **value} if isinstance(value, dict) and key in whole else value
    return whole


def language_of(text: str) -> str:
    """Return the language whose most common words the text has most often; English if it has none."""
    counts = {one: len(whole_words(cue_table(one)["common"]).findall(text)) for one in cue_languages()}
    most = max(counts, key=lambda one: counts[one])
    return most if counts[most] else ENGLISH


def whole_words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that neither begins nor ends inside a word."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!(?<=\w)\w)", re.IGNORECASE)


@cache
def cue_languages() -> tuple[str, ...]:
    """Return the languages that have cues."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
