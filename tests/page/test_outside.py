"""Text from outside in every field of a folder: whatever Streamlit reads as Markdown has it as text."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.message import Message
from hostile import MARKED, TRAP, hostile_folder, marked
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from geo.page.outside import plain
from geo.words.hidden import HIDDEN

ROOT = Path(__file__).parents[2]
NO_MARKDOWN = {
    "Html.body",
    "TextProto.body",
    "Code.code_text",
    "Selectbox.options",
    "ComponentInstance.json_args",
}
NO_MARKDOWN |= {"Selectbox.raw_value", "Arrow.cells"}
"""What the browser shows as it is, or takes as HTML that our templates escape (seen in tests/browser)."""

VIEWS: list[dict[str, str]] = [
    {},
    {"area": "a3"},
    {"view": "sources"},
    {"view": "data"},
    {"view": "take", "area": "a3"},
    {"compare": "narrator:red"},
    {"lang": "fa"},
    {"known": "2021-09-05"},
    {"date": MARKED, "area": MARKED, "narrator": MARKED, "view": MARKED, "compare": f"narrator:{MARKED}"},
]


def hiding(number: int) -> str:
    """Return a text that turns round what follows it."""
    return f"turned \u202e{number} round"


def strings(message: Message) -> Iterator[tuple[str, str]]:
    """Return every text inside a message of Streamlit's, with the kind of message and the field."""
    for field, value in message.ListFields():
        values: list[Any] = (
            [value] if isinstance(value, str | Message) or not hasattr(value, "__iter__") else [*value]
        )
        for one in values:
            if isinstance(one, str):
                yield f"{message.DESCRIPTOR.name}.{field.name}", one
            elif isinstance(one, Message):
                yield from strings(one)


def said(app: AppTest) -> Iterator[tuple[str, str]]:
    """Return every text that the page sends to the browser."""
    for node in (app.main, app.sidebar):
        yield from _said(node)


def _said(node: Any) -> Iterator[tuple[str, str]]:
    if node.proto is not None:
        yield from strings(node.proto)
    if node.type == "dataframe":
        table = node.value
        cells = [*table.columns, *table.to_numpy().ravel()]
        yield from (("Arrow.cells", cell) for cell in cells if isinstance(cell, str))
    if isinstance(node, Block):
        for child in node.children.values():
            yield from _said(child)


@pytest.fixture(scope="module")
def folder_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[int], str]], Path]:
    """Return what gives the hostile folder of a text, each written once."""
    return cache(lambda text: hostile_folder(tmp_path_factory.mktemp("outside") / "hostile", text))


@pytest.fixture
def page(folder_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Return what runs the page on a hostile folder."""

    def run(text: Callable[[int], str], **parameters: str) -> AppTest:
        monkeypatch.setenv("CONFLICT", str(folder_of(text)))
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        app.query_params.update({"date": "2021-09-05", **parameters})
        return app.run()

    return run


@pytest.mark.parametrize("view", VIEWS, ids="&".join)
def test_nothing_that_streamlit_reads_as_markdown_has_a_mark_from_outside(page, view: dict[str, str]) -> None:
    app = page(marked, **view)
    assert not app.exception
    found = dict.fromkeys(said(app))
    marks = [mark for mark in MARKED.split() if not mark.isalnum() and mark not in {"->", "--", "~="}]
    assert any(TRAP in text for _, text in found), "the folder's texts are not on the page"
    bad = [
        (where, mark) for where, text in found if where not in NO_MARKDOWN for mark in marks if mark in text
    ]
    assert bad == []


@pytest.mark.parametrize("view", VIEWS, ids="&".join)
def test_no_hidden_character_reaches_the_page(page, view: dict[str, str]) -> None:
    hidden = [(where, text) for where, text in said(page(hiding, **view)) if HIDDEN.search(text)]
    assert hidden == []


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Taliban", "Taliban"),
        ("طالبان", "طالبان"),
        ("Wadi al-Qura, north", r"Wadi al\-Qura, north"),
        ("![x](http://a)", r"\!\[x\]\(http:color[\:]//a\)"),
        (":red[x]", r":color[\:]red\[x\]"),
        (":smile:", r":color[\:]smile:color[\:]"),
        ("WWW.a.b", r"WWW:color[\.]a\.b"),
        ("a@b.c", r"a:color[\@]b\.c"),
        ("-- ->", r":color[\-]\- \-:color[\>]"),
        ("$x$ & *y* `z`", r"\$x\$ \& \*y\* \`z\`"),
        ("a\n\n# b\t c", r"a \# b c"),
        ("\u202ea", r"⟨U\+202E⟩a"),
    ],
)
def test_outside_text_is_written_so_that_markdown_means_nothing(text: str, markdown: str) -> None:
    assert plain(text) == markdown


def test_every_sign_of_ascii_that_can_mean_something_is_escaped() -> None:
    signs = "".join(map(chr, range(0x21, 0x7F)))
    bare = re.sub(r":color\[\\.\]|\\.", "", plain(signs))
    assert {sign for sign in bare if not sign.isalnum()} <= set("=,'\"/%;?")
