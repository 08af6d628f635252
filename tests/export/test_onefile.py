"""geo.export.onefile: one HTML file, everything inside, nothing that could break out or call out."""

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pandas as pd
import pytest
from export_views import SUNDAY, panjshir
from folders import files, reports
from how_many import QUICK
from onefile_reader import File
from shared import one_file
from undated import undated_folder

from benchmarks.terrain import write_folder
from benchmarks.war import war
from geo import panel
from geo.export.cite import embed_snippet
from geo.export.found_record import record_of
from geo.export.onefile import Cut, _scripts, languages, map_html, size
from geo.export.onefile.pool import Pool
from geo.export.onefile.telling import link
from geo.reading.conflict import Conflict, conflict_of, load_conflict
from geo.reading.errors import DataError, in_words
from geo.sentences import ONE_DAY, Account
from geo.view import Comparison, View
from geo.words import Words, load_words

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
    data, steps = data_of(made()), Cut(panjshir()).knowledge
    known_on = {day["iso"]: steps[step] for day, step in zip(data["days"], data["known"], strict=True)}
    assert str(known_on["2021-08-29"]) == "2021-08-29"
    assert str(known_on["2021-08-30"]) == str(known_on["2021-09-05"]) == "2021-08-30"
    assert str(known_on["2021-09-06"]) == "2021-09-06"


def test_the_file_opens_on_the_view_it_was_made_for() -> None:
    conflict = conflict_of(files())
    view = View(conflict.first_day, narrator="red", area="west")
    usual = data_of(map_html(conflict, view).decode())["usual"]
    chosen = {"day": 0, "area": "west", "narrator": "red", "known": None, "compare": None, "lang": "en"}
    assert usual == chosen


@pytest.mark.parametrize(
    ("compare", "held", "told"),
    [
        (Comparison("narrator", "blue"), {"kind": "narrator", "value": "blue"}, ()),
        (Comparison("narrator", "blue"), None, ("red",)),
        (Comparison("date", date(2021, 9, 5)), {"kind": "date", "value": "2021-09-05"}, ()),
        (Comparison("date", date(2020, 9, 5)), None, ()),
        (Comparison("known", None), {"kind": "known", "value": "all"}, ()),
    ],
)
def test_the_file_opens_on_the_second_map_of_its_view_if_it_holds_one(
    compare: Comparison, held: dict[str, str] | None, told: tuple[str, ...]
) -> None:
    conflict = conflict_of(files())
    view = View(conflict.last_day, narrator="red", compare=compare)
    made = map_html(conflict, view, Cut(conflict, told=told)).decode()
    assert data_of(made)["usual"]["compare"] == held


def test_a_file_in_dari_runs_from_right_to_left_and_keeps_its_quotes() -> None:
    conflict = conflict_of(files())
    page = map_html(conflict, View(conflict.last_day, language="fa")).decode()
    assert '<html lang="fa" dir="rtl">' in page
    assert "Red holds West" in json.dumps(data_of(page)["lines"])


def texts(cut: Cut) -> int:
    return size.Ledger(cut.conflict).texts(cut)


def test_each_language_of_a_file_is_what_a_file_in_it_alone_would_be() -> None:
    conflict = conflict_of(files())
    view = View(conflict.last_day)
    both = map_html(conflict, view, also=("fa", "en")).decode()
    alone = {
        one: map_html(conflict.in_language(one), replace(view, language=one)).decode() for one in ("en", "fa")
    }
    for language, page in alone.items():
        one, held = File(page, language), File(both, language)
        for day, narrator, area in product(one.days, one.data["narrators"], ("", "west")):
            assert held.says(day, narrator, "all", area) == one.says(day, narrator, "all", area)
        assert [held.data[name] for name in ("cite", "search", "pairs", "areas")] == [
            one.data[name] for name in ("cite", "search", "pairs", "areas")
        ]
    assert data_of(both)["languages"] == ["en", "fa"]
    assert both.count('name="language"') == 4
    assert 'name="language"' not in alone["en"]
    assert len(both.encode()) < sum(len(page.encode()) for page in alone.values()) - len(_scripts()[0])
    assert record_of("map.html", both.encode()).record["languages"] == ["en", "fa"]
    assert record_of("map.html", both.encode()).untouched


def test_a_file_has_every_language_while_it_is_fit_to_be_mailed(monkeypatch: pytest.MonkeyPatch) -> None:
    conflict = conflict_of(files())
    view = View(conflict.last_day)
    size = len(json.dumps(data_of(map_html(conflict, view).decode()), ensure_ascii=False))
    for most, found in ((size * 3, ["en", "fa"]), (size, ["en"])):
        monkeypatch.setattr(languages, "MAIL_BYTES", most)
        assert data_of(map_html(conflict, view, also=None).decode())["languages"] == found


def test_a_file_that_is_too_large_in_two_languages_is_refused_before_it_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(size, "MOST_TEXTS", texts(Cut(panjshir())))
    with pytest.raises(DataError, match="is the most for one file"):
        map_html(panjshir(), SUNDAY, also=("fa",))


def test_a_conflict_too_large_for_one_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size, "MOST_TEXTS", 10)
    with pytest.raises(DataError, match="10 is the most for one file") as refused:
        map_html(panjshir(), SUNDAY)
    assert "--area" in str(refused.value)


def test_a_year_between_two_reports_costs_no_panels() -> None:
    later = {"date_from": "2022-09-05", "date_to": "2022-09-05"}
    conflict = conflict_of(files(reports=reports(later)))
    file = File(map_html(conflict, View(conflict.last_day)).decode())
    panels = {span for tables in file.data["told"].values() for table in tables for span in table["panels"]}
    changes = [len(file.data["spans"][span]) // 2 for span in panels]
    assert len(file.days) > 365
    assert max(changes) <= 4  # silence or the first report, stale, the second report


FOLDED = re.compile(r"\s+")


def composed(account: Account, day: date, words: Words) -> list[str]:
    """Return the list, the notes and what changed, by name and in full, made for that day alone."""
    return [
        panel.list_html(account, day, words, link),
        panel.notes_html(account, day, words),
        panel.turned_html(account, day, words, link),
        panel.changes_html(account, day, words, link),
    ]


def folded(pieces: list[str]) -> list[str]:
    return [FOLDED.sub(" ", piece) for piece in pieces]


def same_on_every_day(conflict: Conflict, language: str = "en") -> int:
    """Compare what a file says with what is composed for each day alone; return how much was compared."""
    file = File(map_html(conflict, View(conflict.last_day, language=language)).decode(), language)
    words, compared = load_words(language), 0
    steps = {"all": None, file.days[len(file.days) // 2]: date.fromisoformat(file.days[len(file.days) // 2])}
    for (name, known), narrator in product(steps.items(), file.data["told"]):
        account = Account(conflict, narrator, known)
        for iso in file.days:
            day, at = date.fromisoformat(iso), (iso, narrator, name)
            assert folded(file.says(*at)[:4]) == folded(composed(account, day, words)), at
            for area in file.areas:
                said = folded([file.panel(*at, area)])
                assert said == folded([panel.panel_html(account, area, day, words)]), (*at, area)
            compared += 1 + len(file.areas)
    return compared


WARS = [("fa", 30, 12), ("en", 45, 18)]
"""In a quick run the first, smaller one is told."""


@pytest.mark.parametrize(("language", "rows", "days"), WARS[:1] if QUICK else WARS)
def test_a_made_up_war_is_told_as_if_each_day_were_composed_alone(
    tmp_path: Path, language: str, rows: int, days: int
) -> None:
    made = war(6, rows, days=days)
    # a file has every page once more for each day on which something was published: here these are few
    few = made.sources.assign(published_to=made.sources["published_to"].dt.ceil("6D"))
    write_folder(replace(made, sources=few), tmp_path)
    assert same_on_every_day(load_conflict(tmp_path), language) > 400


CELL = {
    "evidence": "table",
    "cell": "control=1",
    "quote": "",
    "area_id": "east",
    "claimant": "The Table",
    "voice_id": "table",
    "claimant_side": "outlet",
}


def test_a_table_is_told_as_if_each_day_were_composed_alone() -> None:
    days = ("2021-09-02", "2021-09-03", "2021-09-04", "2021-09-20")
    cells = [
        {"date_from": day, "date_to": day, "cell_row": str(row)} for row, day in enumerate(days, start=2)
    ]
    other = {"party": "blue", "cell": "control=2", "date_from": "2021-09-23", "date_to": "2021-09-23"}
    rows = [CELL | cell for cell in [*cells, other]]
    conflict = conflict_of(files(reports=reports(*rows)))
    assert not conflict.rejected
    assert same_on_every_day(conflict) > 100


def test_a_long_panel_counts_more_than_once() -> None:
    conflict = panjshir()
    many = replace(conflict, reports=pd.concat([conflict.reports] * 100, ignore_index=True))
    assert texts(Cut(many)) > 10 * texts(Cut(conflict))


def test_the_ways_that_a_refusal_names_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    most = texts(Cut(panjshir(), told=("nrf",)))
    monkeypatch.setattr(size, "MOST_TEXTS", most)
    said = [
        in_words(one, SUNDAY.words)
        for one in size.ways(size.Ledger(panjshir()), Cut(panjshir()), SUNDAY.words)
    ]
    since = re.search(r"--from (\S+)", " ".join(said))
    assert any("--narrator" in way for way in said)
    assert since
    assert texts(Cut(panjshir(), first=date.fromisoformat(since[1]))) <= most
    eve = date.fromisoformat(since[1]) - ONE_DAY
    assert texts(Cut(panjshir(), first=eve)) > most


def test_pages_are_put_together_from_shared_lines() -> None:
    pool = Pool()
    assert [pool.add("a\nb"), pool.add("b\nc"), pool.add("a\nb")] == [0, 1, 0]
    assert pool.table() == {"lines": ["a", "b", "c"], "pages": [(0, 1), (1, 2)], "spans": []}


def test_long_pages_that_differ_in_one_place_share_their_other_parts() -> None:
    lines = [f"line {number}" for number in range(1000)]
    pool = Pool()
    pool.add("\n".join(lines))
    before = sum(map(len, pool.table()["pages"]))
    pool.add("\n".join([*lines[:500], "another", *lines[500:]]))
    assert sum(map(len, pool.table()["pages"])) - before < len(lines) / 10


def test_a_span_keeps_a_page_once_while_it_holds() -> None:
    pool = Pool()
    assert pool.add_span([(0, 7), (3, 7), (4, 8)]) == pool.add_span([(0, 7), (4, 8)]) == 0
    assert pool.table()["spans"] == [(0, 7, 4, 8)]


def cut_file(**asked: object) -> File:
    cut = Cut(panjshir(), **asked)
    return File(map_html(panjshir(), cut.view(None, None, "en"), cut).decode())


def test_a_cut_file_tells_the_steps_whose_view_it_has() -> None:
    assert [one["view"]["narrator"] for one in File(made()).data["story"]][3:5] == ["taliban", "nrf"]
    cut = cut_file(told=("everyone",), first=date(2021, 9, 2), last=date(2021, 9, 5))
    assert [(one["view"]["day"], one["view"]["area"]) for one in cut.data["story"]] == [
        (3, None),
        (3, "rokha"),
        (3, None),
    ]
    assert "2 of 3" in cut.data["story"][1]["html"]


def test_a_cut_file_says_on_its_days_what_the_whole_one_says() -> None:
    whole, cut = File(made()), cut_file(told=("nrf",), first=date(2021, 9, 2), last=date(2021, 9, 5))
    assert cut.days == whole.days[8:12]
    assert list(cut.data["told"]) == ["nrf"]
    for day in cut.days[1:]:
        for area in ("", *cut.areas):
            assert cut.says(day, "nrf", "all", area) == whole.says(day, "nrf", "all", area)
    assert cut.says(cut.days[0], "nrf", "all", "rokha") == whole.says(cut.days[0], "nrf", "all", "rokha")


def test_a_file_of_some_areas_is_about_them_alone() -> None:
    whole, cut = File(made()), cut_file(asked=("rokha", "parwan"))
    assert cut.areas == [area for area in whole.areas if area in {"rokha", "parwan"}]
    states = cut.data["config"]["states"].values()
    assert {len(one["changes"]) for one in states} == {2}
    for day in cut.days:
        for area in cut.areas:
            assert cut.says(day, "everyone", "all", area)[0] == whole.says(day, "everyone", "all", area)[0]
        assert re.findall(r'data-area="(.*?)"', cut.says(day, "everyone", "all")[0]) == cut.areas


def test_a_cut_file_says_what_it_leaves_out_and_so_does_its_record() -> None:
    cut = Cut(panjshir(), ("rokha",), ("nrf",), date(2021, 9, 2))
    page = map_html(panjshir(), cut.view(None, None, "en"), cut).decode()
    part = re.search(r'<p id="part".*?</p>', page)
    assert part
    for said in (
        "part of the map",
        "NRF",
        "left out: Everyone, Taliban",
        "2 September 2021",
        "Rokha; 1 are shown, 9",
    ):
        assert said in part[0]
    assert record_of("map.html", page.encode()).record["cut"] == cut.record
    assert 'id="part"' not in made()
    assert "cut" not in record_of("map.html", made().encode()).record


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"asked": ("atlantis",)}, "area 'atlantis' is none of"),
        ({"told": ("nobody",)}, "narrator 'nobody' is none of"),
        ({"first": date(2030, 1, 1)}, "no day is left: the map has 2021-08-25 to"),
    ],
    ids=["area", "narrator", "days"],
)
def test_a_part_that_there_is_not_is_refused(asked: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Cut(panjshir(), **asked)


def test_in_dari_an_age_is_said_in_its_digits_and_a_place_holds_no_letters() -> None:
    conflict = conflict_of(
        files(reports=reports({"date_from": "2021-09-15", "date_to": "2021-09-15", "area_id": "east"}))
    )
    file = File(map_html(conflict, View(conflict.last_day, language="fa")).decode(), "fa")
    assert "۳ روز" in file.says("2021-09-08", "everyone", "all", "west")[0]
    assert "۳ روز" in file.says("2021-09-08", "everyone", "all")[0]
    assert not [line for line in file.data["lines"] if re.search("\ue000[^\ue001]*[A-Za-z<]", line)]


def test_a_title_cannot_break_out_of_the_embed_snippet() -> None:
    snippet = embed_snippet('"><script>', "https://example.org/map.html")
    assert "<script>" not in snippet
    assert snippet.count('"') % 2 == 0


def test_without_days_of_publication_a_file_knows_everything_or_by_any_day_nothing(tmp_path: Path) -> None:
    undated = load_conflict(undated_folder(tmp_path))
    assert not undated.dated
    assert Cut(undated).knowledge == [None, undated.first_day]
    file = File(map_html(undated, View(undated.last_day)).decode())
    for day in file.days:
        assert "Silent: nothing in these reports" in " ".join(file.says("2021-09-05", "everyone", day))
