"""Every quote is verbatim, whatever the text."""

import json
from pathlib import Path

import pytest
from how_many import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import read

from geo.reader.sentence import sentences

DESK = Path(__file__).parents[3] / "shared" / "desk"
OWN = [
    "The Reds said on Monday they had captured Zarnab and Kuhdar.",
    "“We hold Tirabad,” said Ardan, its commander.",
    "The Blue Front denied the claim.",
    "Upland is the only province outside the Reds' control.",
    "Fighting goes on in the valley, residents said.",
    "\n\n", " … ", "”", "“", '"', "(", "’s ", "\u200f", "\ue000\ue001", "Zar\nnab", "İ", "قال",
]  # fmt: skip


def practice():
    """Return the sentences of the practice pages, if they are there."""
    pages = [
        json.loads(line) for file in DESK.glob("practice_*.jsonl") for line in file.open(encoding="utf-8")
    ]
    return [one["text"] for page in pages for one in page["sentences"]]


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.sampled_from([*OWN, *practice()]) | st.text(max_size=12), max_size=8))
def test_every_quote_is_the_text_between_its_offsets(parts):
    text = " ".join(parts)
    for one in read(text):
        there = text[one.start : one.end]
        assert one.quote == (" ".join(there.split()) if "\n" in there else there)
        assert one.hedge in one.sentence or one.hedge in text


def test_a_quote_carries_its_party_predicate_and_place():
    (found,) = read("Late on Monday the Reds had captured the district of Zarnab, residents said.")
    assert found.quote == "the Reds had captured the district of Zarnab"


def test_a_quote_keeps_what_is_excepted():
    quotes = {one.quote for one in read("The Reds captured all of Upland except Kuhdar, residents said.")}
    assert quotes == {"The Reds captured all of Upland except Kuhdar"}


def test_a_quote_that_stands_twice_gets_a_prefix():
    text = "Ardan said the Reds hold Zarnab. Residents, too, told us the Reds hold Zarnab."
    for one in read(text):
        assert text.count(one.quote_prefix + one.quote) == 1


def test_a_line_break_in_a_quote_is_a_space():
    (found,) = read("The Reds have\ncaptured Zarnab.")
    assert found.quote == "The Reds have captured Zarnab"


def test_a_hedge_is_kept():
    (found,) = read("The Reds have reportedly captured Zarnab.")
    assert found.hedge == "reportedly"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two.", 2),
        ("Gen. Osh left. He came back.", 2),
        ("Title\n\nBody of it.", 2),
        ("He said: “No.” Then he left.", 2),
        ("wrapped\nline", 1),
        ("خبر اول. خبر دوم.", 2),
        ("", 0),
    ],
)
def test_sentences_end_at_stops_and_empty_lines(text, count):
    found = sentences(text)
    assert len(found) == count
    assert all(text[one.start : one.end] == one.text for one in found)
