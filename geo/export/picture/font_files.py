"""The files of the fonts: Noto Sans and Noto Sans Arabic, from the installation, not from the system."""

import hashlib
import io
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import fontpkg
import matplotlib as mpl
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from matplotlib.font_manager import FontEntry, fontManager

from geo.reading import save_file

LATIN: Final = "Control Map Sans"

ARABIC: Final = "Control Map Arabic"

REST: Final = "Control Map Rest"
"""Names of our own, so that a system font is never used instead."""

REGULAR: Final = 400

BOLD: Final = 700

FACES: Final = (
    (LATIN, "Noto Sans", REGULAR, "normal"),
    (LATIN, "Noto Sans", REGULAR, "italic"),
    (LATIN, "Noto Sans", BOLD, "normal"),
    (ARABIC, "Noto Sans Arabic", REGULAR, "normal"),
    (ARABIC, "Noto Sans Arabic", BOLD, "normal"),
    *((REST, "Noto Sans", weight, style) for weight in (REGULAR, BOLD) for style in ("normal", "italic")),
)

POSTSCRIPT_NAME: Final = 6
"""Index of the name under which PDF and SVG store a font's letters: two weights must not share it."""

BOLD_CODES: Final = (range(0x530), range(0x600, 0x700), range(0x1E00, 0x2300))
"""Latin, Greek, Cyrillic, Arabic and signs: what the bold is made for; other letters stay regular."""


@cache
def register() -> None:
    """Register the faces with the plotting library, once."""
    for family, package, weight, style in FACES:
        path = fontpkg.path(package, weight=weight, style=style if family == LATIN else "normal")
        if weight == BOLD and family != REST:
            path = bold_of(path)
        fontManager.ttflist.append(
            FontEntry(str(path), 0, family, style, "normal", weight, "normal", "scalable")
        )


def bold_of(path: Path) -> Path:
    """Return a font file whose default face is the bold of a variable font.

    The plotting library draws only a variable font's default face. The bold is extracted once and kept
    where the plotting library keeps its own list of fonts.
    """
    made_with = f"{path.name} {path.stat().st_size} {version('fonttools')} {BOLD_CODES} 2"
    kept = Path(mpl.get_cachedir()) / f"bold-{hashlib.sha256(made_with.encode()).hexdigest()[:16]}.ttf"
    if not kept.exists():
        made = io.BytesIO()
        cut(path, BOLD).save(made)
        save_file(kept, made.getvalue())
    return kept


def cut(path: Path, weight: int) -> TTFont:
    """Return one weight of a variable font, with the tables that join its letters, without hints."""
    face = TTFont(path)
    cutter = subset.Subsetter(subset.Options(hinting=False, notdef_outline=True, glyph_names=False))
    cutter.populate(unicodes=[code for codes in BOLD_CODES for code in codes])
    cutter.subset(face)
    made = instancer.instantiateVariableFont(face, {"wght": weight, "wdth": 100}, inplace=True)
    postscript = f"{path.stem.partition('[')[0]}-{weight}"
    for record in made["name"].names:
        if record.nameID == POSTSCRIPT_NAME:
            record.string = postscript
    return made
