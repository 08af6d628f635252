"""geo.panel.quote_link: the address of a quote in its article, as a text fragment."""

from collections.abc import Callable

import pytest

from geo.panel.quote_link import address_of_quote
from geo.sentences import Statement

PAGE = "https://news.example/a?b=c"
SHORT = {
    "quote": "held Rukha",
    "sentence": "On Sunday the group, he said, still held Rukha and half of the rest.",
}

Made = Callable[..., Statement]


@pytest.mark.parametrize(
    ("row", "directive"),
    [
        pytest.param(
            {"quote": "Red holds all of the West"}, "Red%20holds%20all%20of%20the%20West", id="whole"
        ),
        pytest.param({"quote": "one two three", "sentence": ""}, "one%20two%20three", id="no sentence"),
        pytest.param(
            {"quote": "a so-called win, R&D; 5 % more"},
            "a%20so%2Dcalled%20win%2C%20R%26D%3B%205%20%25%20more",
            id="signs with a meaning of their own",
        ),
        pytest.param(
            {"quote": "در دست", "sentence": ""}, "%D8%AF%D8%B1%20%D8%AF%D8%B3%D8%AA", id="another script"
        ),
        pytest.param(
            {"quote": " ".join(f"w{n}" for n in range(1, 14))},
            "w1%20w2%20w3%20w4,w10%20w11%20w12%20w13",
            id="a long quote by its ends",
        ),
        pytest.param(
            {"quote": " ".join(f"w{n}" for n in range(1, 13))},
            "%20".join(f"w{n}" for n in range(1, 13)),
            id="a quote that is just not long",
        ),
        pytest.param(
            SHORT, "group%2C%20he%20said%2C%20still-,held%20Rukha,-and%20half%20of%20the", id="a short quote"
        ),
        pytest.param(
            {"quote": "Red holds all of the West", "quote_prefix": "he said -"},
            "he%20said%20%2D-,Red%20holds%20all%20of%20the%20West",
            id="a quote that is not unique",
        ),
    ],
)
def test_a_quote_is_a_text_fragment_of_its_article(said: Made, row: dict[str, str], directive: str) -> None:
    assert address_of_quote(PAGE, said(**row)) == f"{PAGE}#:~:text={directive}"


def test_a_place_in_the_page_is_kept_and_a_directive_replaced(said: Made) -> None:
    one = said(quote="one two three four five")
    assert address_of_quote("https://a.example/#part", one).endswith(
        "/#part:~:text=one%20two%20three%20four%20five"
    )
    assert address_of_quote("https://a.example/#:~:text=old", one).count("text=") == 1


def test_a_cell_has_no_words_to_show_and_no_address_is_no_link(said: Made) -> None:
    assert address_of_quote(PAGE, said(evidence="table", quote="Red")) == PAGE
    assert address_of_quote("", said()) == ""
