"""geo.export.onefile: one HTML file, everything inside, nothing that could break out or call out."""

import json
import re
from dataclasses import replace
from functools import cache

import pytest
from export_views import SUNDAY, panjshir
from folders import files
from shared import one_file

from geo.export.embedded import record_of
from geo.export.onefile import data as onefile_data
from geo.export.onefile import map_html
from geo.export.onefile.data import embed_snippet, knowledge
from geo.export.onefile.pool import Pool
from geo.reading.conflict import Conflict, conflict_of
from geo.reading.errors import DataError
from geo.view import View

MOST_BYTES = 1_000_000
NASTY = "</script><script>alert(1)</script><!-- {{ 1 }} ]]>"


@cache
def made() -> str:
    return one_file().read_text(encoding="utf-8")


def small(**changed: object) -> str:
    conflict = conflict_of(files())
    return map_html(replace(conflict, **changed), View(conflict.last_day)).decode()


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_file_stays_under_a_megabyte() -> None:
    assert len(made().encode()) < MOST_BYTES


def test_the_file_names_no_address_that_it_could_load() -> None:
    page = re.sub(r"<script.*?</script>", "", made(), flags=re.DOTALL)
    assert not re.findall(r"""(?:src|srcset|action)=|<link|@import|url\(""", page)
    assert not [href for href in re.findall(r'href="([^"]*)"', page) if not href.startswith("#")]


def test_no_script_runs_but_those_whose_hash_the_policy_names() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', made())
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline" not in policy[1].replace("style-src-attr 'unsafe-inline'", "")
    assert "unsafe-eval" not in policy[1]


def test_data_cannot_break_out_of_its_element() -> None:
    plain, nasty = small(), small(title=NASTY, summary=NASTY, licence=NASTY, corrections=NASTY)
    assert nasty.count("<script") == plain.count("<script")
    assert nasty.count("<!--") == plain.count("<!--")
    assert "alert(1)</script>" not in nasty
    assert NASTY in json.dumps(data_of(nasty)["cite"], ensure_ascii=False)


def test_the_same_view_gives_the_same_file_with_its_record() -> None:
    assert small() == small()
    assert record_of("map.html", made().encode()).untouched


def test_each_day_of_knowledge_leads_to_what_was_known_then() -> None:
    data, steps = data_of(made()), knowledge(panjshir())
    known_on = {day["iso"]: steps[step] for day, step in zip(data["days"], data["known"], strict=True)}
    assert str(known_on["2021-08-29"]) == "2021-08-29"
    assert str(known_on["2021-08-30"]) == str(known_on["2021-09-05"]) == "2021-08-30"
    assert str(known_on["2021-09-06"]) == "2021-09-06"


def test_the_file_opens_on_the_view_it_was_made_for() -> None:
    conflict = conflict_of(files())
    view = View(conflict.first_day, narrator="red", area="west")
    usual = data_of(map_html(conflict, view).decode())["usual"]
    assert usual == {"day": 0, "area": "west", "narrator": "red", "known": None}


def test_a_file_in_dari_runs_from_right_to_left_and_keeps_its_quotes() -> None:
    conflict = conflict_of(files())
    page = map_html(conflict, View(conflict.last_day, language="fa")).decode()
    assert '<html lang="fa" dir="rtl">' in page
    assert "Red holds West" in json.dumps(data_of(page)["footnotes"])


def test_a_conflict_too_large_for_one_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onefile_data, "MOST_PANELS", 100)
    with pytest.raises(DataError, match="is the most for one file"):
        map_html(panjshir(), SUNDAY)


def test_pages_are_put_together_from_shared_lines() -> None:
    pool = Pool()
    assert [pool.add("a\nb"), pool.add("b\nc"), pool.add("a\nb")] == [0, 1, 0]
    assert pool.table() == {"lines": ["a", "b", "c"], "pages": [[0, 1], [1, 2]]}


def test_a_title_cannot_break_out_of_the_embed_snippet() -> None:
    snippet = embed_snippet('"><script>', "https://example.org/map.html")
    assert "<script>" not in snippet
    assert snippet.count('"') % 2 == 0


def test_a_conflict_without_days_of_publication_knows_everything_always() -> None:
    undated: Conflict = replace(panjshir(), sources=panjshir().sources.assign(published_to=None))
    undated.sources["published_to"] = undated.sources["published_to"].astype("datetime64[us]")
    assert knowledge(undated) == [None]
