"""The DuckDB query that the timeline is measured against tells the same rule."""

import pandas as pd
import pytest

duckdb = pytest.importorskip("duckdb")

from benchmarks.timeline_bench import queried, stored  # noqa: E402 - needs duckdb, of the dev extra
from benchmarks.war import war  # noqa: E402
from geo.timeline import timeline  # noqa: E402

SAME = ["status", "blank", "fighting", "changing_hands", "contradicted", "denied"]


def lists(ragged):
    return [
        sorted(ragged.items[start:stop].tolist())
        for start, stop in zip(ragged.starts, ragged.stops, strict=True)
    ]


@pytest.mark.parametrize(("n_areas", "n_reports", "days"), [(8, 600, 40), (10, 3000, 365), (60, 6000, 200)])
def test_the_query_gives_the_same_changes_as_the_timeline(n_areas, n_reports, days):
    made = war(n_areas, n_reports, days=days)
    told = timeline(made.reports, **made.inputs)
    base = stored(made)
    queried(base)
    asked = base.execute("FROM changes ORDER BY area, day").df()
    expected = told.changes.assign(
        area=told.changes["area_id"].cat.codes, day=(told.changes["day"] - pd.Timestamp(0)).dt.days
    )
    for name in ["area", "day", *SAME]:
        assert asked[name].astype(str).tolist() == expected[name].astype(str).tolist(), name
    assert asked["holders"].map(list).tolist() == expected["holders"].map(sorted).tolist()
    for name in ("voted", "outvoted", "denying", "denied_by", "against_since"):
        assert asked[name].map(list).tolist() == lists(getattr(told, name)), name
