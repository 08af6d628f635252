"""geo.page.composed: what all readers of a view are told is composed once, and is nobody's own."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
import streamlit as st
from panjshir import conflict
from streamlit.testing.v1 import AppTest

from geo import panel
from geo.page import ahead, layout, loading
from geo.page import composed as module
from geo.page.composed import composed, part_of
from geo.view import View
from geo.words import load_words

PAGE = str(Path(__file__).parents[2] / "dashboard.py")
VIEW = View(date(2021, 9, 5))


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    module.KEPT.clear()
    yield
    module.KEPT.clear()


def html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def visited(**parameters: str) -> str:
    """Return what a new visitor's page says."""
    app = AppTest.from_file(PAGE, default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return html(app)


@pytest.mark.parametrize(
    ("made", "asked"),
    [("list_html", {}), ("panel_html", {"area": "rokha"}), ("notes_html", {}), ("changes_html", {}),
     ("clocks_html", {}), ("partings_html", {"compare": "narrator:nrf"})],
)  # fmt: skip
def test_a_second_visitor_of_a_view_is_told_what_was_composed_for_the_first(
    made: str, asked: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    where = layout if made == "clocks_html" else panel
    real = getattr(where, made)

    def counted(*its: object, **named: object) -> str:
        if "since" not in named:  # what is made ahead, for all days, is counted below
            calls.append(made)
        return real(*its, **named)

    monkeypatch.setattr(where, made, counted)
    first = visited(date="2021-09-05", **asked)
    assert len(calls) == 1
    assert visited(date="2021-09-05", **asked) == first
    assert len(calls) == 1
    assert visited(date="2021-09-04", **asked) != first
    assert len(calls) == 2


def test_the_words_of_all_days_are_made_once_for_all_days_and_visitors_of_a_narrator(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, real = [], ahead.words_ahead
    monkeypatch.setattr(ahead, "words_ahead", lambda told, words: made.append(told) or real(told, words))
    for date_shown, more in (
        ("2021-09-05", {}),
        ("2021-09-04", {"area": "rokha", "compare": "narrator:nrf"}),
    ):
        visited(date=date_shown, **more)
    assert len(made) == 1
    visited(narrator="nrf")
    assert len(made) == 2


def test_with_many_changes_the_words_wait_for_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = len(loading.account(conflict(), VIEW).timeline.changes)
    for most, made in ((changes, True), (changes - 1, False)):
        module.KEPT.clear()
        monkeypatch.setattr(ahead, "MOST_CHANGES", most)
        visited(date="2021-09-05")
        assert [bool(kept) for asked, kept in module.KEPT.items() if asked.part == "ahead"] == [made]


def test_a_parameter_that_is_not_ours_stays_in_the_links_of_its_own_visitor() -> None:
    assert "from=a+letter" in visited(date="2021-09-05", **{"from": "a letter"})
    assert "from=" not in visited(date="2021-09-05")
    assert "from=elsewhere" in visited(date="2021-09-05", **{"from": "elsewhere"})


@pytest.mark.parametrize(("length", "kept"), [(module.LONGEST_ASIDE, 1), (module.LONGEST_ASIDE + 1, 0)])
def test_nothing_is_kept_for_an_address_that_is_made_long(length: int, kept: int) -> None:
    asked = part_of("list", conflict(), VIEW, "x" * length)
    assert composed(asked, lambda: "told") == "told"
    assert len(module.KEPT) == kept


@pytest.mark.parametrize(
    "other",
    [{"day": date(2021, 9, 4)}, {"narrator": "nrf"}, {"known": date(2021, 9, 6)}, {"area": "rokha"},
     {"language": "fa"}],
    ids=["day", "narrator", "day of knowledge", "area", "language"],
)  # fmt: skip
def test_another_view_is_composed_anew(other: dict[str, object]) -> None:
    assert composed(part_of("list", conflict(), VIEW), lambda: "one") == "one"
    assert composed(part_of("list", conflict(), replace(VIEW, **other)), lambda: "other") == "other"
    assert composed(part_of("list", conflict(), replace(VIEW, tab="take")), lambda: "never") == "one"


def test_another_part_or_other_files_are_composed_anew() -> None:
    changed = replace(conflict(), sha256={**conflict().sha256, "conflict.toml": "0" * 64})
    assert composed(part_of("list", conflict(), VIEW), lambda: "one") == "one"
    assert composed(part_of("panel", conflict(), VIEW), lambda: "other") == "other"
    assert composed(part_of("list", changed, VIEW), lambda: "changed") == "changed"


def test_no_more_is_kept_than_fits_and_what_was_not_looked_at_for_longest_goes() -> None:
    def ask(part: str) -> str:
        return composed(part_of(part, conflict(), VIEW), lambda: part * (module.MOST_BYTES // 3))

    for part in ("a", "b", "a", "c"):
        ask(part)
    assert sum(map(len, module.KEPT.values())) <= module.MOST_BYTES
    assert {asked.part for asked in module.KEPT} == {"a", "c"}


def test_who_asks_while_it_is_composed_waits_for_it() -> None:
    begun, go_on, times = Event(), Event(), []

    def compose() -> str:
        times.append(1)
        begun.set()
        assert go_on.wait(10)
        return "told"

    asked = part_of("list", conflict(), VIEW)
    with ThreadPoolExecutor(3) as readers:
        first = readers.submit(composed, asked, compose)
        assert begun.wait(10)
        others = [readers.submit(composed, asked, compose) for _ in range(2)]
        go_on.set()
        assert [one.result(10) for one in (first, *others)] == ["told"] * 3
    assert times == [1]


def test_work_is_shown_only_when_something_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    real = st.spinner
    monkeypatch.setattr(loading.st, "spinner", lambda text: said.append(text) or real(text))
    visited(date="2021-09-05", narrator="others")
    loading.STATES.clear()
    said.clear()
    visited(date="2021-09-05", narrator="others")
    assert said == [load_words("en").say("page.working")]
    visited(date="2021-09-05", narrator="others")
    assert len(said) == 1
