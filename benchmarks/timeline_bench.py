"""How long the whole timeline takes, and the same rule as one DuckDB query; prints JSON.

``python -m benchmarks.timeline_bench [--reports 1000,10000] [--repeats 5]``
"""

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb
import pandas as pd

from benchmarks.war import War, war
from geo.reading.vocabulary import Scope
from geo.timeline import Ragged, Timeline, control, states, timeline

AREAS: Final = 4000
DAY: Final = date(2020, 10, 1)
QUERY: Final = Path(__file__).with_name("timeline.sql")
COLUMNS: Final = ("area_id", "claim", "polarity", "party", "claimant_side", "voice_id")


def main() -> None:
    """Measure each size and print the medians."""
    options = argparse.ArgumentParser()
    options.add_argument("--reports", default="1000,10000,100000,1000000")
    options.add_argument("--repeats", type=int, default=5)
    asked = options.parse_args()
    sizes = [int(size) for size in asked.reports.split(",")]
    print(json.dumps({size: measured(size, asked.repeats) for size in sizes}, indent=1))


def measured(n_reports: int, repeats: int) -> dict[str, Any]:
    """Return seconds (median, fastest, slowest) for one number of reports in 4,000 areas."""
    made = war(AREAS, n_reports)
    told = timeline(made.reports, **made.inputs)
    base = stored(made)
    one = [made.areas[AREAS // 2]]
    return {
        "changes": len(told.changes),
        "timeline_s": timed(lambda: timeline(made.reports, **made.inputs), repeats),
        "any_day_s": timed(lambda: states(told, DAY), repeats),
        "any_day_one_area_with_reports_s": timed(lambda: control(told, DAY, one), repeats),
        "any_day_all_areas_with_reports_s": timed(lambda: control(told, DAY), repeats),
        "timeline_mb": timeline_mb(told),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "duckdb_s": timed(lambda: queried(base), repeats),
    }


def timed(call: Callable[[], object], repeats: int) -> dict[str, float]:
    """Return the seconds that a call takes."""
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return {
        name: round(measure(seconds), 5)
        for name, measure in (("median", statistics.median), ("min", min), ("max", max))
    }


def timeline_mb(told: Timeline) -> float:
    """Return the memory that a timeline uses in addition to the reports."""
    arrays = [told.keys, told.position_keys, told.position_reports]
    arrays += [array for lists in vars(told).values() if isinstance(lists, Ragged) for array in lists]
    size = sum(array.nbytes for array in arrays) + int(told.changes.memory_usage().sum())
    return round(size / 2**20, 1)


def stored(made: War) -> duckdb.DuckDBPyConnection:
    """Return a database with the tables that the query reads, already in DuckDB's own form."""
    base = duckdb.connect()
    base.execute("SET asof_loop_join_threshold = 0")  # it would estimate too few rows, which costs seconds
    table = made.reports[list(COLUMNS)].astype("str").replace({"party": ""}, None)
    table["at"] = range(len(table))
    table["scope"] = made.reports["scope"].cat.set_categories(list(Scope)).cat.codes
    for name in ("date_from", "date_to"):
        table[name] = (made.reports[name] - pd.Timestamp(0)).dt.days.astype("Int64")
    members = {**{area: (area,) for area in made.areas}, **made.groups}
    order = {area: number for number, area in enumerate(made.areas)}
    reach = [(place, order[area]) for place, areas in members.items() for area in areas]
    tables = {
        "reports": table,
        "reach": pd.DataFrame(reach, columns=["place", "area"]),
        "actors": pd.DataFrame(made.inputs["own_side"].items(), columns=["actor", "side"]),
        "rivals": pd.DataFrame(
            [(actor, side) for actor, sides in made.inputs["rivals"].items() for side in sides],
            columns=["actor", "side"],
        ),
    }
    for name, frame in tables.items():
        base.register("frame", frame)
        base.execute(f"CREATE TABLE {name} AS SELECT * FROM frame")
    return base


def queried(base: duckdb.DuckDBPyConnection) -> None:
    """Run the rule in DuckDB and keep the answer there."""
    base.execute(f"CREATE OR REPLACE TEMP TABLE changes AS {QUERY.read_text(encoding='utf-8')}")


if __name__ == "__main__":
    main()
