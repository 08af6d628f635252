"""geo.page.desk.marked: the article cut where statements stand in it."""

from hypothesis import given
from hypothesis import strategies as st

from geo.page.desk.marked import Span, paragraphs

TEXT = "One two three.\n\nFour five."


def test_pieces_know_the_items_they_are_in_and_those_that_end() -> None:
    first, second = paragraphs(TEXT, [Span("a", 4, 13), Span("b", 8, 13)])
    assert [(p.text, p.items, p.ends) for p in first] == [
        ("One ", (), ()),
        ("two ", ("a",), ()),
        ("three", ("a", "b"), ("a", "b")),
        (".", (), ()),
    ]
    assert [p.text for p in second] == ["Four five."]


def test_an_item_over_two_paragraphs_is_marked_in_both_and_ends_once() -> None:
    pieces = [piece for some in paragraphs(TEXT, [Span("a", 8, 20)]) for piece in some]
    assert [p.text for p in pieces if "a" in p.items] == ["three.", "Four"]
    assert [p.text for p in pieces if "a" in p.ends] == ["Four"]


@given(
    st.text("ab \n😀", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=5)
)
def test_every_letter_is_in_one_piece_at_its_own_place(text: str, some: list[tuple[int, int]]) -> None:
    spans = [Span(str(i), start, min(start + length, len(text))) for i, (start, length) in enumerate(some)]
    pieces = [piece for paragraph in paragraphs(text, spans) for piece in paragraph]
    for piece in pieces:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
    assert "".join("".join(p.text for p in pieces).split()) == "".join(text.split())
