"""What is drawn stands out: 3 to 1 for shapes, 4.5 to 1 for text (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re

import pytest
from panjshir import conflict

from geo.export.picture import style
from geo.looks import PALER, mixed
from geo.paint import ASSETS
from geo.paint.relief import DEEPEST, ON_FILLS

SHAPES, TEXT = 3.0, 4.5
WHITE = "#ffffff"
SCRIPT = (ASSETS / "frame.js").read_text(encoding="utf-8")
STYLE = (ASSETS / "map.css").read_text(encoding="utf-8")
EDGE = re.search(r'EDGE = "(#\w{6})"', SCRIPT)[1]


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB``."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ours(name: str, block: int) -> str:
    """Return a colour of the map's style: block 0 is light, 1 is dark."""
    return re.findall(rf"--{name}: (#\w{{6}})", STYLE)[block]


@pytest.mark.parametrize("strength", [name for name in PALER if name != "none"])
@pytest.mark.parametrize("actor", conflict().actors)
def test_an_outline_stands_out_from_every_fill_in_the_deepest_shade_too(actor: str, strength: str) -> None:
    fill = mixed(conflict().actors[actor].colour, PALER[strength])
    assert contrast(EDGE, fill) >= SHAPES
    shaded = "#" + "".join(
        f"{round(int(fill[i : i + 2], 16) * (1 - DEEPEST * ON_FILLS)):02x}" for i in (1, 3, 5)
    )
    assert contrast(EDGE, shaded) >= SHAPES


def test_an_outline_stands_out_from_white_and_the_page_and_the_picture_draw_it_alike() -> None:
    assert contrast(EDGE, WHITE) >= SHAPES
    assert contrast("#8a8578", WHITE) >= SHAPES
    assert style.EDGE == EDGE


@pytest.mark.parametrize("block", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "soft"])
def test_words_around_the_map_stand_out_from_their_ground(name: str, block: int) -> None:
    assert contrast(ours(name, block), ours("paper", block)) >= TEXT


@pytest.mark.parametrize("block", [0, 1], ids=["light", "dark"])
def test_a_bar_and_the_ring_of_the_focus_stand_out(block: int) -> None:
    assert contrast(ours("bar", block), ours("paper", block)) >= SHAPES
    assert contrast("#7a5cff", ours("paper", block)) >= SHAPES
