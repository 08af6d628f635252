"""geo.panel.article_list: each article with what it contributed."""

from collections.abc import Callable
from typing import Any

from panjshir import conflict as panjshir

from geo.panel.article_list import articles
from geo.panel.html import rendered
from geo.words import load_words

WORDS = load_words("en")
UNDATED = {"source_id": "blog", "article_day": "", "published_from": "", "published_to": ""}

Made = Callable[..., Any]


def listed(world: Made, *rows: Any, **options: Any) -> list[dict[str, Any]]:
    """Return the articles of a conflict of some rows."""
    conflict = world(*rows, **options)
    assert not conflict.rejected
    return list(articles(conflict, WORDS))


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
    (found,) = articles(conflict, WORDS)
    (row,) = conflict.sources.reset_index().to_dict("records")
    assert found == row | {
        "published": "5–6 Sep",
        "day": "5 September",
        "statements": 1,
        "origins": 1,
        "speakers": "a spokesman",
        "of_table": False,
        "cells": 1,
    }


def test_an_article_without_days_says_none(world: Made) -> None:
    _, found = listed(world, {}, articles=[UNDATED])
    assert (found["published"], found["day"]) == ("", "")


def test_an_article_of_which_one_end_is_unknown_has_no_days_of_publication(world: Made) -> None:
    conflict = world({}, articles=[{"source_id": "post"}])
    conflict.sources.loc["post", "published_from"] = None
    assert [one["published"] for one in articles(conflict, WORDS)] == ["5–6 Sep", ""]
    conflict.sources.loc["paper", "published_to"] = None
    assert [one["published"] for one in articles(conflict, WORDS)] == ["", ""]


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
    assert rendered("sources.html.j2", WORDS, sources=found).strip() == SOURCES.strip()


def test_every_statement_of_panjshir_is_counted_at_one_article() -> None:
    found = list(articles(panjshir(), WORDS))
    assert [one["source_id"] for one in found] == ["tass", "southfront", "cnn", "anadolu", "alarabiya"]
    assert sum(one["statements"] for one in found) == panjshir().reports["statement_id"].nunique()
