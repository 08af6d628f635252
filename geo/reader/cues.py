"""The cues of each language, read from `cues/*.toml` and compiled once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from geo.reader.cue_files import cue_table, whole_words

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


class _Fill(dict[str, str]):
    """What the names in braces of a cue stand for; other braces are left as they are."""

    def into(self, pattern: str) -> str:
        """Return the pattern with names, and the entries that it uses, put in."""
        return re.sub(
            r"\{(A|P|D|be|have|[a-z]+\.[a-z_]+)\}", lambda match: self.into(self[match[1]]), pattern
        )


def _as_it_stands(key: str, pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE) if key.startswith(GRAMMAR) else whole_words(pattern)
