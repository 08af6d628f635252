# ruff: noqa: RUF001 (letters that look alike are what is tested)
"""Text that hides or reorders characters is shown with them written out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.reading.errors import Problem
from geo.words.hidden import ONE_LINE, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("برای بازارک", "برای بازارک"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Ro\u200dkha", "Ro⟨U+200D⟩kha"),
        ("\u202eevil", "⟨U+202E⟩evil"),
        ("a\u200bb", "a⟨U+200B⟩b"),
        ("a\x1b[31mb", "a⟨U+001B⟩[31mb"),
        ("a\ufeffb", "a⟨U+FEFF⟩b"),
        ("Rоkha", "Rо⟨U+043E⟩kha"),
        ("Москва", "Москва"),
        ("Göttingen, Łódź", "Göttingen, Łódź"),
        ("line\nbreak\ttab", "line\nbreak\ttab"),
    ],
    ids=[
        "plain", "persian", "joiner-in-persian", "joiner-in-latin", "bidi", "zero-width", "escape", "mark",
        "look-alike", "cyrillic", "accents", "blanks",
    ],
)  # fmt: skip
def test_hidden_characters_are_written_out_and_others_kept(text, shown):
    assert visible(text) == shown


@settings(deadline=None)
@given(st.text())
def test_no_bidi_control_survives(text):
    assert not {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"} & {*visible(text)}


@settings(deadline=None)
@given(st.text(max_size=400))
def test_a_problem_is_always_one_line(text):
    assert len(str(Problem(text, 1, text, text, text, text)).splitlines()) == 1


def test_a_long_value_is_cut():
    assert len(one_line("x" * 10_000)) == ONE_LINE
