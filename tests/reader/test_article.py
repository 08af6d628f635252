"""The text of a file: text, a saved page, a PDF; or one clear error."""

import matplotlib.pyplot as plt
import pytest

from geo.reader import article_text, language_of
from geo.reading import DataError


def test_a_text_file_is_read_as_it_is(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("Éins\r\nzwei".encode())
    assert article_text(file) == "Éins\nzwei"


def test_a_saved_page_is_read_without_its_menus(tmp_path):
    body = "".join(
        f"<p>The Reds captured Zarnab, paragraph {n} of the report that says it.</p>" for n in range(5)
    )
    file = tmp_path / "a.html"
    file.write_text(
        f"<html><body><nav><a>Menu</a></nav><article><h1>Title</h1>{body}</article></body></html>"
    )
    text = article_text(file)
    assert "captured Zarnab, paragraph 4" in text
    assert "Menu" not in text


def test_a_pdf_is_read_page_by_page(tmp_path):
    figure = plt.figure()
    figure.text(0.1, 0.5, "The Reds captured Zarnab.")
    figure.savefig(tmp_path / "a.pdf")
    plt.close(figure)
    assert "captured" in article_text(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "a.txt: has no text in it"),
        ("a.txt", b"\xff\xfe\xfa", "is no text in UTF-8 or UTF-16"),
        ("a.txt", b"caf\xe9", "is no text in UTF-8 or UTF-16"),
        ("a.txt", b"x\x00y", "is no text in UTF-8 or UTF-16"),
        ("a.pdf", b"%PDF-1.4 nothing", "cannot be read"),
        ("a.html", b"<html></html>", "has no text in it"),
        ("a.txt", b"x" * 600_000, "is longer than"),
    ],
    ids=["empty", "odd bytes", "latin", "nul", "broken pdf", "empty page", "a book"],
)
def test_an_unreadable_article_is_one_clear_error(tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DataError, match=says):
        article_text(tmp_path / name)


def test_a_missing_article_is_one_clear_error(tmp_path):
    with pytest.raises(DataError, match="cannot be read"):
        article_text(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that it had left the town.", "en"),
        ("نیروها روز چهارشنبه گفتند که شهر را گرفتند و از آن بیرون رفتند", "fa"),
        ("قال الجيش إن القوات التي في المدينة انسحبت من الحي", "ar"),
        ("Армия сообщила, что силы не вошли в город и на станцию", "ru"),
        ("Ordu, birliklerin bir köy için ve şehir için ilerlediğini dedi", "tr"),
        ("Les forces ont pris la ville et le village dans le nord", "fr"),
        ("", "en"),
    ],
)
def test_the_language_is_that_of_the_most_common_words(text, language):
    assert language_of(text) == language
