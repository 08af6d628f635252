"""Text from outside, such as a name, a key or a part of the address, where Streamlit reads Markdown."""

import re
from typing import Final

from geo.words import visible

HARMLESS: Final = "=,'\"/%;?"
"""Signs that mean nothing inside a line of Markdown; all others get a backslash."""

SIGN: Final = re.compile(rf"(?![{HARMLESS}])[!-/:-@\[-`{{-~]")

APART: Final = re.compile(r"[:@<>~]|-(?=-)|(?<=www)\.", re.IGNORECASE)
"""Signs of what Streamlit looks for only after backslashes are gone: an address without brackets
(``http://``, ``www.``, ``a@b.c``), an emoji code, an icon, an arrow, a dash."""


def plain(text: str) -> str:
    """Return Markdown that reads, on one line, as the text does; hidden characters are written out.

    For labels, options, notices and captions of Streamlit. A backslash is not enough where Streamlit
    searches the finished text: a sign in `APART` goes into a run of text of its own, as a colour without a
    colour, so that what it is looking for stands in no single run. What is on the page, and what is copied
    from it, is the text alone.
    """
    return SIGN.sub(_sign, " ".join(visible(text).split()))


def _sign(found: re.Match[str]) -> str:
    escaped = f"\\{found[0]}"
    apart = APART.match(found.string, found.start())
    return f":color[{escaped}]" if apart else escaped
