"""`docs/benchmarks.md`, made from the figures and `report.template.md`."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.targets import BARE, OURS, judged

Figures = Mapping[str, Any]
TEMPLATE = Path(__file__).with_name("report.template.md")
YES = {True: "yes", False: "no", None: "–"}
STEP_HEADS = ("way", "areas", "repaint, ms", "× bare", "settled, ms")
STEP_HEADS += ("first map, ms", "bytes a step", "of them the map's", "server, MB")
DRAG_HEADS = ("drawn by", "areas", "changing a day", "script a day, ms", "frame, ms")
DRAG_HEADS += ("longest, ms", "dates a second", "rests on the painted day")
TIMELINE_HEADS = ("reports", "changes", "timeline, s", "DuckDB, s", "ratio")
TIMELINE_HEADS += ("any day, ms", "with report ids, ms", "peak, MB")
LOOKED_UP = ("any_day_s", "any_day_all_areas_with_reports_s")
VIEWER_HEADS = (
    "viewers",
    "bare p50 / p95, ms",
    "page p50 / p95, ms",
    "CPU a step: bare, ms",
    "page, ms",
    "× bare",
)
VIEWER_HEADS += ("CPU of a first view, ms", "steps a second", "late", "memory, MB")
NATIONAL_HEADS = (
    "map",
    "areas",
    "reports",
    "import, s",
    "check, s",
    "first map, ms",
    "step, ms",
    "settled, ms",
)
NATIONAL_HEADS += ("one file, s", "MB (gzip)", "PNG, s", "sheet, s", "peak, MB")
COMMANDS = ("import", "check", "one_file", "png", "sheet")
ENGINE_HEADS = ("statements", "engine", "start, s", "wall, s", "CPU, s", "peak of a process, MB")
ENGINE_HEADS += ("rows", "equal")
READING_HEADS = ("rows", "file, MB", "seconds", "seconds a million rows", "peak, MB")


def written(found: Figures) -> str:
    """The whole document; a part without figures has an empty table."""
    browser = found.get("browser", {"sizes": {}, "network": {}})
    sizes = browser["sizes"]
    return TEMPLATE.read_text(encoding="utf-8").format(
        machine=machine(found["machine"], browser),
        targets=table(("target", "measured", "asked", "met"), judged(found)),
        steps=table(STEP_HEADS, (row for areas, size in sizes.items() for row in ways(areas, size["ways"]))),
        buttons=table(("areas", "repaint, ms", "settled, ms"), buttons(sizes)),
        renderers=renderers(sizes),
        drags=table(DRAG_HEADS, drags(sizes)),
        networks=table(("way", "draws its map", "asks other hosts"), networks(browser["network"])),
        viewers=table(VIEWER_HEADS, viewers(found.get("viewers", ()))),
        timelines=table(TIMELINE_HEADS, timelines(found.get("timeline", {}))),
        readings=table(READING_HEADS, readings(found.get("reading", ()))),
        engines=table(ENGINE_HEADS, engines(found.get("engines", ()))),
        national=table(NATIONAL_HEADS, national(found.get("national", ()))),
    )


def machine(facts: Figures, browser: Figures) -> str:
    """Return day, machine and versions."""
    versions = ", ".join(f"{name} {number}" for name, number in facts["versions"].items())
    hurried = " **A quick run: the counts are too small to quote.**" if facts["quick"] else ""
    return (
        f"{facts['day']}; {facts['processor']}, {facts['cores']} cores, {facts['memory_gb']} GB, no graphics "
        f"card; {facts['system']}; load at the end {facts['load'][0]}; took {facts['seconds']} s.{hurried}\n"
        f"Python {facts['python']}, Chromium {browser.get('chromium', '–')}, {versions}."
    )


def table(heads: Sequence[str], rows: Iterator[Sequence[object]]) -> str:
    """Return a Markdown table, figures on the right."""
    rule = "|".join(["---", *["---:"] * (len(heads) - 1)])
    lines = ["|".join(map(str, row)) for row in rows]
    return "\n".join(f"|{line}|" for line in ["|".join(heads), rule, *lines])


def spread(values: Sequence[float], digits: int | None = None) -> str:
    """Return median and quartiles."""
    shown = digits if digits is not None else int(values[0] < 10)
    median, low, high = (f"{value:,.{shown}f}" for value in values[:3])
    return f"{median} ({low}–{high})"


def ways(areas: str, found: Figures) -> Iterator[Sequence[object]]:
    """Yield each way of showing a day, at one size."""
    bare = found[BARE]["step"][0]
    for name, figures in found.items():
        total, drawn = sorted(figures["wire"])[len(figures["wire"]) // 2]
        painted, settled = spread(figures["step"]), spread(figures["step_settled"])
        ratio, first = f"{figures['step'][0] / bare:.2f}", f"{figures['first_map']:,.0f}"
        memory = f"{figures['memory_mb']:,.0f}"
        yield name, count(areas), painted, ratio, settled, first, count(total), count(drawn), memory


def count(number: str | int) -> str:
    """Return a whole number with thousands separators; a dash if there is none."""
    return f"{int(number):,}" if int(number) else "–"


def viewers(rows: Sequence[Figures]) -> Iterator[Sequence[object]]:
    """Yield each number of viewers, a step a second each."""
    for row in rows:
        bare, page = row["bare"], row["page"]
        times = (f"{one['p50']:.0f} / {one['p95']:.0f}" for one in (bare, page))
        cpu = (f"{ms:.0f}" for ms in (bare["cpu_ms"], page["cpu_ms"]))
        ratio, first = f"{page['cpu_ms'] / bare['cpu_ms']:.2f}", f"{row['first']['cpu_ms']:.0f}"
        reached, memory = f"{page['a_second']:.1f}", f"{page['memory_mb']:.0f}"
        yield row["viewers"], *times, *cpu, ratio, first, reached, page["late"], memory


def buttons(sizes: Figures) -> Iterator[Sequence[object]]:
    """Yield the steps by button."""
    for areas, size in sizes.items():
        ours = size["ways"][OURS]
        yield count(areas), spread(ours["button"]), spread(ours["button_settled"])


def renderers(sizes: Figures) -> str:
    """Return which renderer the page itself uses at each size."""
    taken = {areas: "canvas" if size["ways"][OURS]["canvas"] else "SVG" for areas, size in sizes.items()}
    listed = ", ".join(f"{name} at {count(areas)} areas" for areas, name in taken.items())
    return f"The page uses {listed}."


def drags(sizes: Figures) -> Iterator[Sequence[object]]:
    """Yield script and frames of both renderers and of the static page."""
    for areas, size in sizes.items():
        for share, drawn in size["drag"].items():
            for name, figures in drawn.items():
                drawer = "TimeSliderChoropleth" if name == "time_slider" else f"this page, {name}"
                script, frame = spread(figures["script"], 2), spread(figures["frame"], 1)
                longest, dates = f"{figures['longest']:.0f}", figures.get("dates_a_second", "–")
                rests = YES[figures.get("rests_right")]
                yield drawer, count(areas), f"{share} %", script, frame, longest, dates, rests


def networks(found: Figures) -> Iterator[Sequence[object]]:
    """Yield which ways draw a map with every other host cut off."""
    for name, figures in found.items():
        hosts = figures["hosts"]
        yield name, YES[figures["drawn"]], f"{hosts} of them" if hosts else "none"


def timelines(found: Figures) -> Iterator[Sequence[object]]:
    """Yield the whole timeline, a day of it, and DuckDB's."""
    for size, row in found.items():
        made, queried = row["timeline_s"], row["duckdb_s"]
        ratio = f"{made['median'] / queried['median']:.2f}"
        looked_up = [f"{row[name]['median'] * 1000:.1f}" for name in LOOKED_UP]
        table_of_all = count(row["changes"]), extremes(made), extremes(queried), ratio
        yield count(size), *table_of_all, *looked_up, count(row["peak_mb"])


def extremes(values: Figures) -> str:
    """Return median, fastest and slowest."""
    return f"{values['median']:.3f} ({values['min']:.3f}–{values['max']:.3f})"


def readings(found: Sequence[Figures]) -> Iterator[Sequence[object]]:
    """Yield reading and checking, by size."""
    for row in found:
        millions = row["seconds_per_million"]
        yield count(row["rows"]), row["file_mb"], row["seconds"], millions, count(row["peak_mb"])


def engines(found: Sequence[Figures]) -> Iterator[Sequence[object]]:
    """Yield each engine at each size; one that stopped says why in the place of its figures."""
    for row in found:
        size = f"{row['millions']} M"
        if "failed" in row:
            yield size, row["engine"], f"stopped: {row['failed'][-80:]}", *[""] * 5
            continue
        taken = (f"{row[name]:.1f}" for name in ("wall_s", "cpu_s"))
        start = f"{row['start_s']:.1f}" if row["engine"] == "spark" else "–"
        yield (
            size,
            row["engine"],
            start,
            *taken,
            count(round(row["peak_mb"])),
            count(row["rows"]),
            YES[row["equal"]],
        )


def national(found: Sequence[Figures]) -> Iterator[Sequence[object]]:
    """Yield each map of a country; a command that failed says why in its place."""
    for one in found:
        imported, checked, *made = (seconds(one.get(name)) for name in COMMANDS)
        page, whole = one.get("page"), one.get("one_file", {})
        shown = [f"{page['first_map']:,.0f}"] if page else ["–"]
        shown += [spread(page[name]) for name in ("step", "step_settled")] if page else ["–", "–"]
        size = f"{whole['mb']} ({whole['gzip_mb']})" if "mb" in whole else "–"
        peak = max(one[name]["peak_mb"] for name in COMMANDS if name in one)
        counts = count(one.get("areas", 0)), count(one.get("reports", 0))
        yield one["case"], *counts, imported, checked, *shown, made[0], size, *made[1:], count(peak)


def seconds(taken: Figures | None) -> str:
    """Return what a command took, or what it said when it failed."""
    if taken is None:
        return "–"
    return f"failed: {taken['failed']}" if taken["failed"] else f"{taken['seconds']:.1f}"
