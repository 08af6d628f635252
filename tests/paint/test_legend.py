"""geo.paint.legend: a key for every kind of look that is drawn, in reading order, and for no other."""

from typing import Any

import pytest
from made_up import conflict

from geo.looks import BLANK, Look
from geo.paint.legend import legend
from geo.words import load_words

WORDS = load_words("en")
RED, BLUE = "#E69F00", "#0072B2"
FIRM, SOFT, STALE, OTHER = "#e69f00", "#f4d48c", "#f9e7bf", "#0072b2"
"""Red as it is painted, and blue."""

SILENT = Look("unreported", (), "none", "dotted", (), "", "")


def look(
    fills: tuple[str, ...],
    strength: str = "firm",
    outline: str = "solid",
    marks: tuple[str, ...] = (),
    *,
    texture: str = "",
) -> Look:
    """Return a look of an area."""
    return Look("reported", fills, strength, outline, marks, "", "", texture)


def keys(*looks: Look) -> list[tuple[Any, str]]:
    """Return what each key shows, colours or a mark or an outline, and its text."""
    found = legend(looks, conflict({}), WORDS)
    return [(one.get("mark") or one["colours"] or one["outline"], one["text"]) for one in found]


def test_nothing_drawn_needs_no_key() -> None:
    assert keys() == []


@pytest.mark.parametrize(
    ("strength", "painted", "text"),
    [
        ("firm", FIRM, "Reds"),
        ("soft", SOFT, "Reds, said of a wider area"),
        ("stale", STALE, "Reds, older than 5 days"),
    ],
)
def test_a_colour_has_a_key_for_each_strength_that_is_drawn(strength: str, painted: str, text: str) -> None:
    assert keys(look((RED,), strength)) == [((painted,), text)]


def test_every_paleness_and_texture_that_occurs_has_one_meaning() -> None:
    drawn = [
        look((RED,), "soft", texture="own"),
        look((RED,), "soft"),
        look((RED,), texture="own"),
        look((RED,)),
    ]
    found = legend(drawn, conflict({}), WORDS)
    assert [(*one["colours"], one["texture"], one["text"]) for one in found] == [
        (FIRM, "", "Reds"),
        (FIRM, "own", "Reds, by their own word"),
        (SOFT, "", "Reds, said of a wider area"),
        (SOFT, "own", "Reds, by their own word, said of a wider area"),
    ]


def test_a_denied_hold_and_a_denial_alone_have_different_keys() -> None:
    alone = Look("unreported", (), "none", "solid", ("denied",), "", "", "denied")
    assert keys(look((RED, BLANK)), look((RED,)), alone)[1:] == [
        ((FIRM, "#ffffff"), "one side says so, its rival denies it"),
        ("denied", "denied, no holder named"),
    ]
    assert legend([alone], conflict({}), WORDS) == [
        {
            "colours": (),
            "outline": "solid",
            "texture": "denied",
            "mark": "denied",
            "text": "denied, no holder named",
        }
    ]


def test_keys_go_by_holder_then_by_strength() -> None:
    drawn = [look((BLUE,)), look((RED,), "stale"), look((RED,), "soft"), look((RED,))]
    assert [key for key, _ in keys(*drawn)] == [(FIRM,), (SOFT,), (STALE,), (OTHER,)]


def test_a_hatch_brings_its_own_key_and_a_holder_who_is_nowhere_alone() -> None:
    assert keys(look((RED, BLUE)), look((RED,))) == [
        ((FIRM,), "Reds"),
        ((BLUE,), "Blues"),
        ((FIRM, OTHER), "disputed: sources differ"),
    ]


def test_a_denied_hold_has_a_key_beside_the_disputed_one() -> None:
    drawn = [look((RED, BLANK)), look((RED, BLUE)), look((RED,)), look((BLUE,))]
    assert [key for key, _ in keys(*drawn)] == [(FIRM,), (OTHER,), (FIRM, OTHER), (FIRM, "#ffffff")]


def test_outlines_come_before_marks_and_each_mark_once() -> None:
    drawn = [
        SILENT,
        look((RED,), outline="dashed", marks=("fighting",)),
        look((BLUE,), marks=("contradicted", "fighting")),
    ]
    assert [key for key, _ in keys(*drawn)] == [
        (FIRM,), (OTHER,), "dashed", "dotted", "fighting", "contradicted"
    ]  # fmt: skip
