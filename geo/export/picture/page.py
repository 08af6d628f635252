"""A page measured in points, on which shapes, lines and words are drawn in order; y grows upwards."""

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import matplotlib as mpl
import numpy as np
import shapely
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import AbstractPathEffect, Normal, withStroke
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.export.picture.fonts import width_of
from geo.export.picture.stripes import path_of, strewn, stripes
from geo.export.picture.style import INK, PAPER, Pen
from geo.paint.shapes import TEXTURES

POINTS_PER_INCH: Final = 72
DOTS_PER_INCH: Final = 300

LAST_PLAIN: Final = 0x250
"""Letters from this code point up are drawn as outlines: a PDF file would space them wrongly."""


class Page:
    """A page; what is drawn later lies on top.

    Parameters
    ----------
    width, height
        In points.
    dots
        Of a PNG, in an inch.
    """

    def __init__(self, width: float, height: float, *, dots: int = DOTS_PER_INCH) -> None:
        self.width, self.height, self.dots = width, height, dots
        self.figure = Figure(figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH), facecolor=PAPER)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(0, height)
        self._layer = 1.0

    def fill(self, shape: BaseGeometry, colours: Sequence[str], stripe: float = 1, texture: str = "") -> None:
        """Fill a (multi)polygon with a colour, or a hatch of several; none = white. A texture lies on top."""
        parts = stripes(shape, colours or [PAPER], stripe)
        if texture and not shape.is_empty:
            parts.append((TEXTURES[texture].colour, strewn(shape, TEXTURES[texture], stripe)))
        for colour, part in parts:
            self._put(path_of(part), facecolor=colour, edgecolor="none", linewidth=0)

    def line(self, shape: BaseGeometry, *pens: Pen) -> None:
        """Draw lines, or the outlines of polygons, once with each pen, the first at the bottom."""
        outline = shape if shape.length and not shape.area else shapely.boundary(shape)
        parts = [part for part in shapely.get_parts(outline) if not part.is_empty]
        if parts:
            path = Path.make_compound_path(*(Path(shapely.get_coordinates(part)) for part in parts))
            for pen in pens:
                self.stroke(path, pen)

    def stroke(self, path: Path, pen: Pen) -> None:
        """Draw along a path."""
        ends = "round" if pen.round else "butt"
        dashes = (0, pen.dashes) if pen.dashes else "solid"
        style = {"linewidth": pen.width, "edgecolor": pen.colour, "linestyle": dashes}
        self._put(path, facecolor="none", joinstyle="round", capstyle=ends, **style)

    def sign(self, path: Path, at: tuple[float, float], size: float, *pens: Pen, fill: str = "none") -> None:
        """Draw a small sign around a point, `size` points per unit of its path."""
        placed = Affine2D().scale(size).translate(*at).transform_path(path)
        if fill != "none":
            self._put(placed, facecolor=fill, edgecolor="none", linewidth=0)
        for pen in pens:
            self.stroke(placed, pen)

    def text(self, at: tuple[float, float], text: str, face: FontProperties, **style: Any) -> None:  # noqa: ANN401
        """Write a line, its baseline at a point; `halo` = width of a white rim."""
        halo = style.pop("halo", 0)
        effects: list[AbstractPathEffect] | None = (
            [withStroke(linewidth=halo, foreground=PAPER)] if halo else None
        )
        if not halo and any(ord(letter) >= LAST_PLAIN for letter in text):
            effects = [Normal()]
        if effects and style.get("ha") == "right":  # outlines are narrower than the letters that are aligned
            at, style = (at[0] - width_of(text, face), at[1]), {**style, "ha": "left"}
        options = {"color": INK, "va": "baseline", "parse_math": False, "zorder": self._next(), **style}
        self.axes.text(*at, text, fontproperties=face, path_effects=effects, **options)

    def darken(self, opacity: NDArray[Any], extent: tuple[float, float, float, float]) -> None:
        """Lay black of an opacity from 0 to 1 over left, right, bottom, top; rows from the top."""
        black = np.zeros((*opacity.shape, 4), dtype=np.float32)
        black[..., 3] = opacity
        self.axes.imshow(black, extent=extent, aspect="auto", interpolation="bilinear", zorder=self._next())
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(0, self.height)

    def saved(self, kind: str, metadata: Mapping[str, str | None]) -> bytes:
        """Return the page as `png`, `svg` or `pdf`; the same page gives the same bytes."""
        made = io.BytesIO()
        with mpl.rc_context({"svg.hashsalt": "control map", "svg.fonttype": "path", "pdf.fonttype": 3}):
            self.figure.savefig(made, format=kind, dpi=self.dots, metadata=dict(metadata))
        return made.getvalue()

    def _put(self, path: Path, **style: Any) -> None:  # noqa: ANN401
        self.axes.add_artist(PathPatch(path, zorder=self._next(), **style))  # add_patch would measure it

    def _next(self) -> float:
        self._layer += 1
        return self._layer
