"""Time and memory that reading and checking takes, from 10,000 to 1,000,000 rows: it should grow linearly.

Each size runs in its own process. Prints JSON: seconds, seconds per million rows, peak MB, size of the file.
"""

import json
import resource
import subprocess
import sys
import time

import numpy as np

from geo.reading.conflict import conflict_of
from geo.reading.vocabulary import REPORT_COLUMNS, Claim, Scope

SIZES = (10_000, 100_000, 1_000_000)
AREAS = 400
SOURCES = 2_000
SEED = 7
BROKEN_PER_MILLE = 1
QUOTE = (
    "Fighters took {}, a resident said by phone on Sunday: “they came from the pass by night”, and left {}"
)

CONFLICT = """
id = "bench"
title = "Bench"
sides = [{id = "red", name = "Red"}, {id = "blue", name = "Blue"}]
actors = [{id = "red", name = "Red", side = "red", colour = "#E69F00"},
          {id = "blue", name = "Blue", side = "blue", colour = "#0072B2"}]
"""


def districts():
    features = []
    for n in range(AREAS):
        x, y = n % 20, n // 20
        ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
        properties = {"area_id": f"a{n}", "name": f"Area {n}"}
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def sources():
    rows = [f"s{n},Paper,Title,2021-09-05,2021-09-05,2021-09-06,,en,,," for n in range(SOURCES)]
    header = "source_id,outlet,title,article_day,published_from,published_to,published_basis,language"
    return "\n".join([f"{header},translation_note,url,text_sha256", *rows, ""]).encode()


def reports(rows):
    random = np.random.default_rng(SEED)
    area = random.integers(0, AREAS, rows).tolist()
    source = random.integers(0, SOURCES, rows).tolist()
    day = (np.datetime64("2015-01-01") + random.integers(0, 3650, rows)).astype(str).tolist()
    scope = random.choice(list(Scope), rows).tolist()
    claim = random.choice([c for c in Claim if c != "fighting"], rows).tolist()
    party = random.choice(["red", "blue"], rows).tolist()
    broken = (random.random(rows) < BROKEN_PER_MILLE / 1000).tolist()
    lines = [",".join(REPORT_COLUMNS)]
    for n in range(rows):
        quote = QUOTE.format(f"Area {area[n]}", n)
        cells = [
            f"r{n}",
            f"s{n // 3}",
            f"o{n // 4}",
            "nowhere" if broken[n] else f"a{area[n]}",
            "Area",
            scope[n],
        ]
        cells += [claim[n], "asserts", party[n], "a resident", f"v{n % 900}", "outlet", f"s{source[n]}"]
        cells += ["", day[n], "says so", f'"{quote}"', "", "C", "3", ""]
        lines.append(",".join(cells))
    return "\n".join(lines).encode()


def measure(rows):
    table = reports(rows)
    files = {
        "conflict.toml": CONFLICT.encode(),
        "districts.geojson": districts(),
        "control_reports.csv": table,
        "sources.csv": sources(),
    }
    start, busy = time.perf_counter(), time.process_time()
    conflict = conflict_of(files)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    assert len(conflict.reports) + len(conflict.rejected) == rows
    return {
        "rows": rows,
        "seconds": round(seconds, 2),
        "cpu_seconds": round(busy, 2),
        "seconds_per_million": round(seconds / rows * 1e6, 1),
        "rejected": len(conflict.rejected),
        "file_mb": round(len(table) / 1e6),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main():
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1]))))
        return
    command = [sys.executable, "-m", "benchmarks.reading_bench"]
    runs = [json.loads(subprocess.check_output([*command, str(rows)])) for rows in SIZES]
    print(json.dumps({"reading": runs}, indent=1))


if __name__ == "__main__":
    main()
