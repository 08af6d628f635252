"""The cues of each language, read from `cues/*.toml` and compiled once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "cues"

ENGLISH: Final = "en"
GRAMMAR: Final = "grammar."
"""Entries that say themselves where words begin and end."""

ACTOR, PLACE, PERSON, DAY = "\ue000", "\ue001", "\ue002", "\ue003"
"""Letters that stand in a masked sentence for those of an actor's name, a place, a person, a day."""

MASKS: Final = ACTOR + PLACE + PERSON + DAY

BE: Final = r"(?:is|are|am|was|were|be|been|being|[’']s|[’']re)"
HAVE: Final = r"(?:has|have|had|having|[’']ve)"


@dataclass(frozen=True)
class ClaimCue:
    """Words that claim something: which claim, and how they stand to who does it and where."""

    claim: str
    form: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Cues:
    """The cues of one language.

    Attributes
    ----------
    claims
        In the order of the file; of cues that overlap the longest counts.
    rows
        Whether rows are proposed; else sentences to look at.
    patterns
        "section.key" of the file -> its pattern: whole words, but as it stands in the section "grammar".
    troops
        Folded nouns that make an actor's common word a name: "resistance forces".
    """

    language: str
    claims: tuple[ClaimCue, ...]
    patterns: Mapping[str, re.Pattern[str]]
    text: Mapping[str, str]
    rows: bool = True

    def __getitem__(self, key: str) -> re.Pattern[str]:
        """Return a pattern of the file by "section.key"."""
        return self.patterns[key]

    def words(self, key: str) -> str:
        """Return a pattern's text, to be put into a larger one."""
        return self.text[key]


@cache
def load_cues(language: str) -> Cues:
    """Return the cues of a language.

    Raises
    ------
    ValueError
        If there is no file for that language.
    """
    table = cue_table(language)
    troops = table["nouns"]["troops"]
    raw = {
        f"{section}.{key}": value
        for section, entries in table.items()
        if isinstance(entries, Mapping)
        for key, value in entries.items()
        if isinstance(value, str)
    }
    named = {"A": rf"(?:{ACTOR}+(?:[’']s?(?!\w))?(?:\s(?:{troops})\b)*)", "P": f"{PLACE}+", "D": f"{DAY}+"}
    fill = _Fill(raw | named | {"be": BE, "have": HAVE})
    text = {key: fill.into(value) for key, value in raw.items()}
    return Cues(
        language=table["language"],
        claims=tuple(
            ClaimCue(cue["claim"], cue["form"], whole_words(fill.into(cue["words"])))
            for cue in table["claim"]
        ),
        rows=table.get("rows", True),
        patterns={key: _as_it_stands(key, value) for key, value in text.items()},
        text=text,
    )


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


class _Fill(dict[str, str]):
    """What the names in braces of a cue stand for; other braces are left as they are."""

    def into(self, pattern: str) -> str:
        """Return the pattern with names, and the entries that it uses, put in."""
        return re.sub(
            r"\{(A|P|D|be|have|[a-z]+\.[a-z_]+)\}", lambda match: self.into(self[match[1]]), pattern
        )


def _as_it_stands(key: str, pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE) if key.startswith(GRAMMAR) else whole_words(pattern)


def whole_words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that neither begins nor ends inside a word."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!(?<=\w)\w)", re.IGNORECASE)


@cache
def cue_languages() -> tuple[str, ...]:
    """Return the languages that have cues."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
