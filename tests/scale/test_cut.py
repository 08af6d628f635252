"""Whole = cut: the timeline of buckets, put together, is that of all reports at once."""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from how_many import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.war import War, war
from geo.scale.bucket import Rule, bucket, bucket_timeline
from geo.scale.columns import frame_of, reports_table, timeline_table
from geo.scale.plan import Plan, plan, planned
from geo.timeline import Timeline, control, timeline

WARS = [war(24, 900, seed=seed) for seed in (1, 2)]
"""With provinces and regions: nested groups."""
DAYS = [date(2021, 2, 1), date(2021, 6, 15), date(2021, 11, 1)]


def rule_of(one: War, narrator: str = "everyone", known: date | None = None) -> Rule:
    given_ = {name: one.inputs[name] for name in ("own_side", "rivals")}
    sides = tuple(
        sorted(set(one.reports["claimant_side"].astype(str)) | set(one.inputs["own_side"].values()))
    )
    return Rule(**given_, sides=sides, narrator=narrator, known=known, window_days=3, stale_days=7)


def cut(one: War, made: Plan, rule: Rule, reports: pa.Table) -> list[tuple[pa.Table, Timeline]]:
    """Return table and timeline of each bucket, of the reports that the plan sends to it."""
    places = reports["area_id"].to_pylist()
    found = []
    for part in made.parts:
        mine = reports.filter(pa.array([part.number in made.of_place.get(place, ()) for place in places]))
        found.append((bucket(mine, part, rule), bucket_timeline(mine, part, rule)))
    return found


def by_area(table: pa.Table) -> list[dict[str, Any]]:
    return table.sort_by([("area_id", "ascending"), ("day", "ascending")]).to_pylist()


def whole(one: War, rule: Rule) -> Timeline:
    return timeline(one.reports, areas=one.areas, groups=one.groups, **rule._asdict())


@st.composite
def plans(draw: st.DrawFn, one: War) -> Plan:
    count = draw(st.integers(1, 9))
    numbers = draw(st.lists(st.integers(0, count - 1), min_size=len(one.areas), max_size=len(one.areas)))
    return planned(one.areas, one.groups, dict(zip(one.areas, numbers, strict=True)))


@settings(max_examples=examples(25), deadline=None)
@given(data=st.data())
def test_the_buckets_together_are_the_whole(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(WARS))
    narrator = data.draw(st.sampled_from(["everyone", "others", "north", "south"]))
    known = data.draw(st.sampled_from([None, *DAYS]))
    rule, made = rule_of(one, narrator, known), data.draw(plans(one))
    table = reports_table(one.reports)
    shuffled = table.take(np.random.default_rng(data.draw(st.integers(0, 99))).permutation(len(table)))
    parts = cut(one, made, rule, shuffled)
    told = whole(one, rule)
    assert by_area(pa.concat_tables([found for found, _ in parts])) == by_area(timeline_table(told))
    day = data.draw(st.sampled_from(DAYS))
    shown = control(told, day)["history"].map(list).to_dict()
    history: dict[str, list[str]] = {}
    for _, mine in parts:
        history |= control(mine, day)["history"].map(list).to_dict()
    assert history == shown


def differs(one: War, made: Plan, rule: Rule, reports: pa.Table) -> bool:
    found = pa.concat_tables([table for table, _ in cut(one, made, rule, reports)])
    return by_area(found) != by_area(timeline_table(whole(one, rule)))


def test_a_group_that_goes_to_one_bucket_alone_would_be_noticed() -> None:
    one = WARS[0]
    made = plan(one.areas, one.groups, {}, 4)
    once = {place: numbers[:1] for place, numbers in made.of_place.items()}
    table = reports_table(one.reports)
    assert not differs(one, made, rule_of(one), table)
    assert differs(one, made._replace(of_place=once), rule_of(one), table)


def test_rows_numbered_after_they_were_shuffled_would_be_noticed() -> None:
    one = WARS[0]
    made = plan(one.areas, one.groups, {}, 4)
    table = reports_table(one.reports)
    order = np.random.default_rng(5).permutation(len(table))
    shuffled = table.take(order)
    numbered = shuffled.set_column(0, table.schema.field("row"), pa.array(np.arange(len(table))))
    assert not differs(one, made, rule_of(one), shuffled)
    assert differs(one, made, rule_of(one), numbered)


def test_a_narrator_who_is_silent_in_a_bucket_is_a_narrator_all_the_same() -> None:
    one = WARS[0]
    rule = rule_of(one, "north")
    lonely = planned(one.areas, one.groups, {area: number for number, area in enumerate(one.areas)})
    table = reports_table(one.reports).filter(pa.array(one.reports["claimant_side"].astype(str) != "north"))
    for part in lonely.parts:
        assert bucket(table.filter(pa.array([False] * len(table))), part, rule).num_rows == 0


def test_a_plan_spreads_statements_not_areas() -> None:
    made = plan(["a", "b", "c", "d"], {}, {"a": 1000, "b": 10, "c": 10, "d": 10}, 2)
    assert sorted(sorted(part.areas) for part in made.parts) == [["a"], ["b", "c", "d"]]


def test_every_area_is_in_one_bucket_and_a_group_in_all_that_need_it() -> None:
    made = plan(["a", "b", "c"], {"all": ["a", "b", "c"], "some": ["c"], "none": []}, {}, 3)
    assert sorted(area for part in made.parts for area in part.areas) == ["a", "b", "c"]
    assert sorted(made.of_place["all"]) == [0, 1, 2]
    assert len(made.of_place["some"]) == 1
    assert "none" not in made.of_place


def test_reports_come_back_from_arrow_as_the_rule_reads_them() -> None:
    one = WARS[1]
    frame = frame_of(reports_table(one.reports))
    again = timeline(frame, areas=one.areas, groups=one.groups, **rule_of(one)._asdict())
    assert by_area(timeline_table(again)) == by_area(timeline_table(whole(one, rule_of(one))))


@pytest.mark.parametrize("buckets", [1, 3, 50])
def test_no_plan_has_more_buckets_than_areas(buckets: int) -> None:
    made = plan(["a", "b", "c"], {}, {"a": 5}, buckets)
    assert len(made.parts) == min(buckets, 3)
