"""geo.panel.html: templates filled with data that can neither become markup nor hide."""

from typing import NamedTuple

import pytest
from markupsafe import Markup

from geo.panel.html import isolated, rendered, side_by_side
from geo.words import load_words

WORDS = load_words("en")
OVERRIDE = "\u202e"


class Line(NamedTuple):
    """A change as the template reads it."""

    area_id: str
    area: str
    text: str
    report_ids: tuple[str, ...] = ()


def changes(text: str, language: str = "en") -> str:
    """Return the changes of a day, of which one has this text."""
    values = {"since": "4 September", "changed": True, "last": "", "more": 0, "quotes": "the words"}
    one = Line("west", "West", text)
    return rendered("changes.html.j2", load_words(language), changes=[(one, "?")], **values)


@pytest.mark.parametrize(
    ("text", "direction", "html"),
    [
        ("took غريان; جيش الشرق, in X", "ltr", "took <bdi>غريان</bdi>; <bdi>جيش الشرق</bdi>, in X"),
        ("<b>غريان</b>", "ltr", "&lt;b&gt;<bdi>غريان</bdi>&lt;/b&gt;"),
        ("took Rokha", "ltr", "took Rokha"),
        ("غريان را گرفت", "rtl", "غريان را گرفت"),
        ("<i>غريان", "rtl", "&lt;<bdi>i</bdi>&gt;غريان"),
        ("می\u200cگوید که", "ltr", "<bdi>می\u200cگوید که</bdi>"),
        ("a\u202e", "ltr", "a⟨U+202E⟩"),
        ("ﭼ یک ﻼ ", "ltr", "<bdi>ﭼ یک ﻼ</bdi> "),
    ],
    ids=[
        "two names",
        "markup",
        "none",
        "a sentence from the right",
        "its markup",
        "a joined word",
        "a hidden character",
        "presentation forms",
    ],
)
def test_a_name_written_from_the_right_turns_nothing_beside_it(text: str, direction: str, html: str) -> None:
    made = isolated(text, direction)
    assert made == html
    assert isinstance(made, Markup)


def test_a_template_isolates_names_by_the_direction_of_its_own_words() -> None:
    assert "</b>: took <bdi>غريان</bdi></li>" in changes("took غريان")
    assert "</b>: <bdi>took</bdi> غريان</li>" in changes("took غريان", "fa")


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("<b>&\"'</b>", "&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;"),
        (f"x{OVERRIDE}", "x⟨U+202E⟩"),
        (Markup(f"<i>{OVERRIDE}</i>"), f"<i>{OVERRIDE}</i>"),  # noqa: S704 (what a template may hold)
        (7, "7"),
    ],
    ids=["markup", "a hidden character", "markup that is meant", "a number"],
)
def test_what_a_template_shows_is_escaped_and_visible_unless_it_is_markup(value: object, html: str) -> None:
    made = rendered("notes.html.j2", WORDS, lines=[value])
    assert made == (f'<div data-part="notes"><p class="geo-text geo-silence" role="status">{html}</p></div>')


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Take it with you"), ("fa", "دریافت")], ids=["English", "Dari"]
)
def test_a_template_says_its_own_strings_in_the_language_of_its_words(language: str, title: str) -> None:
    made = rendered("takeaway.html.j2", load_words(language), day="X")
    assert made.startswith(f'<section class="geo-panel geo-take">\n<h2>{title}</h2>\n')


def test_lines_of_a_template_that_only_decide_leave_no_line() -> None:
    assert changes("text") == (
        '<section class="geo-changes" data-part="changes">\n'
        '<h2>What changed <span class="n">Since 4 September</span></h2>\n'
        "<ul>\n<li><b><bdi>West</bdi></b>: text</li>\n</ul>\n"
        "</section>"
    )


@pytest.mark.parametrize(
    ("names", "row"),
    [
        (["Everyone", "Taliban", "NRF", "Others"], True),
        (["a"] * 5, True),
        (["a"] * 6, False),
        (["a" * 60], True),
        (["a" * 61], False),
    ],
    ids=["Panjshir", "five", "six", "a name that fits", "a longer one"],
)
def test_choices_stand_side_by_side_while_they_fit(names: list[str], row: bool) -> None:
    assert side_by_side(names) is row
