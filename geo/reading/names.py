# ruff: noqa: RUF001 (this module is about letters that look like Latin ones)
"""Place names as people write them: folded for matching, then matched or listed, never guessed."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from rapidfuzz import fuzz, process

from geo.words import one_line, visible

__all__ = ["ID", "NameIndex", "fold", "nearest", "one_line", "visible"]

ID: Final = r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}"
"""What an id may be: it is used in addresses, file names and scripts."""

ARABIC_VARIANTS: Final = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ئ": "ی", "ې": "ی", "ۍ": "ی", "ے": "ی",
        "ك": "ک", "ګ": "گ", "ڪ": "ک",
        "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و",
        "ـ": None, "\u200c": " ", "\u200d": None,
    }
)  # fmt: skip
"""Letters that Arabic, Persian, Pashto and Urdu keyboards write differently for the same name."""

LATIN_VARIANTS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ʿ": None, "ʾ": None}
)
"""Latin letters that do not decompose into a base letter and an accent."""


LONGEST_NAME: Final = 1_000
"""Characters; what is longer is no name."""

MOST_LANGUAGES: Final = 50
"""Of a name."""

MOST_SPELLINGS: Final = 200_000
MOST_COMPARED: Final = 5_000
"""Known words that a word is compared with for a suggestion; of more, none is suggested."""

ALIKE: Final = 65.0
"""Per cent of similarity from which a name is shown as a candidate."""


def fold(name: str) -> str:
    """Return a name without case, accents, punctuation, Arabic letter variants and double spaces."""
    plain = name.translate(ARABIC_VARIANTS)
    plain = unicodedata.normalize("NFKD", plain).translate(ARABIC_VARIANTS).casefold()
    plain = "".join(c for c in plain if not unicodedata.category(c).startswith(("M", "Cf", "Cc")))
    plain = re.sub(r"['’ʼ`´‘]", "", plain.translate(LATIN_VARIANTS))
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def nearest(name: str, known: Iterable[str], *, most: int = 3) -> list[str]:
    """Return the known words most similar to a name, folded, best first; [] = none is similar."""
    listed = list(known)
    if len(name) > LONGEST_NAME or len(listed) > MOST_COMPARED:
        return []
    folded = {fold(word[:LONGEST_NAME]): word for word in listed}
    hits = process.extract(fold(name)[:80], list(folded), scorer=fuzz.ratio, limit=most, score_cutoff=ALIKE)
    return [folded[word] for word, _, _ in hits]


@dataclass(frozen=True)
class NameIndex:
    """Which ids have a spelling; spellings are folded when the first name is looked up.

    Parameters
    ----------
    spellings
        Pairs of id and spelling, in the order of the files.
    """

    spellings: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, spellings: Iterable[tuple[str, str]]) -> Self:
        """Return the index of (id, spelling) pairs; blank spellings are left out."""
        return cls(tuple(spellings))

    @cached_property
    def ids(self) -> Mapping[str, tuple[str, ...]]:
        """Folded spelling -> ids that have it, in the order of the files."""
        ids: dict[str, dict[str, None]] = {}
        for area_id, spelling in self.spellings:
            if folded := fold(spelling):
                ids.setdefault(folded, {})[area_id] = None
        return {folded: tuple(found) for folded, found in ids.items()}

    def candidates(self, name: str) -> tuple[str, ...]:
        """Return every id that has the name: one = matched, more = ambiguous, none = unknown."""
        return self.ids.get(fold(name), ()) if len(name) <= LONGEST_NAME else ()

    def near(self, name: str) -> tuple[str, ...]:
        """Return ids with a similar spelling: shown as suggestions, never used."""
        return tuple(self.alike(name))

    def alike(self, name: str) -> dict[str, float]:
        """Return ids with a similar spelling, best first, and how similar it is, in per cent."""
        if len(name) > LONGEST_NAME:
            return {}
        hits = process.extract(
            fold(name)[:80], list(self.ids), scorer=fuzz.ratio, limit=3, score_cutoff=ALIKE
        )
        found: dict[str, float] = {}
        for spelling, score, _ in hits:
            for one in self.ids[spelling]:
                found.setdefault(one, score)
        return found
