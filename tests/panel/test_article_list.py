"""geo.panel.article_list: each article with what it contributed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from panjshir import conflict as panjshir

from geo.panel.article_list import articles
from geo.panel.html import rendered
from geo.words import load_words

WORDS = load_words("en")
UNDATED = {"source_id": "blog", "article_day": "", "published_from": "", "published_to": ""}

Made = Callable[..., Any]


def way(area: str, day: date | None, report: str) -> str:
    """Return an address that says what it was asked for."""
    return f"#{area}/{day}/{report}"


def listed(world: Made, *rows: Any, **options: Any) -> list[dict[str, Any]]:
    """Return the articles of a conflict of some rows."""
    conflict = world(*rows, **options)
    assert not conflict.rejected
    return list(articles(conflict, WORDS, way))


def test_an_article_counts_its_own_statements_and_origins_each_once(world: Made) -> None:
    first, second, third = listed(
        world,
        {"statement_id": "s", "origin_id": "o"},
        {"statement_id": "s", "origin_id": "o", "area_id": "east"},
        {"origin_id": "o", "claimant": "another"},
        {"origin_id": "p", "source_id": "post"},
        articles=[{"source_id": "post"}, {"source_id": "wire"}],
    )
    found = [(one["source_id"], one["statements"], one["origins"]) for one in (first, second, third)]
    assert found == [("paper", 2, 1), ("post", 1, 1), ("wire", 0, 0)]
    assert [one["speakers"] for one in (first, second, third)] == [
        "a spokesman; another",
        "a spokesman",
        "",
    ]


def test_an_article_keeps_its_columns_and_says_its_days_in_words(world: Made) -> None:
    conflict = world({})
    (found,) = articles(conflict, WORDS, way)
    assert len(found.pop("said")) == 1
    (row,) = conflict.sources.reset_index().to_dict("records")
    assert found == row | {
        "published": "5–6 Sep",
        "day": "5 September",
        "statements": 1,
        "origins": 1,
        "speakers": "a spokesman",
        "of_table": False,
        "cells": 1,
        "unlisted": 0,
    }


def test_an_article_without_days_says_none(world: Made) -> None:
    _, found = listed(world, {}, articles=[UNDATED])
    assert (found["published"], found["day"]) == ("", "")


def test_an_article_of_which_one_end_is_unknown_has_no_days_of_publication(world: Made) -> None:
    conflict = world({}, articles=[{"source_id": "post"}])
    conflict.sources.loc["post", "published_from"] = None
    assert [one["published"] for one in articles(conflict, WORDS, way)] == ["5–6 Sep", ""]
    conflict.sources.loc["paper", "published_to"] = None
    assert [one["published"] for one in articles(conflict, WORDS, way)] == ["", ""]


SOURCES = """\
<section class="geo-panel geo-sources">
<h2>Where the words come from</h2>
<p class="quiet">2 articles. A statement counts by who says it, never by how many articles carry it.</p>
<article class="card pale">
<h3>The Paper</h3>
<blockquote dir="auto">West is held</blockquote>
<p class="when">article of 5 September · published 5–6 Sep (<bdi>dateline</bdi>)</p>
<p class="chips"><span class="chip">1 statement</span><span class="chip">from 1 original statement</span></p>
<p class="who">Speakers: <bdi>a spokesman</bdi></p>
<p class="when">There is no note on a translation.</p>\
<p class="when">No address: the article was supplied as text. \
Its words were taken from the text with this SHA-256: <code></code></p></article>
<article class="card pale">
<h3>The Post</h3>
<blockquote dir="auto" lang="fa">West is held</blockquote>
<p class="when">article of 5 September · published 5–6 Sep (<bdi>dateline</bdi>)</p>
<p class="chips"><span class="chip">0 statements</span>\
<span class="chip">from 0 original statements</span></p>
<p class="who">Speakers: <bdi></bdi></p>
<p class="note">Translation: <bdi>by hand</bdi></p>\
<p class="when">Address: <a href="https://example.org/a" rel="noreferrer nofollow">https://example.org/a</a></p>
<p class="when">Archived copy: <a href="https://archive.example/a" rel="noreferrer nofollow">https://archive.example/a</a></p>
</article>
</section>
"""


def test_the_list_of_sources_says_where_the_words_come_from(world: Made) -> None:
    post = {"source_id": "post", "outlet": "The Post", "language": "fa", "translation_note": "by hand"}
    links = {"url": "https://example.org/a", "archive_url": "https://archive.example/a"}
    found = listed(world, {}, articles=[post | links])
    assert found[0].pop("said")
    assert rendered("sources.html.j2", WORDS, sources=found).strip() == SOURCES.strip()


def test_every_statement_of_panjshir_is_counted_at_one_article() -> None:
    found = list(articles(panjshir(), WORDS, way))
    assert [one["source_id"] for one in found] == ["tass", "southfront", "cnn", "anadolu", "alarabiya"]
    assert sum(one["statements"] for one in found) == panjshir().reports["statement_id"].nunique()


def test_an_article_lists_each_statement_once_in_its_order_with_the_way_to_each_place(world: Made) -> None:
    (found,) = listed(
        world,
        {"statement_id": "s", "quote": "Red holds West and East", "date_to": "2021-09-05"},
        {"statement_id": "s", "quote": "Red holds West and East", "area_id": "east", "date_to": "2021-09-05"},
        {"statement_id": "t", "area_id": "valley", "scope": "part_of", "polarity": "denies"},
    )
    first, second = found["said"]
    assert (first.quote, first.speaker, first.chips[0].text) == (
        "Red holds West and East",
        "a spokesman",
        "read as: held by Red",
    )
    assert [(place.name, place.href) for place in first.places] == [
        ("West", "#west/2021-09-05/r1"),
        ("East", "#east/2021-09-05/r2"),
    ]
    assert second.chips[0].text == "read as a denial: held by Red"
    assert [(one.name, one.area_id, one.reach) for one in second.places] == [
        ("Valley", "", "somewhere in Valley")
    ]
    assert {place.reach for place in first.places} == {""}


def test_a_statement_without_a_day_or_a_way_is_listed_all_the_same(world: Made) -> None:
    (found,) = articles(world({}, {"date_from": "", "date_to": ""}), WORDS, lambda *_: "")
    assert [one.about for one in found["said"]] == ["about 5 Sep", "undated"]
    html = rendered("sources.html.j2", WORDS, sources=[found])
    assert "undated · West</p>" in html
    assert "<a " not in html


def test_of_very_many_statements_it_is_said_how_many_are_not_listed(
    world: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.panel.article_list.MOST_LISTED", 3)
    rows = [{"source_id": source} for source in ("paper", "paper", "post", "post", "wire")]
    found = listed(world, *rows, articles=[{"source_id": "post"}, {"source_id": "wire"}])
    assert [(len(one["said"]), one["unlisted"]) for one in found] == [(2, 0), (1, 1), (0, 1)]
    assert "1 more statement is not listed here" in rendered("sources.html.j2", WORDS, sources=found)


def test_every_row_of_panjshir_is_listed_at_its_article() -> None:
    reports = {
        place.report_id
        for one in articles(panjshir(), WORDS, way)
        for line in one["said"]
        for place in line.places
    }
    assert reports == set(panjshir().reports["report_id"])
