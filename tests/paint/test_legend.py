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
    pale: tuple[str, ...] = ("wide",),
) -> Look:
    """Return a look of an area; a soft one is said of a wider area unless another reason is given."""
    reasons = pale if strength == "soft" else ()
    return Look("reported", fills, strength, outline, marks, "", "", reasons)


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


def test_a_pale_colour_has_a_key_for_each_reason_that_occurs() -> None:
    drawn = [look((RED,), "soft", pale=("claimed", "wide")), look((BLUE,), "soft", pale=("claimed",))]
    assert keys(*drawn) == [
        ((SOFT,), "Reds, by their own word"),
        ((SOFT,), "Reds, said of a wider area"),
        (drawn[1].colours, "Blues, by their own word"),
    ]


def test_a_denied_hold_and_a_denial_alone_have_different_keys() -> None:
    alone = Look("unreported", (), "none", "dotted", ("denied",), "", "")
    assert keys(look((RED, BLANK)), look((RED,)), alone)[1:] == [
        ((FIRM, "#ffffff"), "one side says so, its rival denies it"),
        ("dotted", "no statement"),
        ("denied", "denied, no holder named"),
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
