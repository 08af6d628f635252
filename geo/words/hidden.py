"""Characters that hide or reorder text, shown instead of applied."""

import re
import unicodedata
from collections import Counter
from typing import Final

HIDDEN: Final = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
"""Controls, bidirectional marks, zero widths, fillers, variation selectors and lone surrogates."""

JOINERS: Final = re.compile("[\u200c\u200d]")
"""Zero-width (non-)joiners: correct between Arabic or Indic letters, hidden anywhere else."""

ALIKE: Final = frozenset({"LATIN", "GREEK", "CYRILLIC"})
"""Scripts whose letters are mistaken for each other."""

ONE_LINE: Final = 160
"""Characters of a value that an error line shows."""


def visible(text: str) -> str:
    """Return the text with every hidden character written out, such as ``⟨U+202E⟩``.

    A joiner between two letters of a script that needs it (Persian, Hindi) stays as it is; in
    words that mix Latin with Greek or Cyrillic, each letter of the rarer script is followed by its code
    point.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = HIDDEN.sub(lambda match: named(match[0]), text)
    shown = JOINERS.sub(lambda match: joiner(match, shown), shown)
    return re.sub(r"[^\W\d_]+", lambda match: unmixed(match[0]), shown)


def named(character: str) -> str:
    """Return a character's code point in angle brackets, such as ``⟨U+200B⟩``."""
    return f"⟨U+{ord(character):04X}⟩"


def joiner(match: re.Match[str], text: str) -> str:
    """Return a joiner unchanged between letters that are not Latin, else its code point."""
    around = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
    joins = all(side and script(side) == "OTHER" for side in around)
    return match[0] if joins else named(match[0])


def script(letter: str) -> str:
    """Return LATIN, GREEK or CYRILLIC, the scripts whose letters look alike, or OTHER; "" if no letter."""
    if not unicodedata.category(letter).startswith(("L", "M")):
        return ""
    first = unicodedata.name(letter, "OTHER").split(" ", 1)[0]
    return first if first in {"LATIN", "GREEK", "CYRILLIC"} else "OTHER"


def unmixed(word: str) -> str:
    """Return a word of one script unchanged; in a mixed word, name the letters of the rarer script."""
    if word.isascii():
        return word
    scripts = [script(letter) for letter in word]
    alike = Counter(name for name in scripts if name in ALIKE)
    if len(alike) <= 1:
        return word
    odd = ALIKE - {max(sorted(alike), key=alike.__getitem__)}
    return "".join(c + named(c) if name in odd else c for c, name in zip(word, scripts, strict=True))


def one_line(text: str, most: int = ONE_LINE) -> str:
    """Return the text visible, on one line, cut to `most` characters."""
    line = visible(" ".join(text[: 2 * most].split()))
    return line if len(line) <= most else line[: most - 1] + "…"
