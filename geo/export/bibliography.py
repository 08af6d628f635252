"""A view for a bibliography: BibTeX and RIS."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

TEX: Final[Mapping[int, str]] = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
)


class Fields(NamedTuple):
    """What a bibliography records about a view."""

    title: str
    view: str
    version: str
    address: str
    accessed: str
    language: str


def bibtex(key: str, fields: Fields) -> str:
    """Return a BibTeX entry; TeX's special characters are escaped, except in the address."""
    entries = {
        "title": f"{{{tex(fields.title)}}}",
        "howpublished": "Interactive map",
        "note": tex(fields.view),
        "version": tex(fields.version),
        "url": re.sub(r"[{}\s\\]", "", fields.address),
        "urldate": fields.accessed,
        "language": fields.language,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in entries.items() if value]
    return "\n".join([f"@misc{{{key},", *lines, "}"]) + "\n"


def ris(key: str, fields: Fields) -> str:
    """Return a RIS record of a map."""
    entries = [
        ("TY", "MAP"),
        ("ID", key),
        ("TI", fields.title),
        ("ET", fields.version),
        ("N1", fields.view),
        ("UR", fields.address),
        ("Y2", fields.accessed.replace("-", "/")),
        ("LA", fields.language),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in entries if value]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"


def tex(text: str) -> str:
    """Return text with TeX's special characters escaped."""
    return one_line(text).translate(TEX)


def one_line(text: str) -> str:
    """Return text on one line: a line end would start another field."""
    return " ".join(text.split())
