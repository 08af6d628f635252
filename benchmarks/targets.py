"""The performance targets, each with what was measured and whether it is met."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = tuple[str, str, str, str]
Figures = Mapping[str, Any]

OURS, BLIND, WAR = "this page", "this page, observer off", "this page, a made-up war"
BARE = "bare slider and a line of text"
STEP = {"10": 1, "400": 1, "4000": 3}
FALLBACK = {"10": 4, "400": 4, "4000": 8}
SETTLED = 1.5
MANY = 20
CPU_STEP, CPU_FIRST, P95 = 1, 4, 1.5
SCRIPT_MS = {"400": 1.5, "4000": 8}
FRAME_MS = {("400", "5"): 16.7, ("4000", "5"): 60, ("400", "100"): 25, ("4000", "100"): 120}
FIRST_MS = {"10": 2500, "4000": 5000}
NATIONAL, ONE_FILE_S, ONE_FILE_MB, GZIP_MB, SHEET_S = "districts", 60, 15, 3, 30
ENGINE, GROWTH, ENGINE_GB = "local", 60, 4
WIRE_BYTES, WIRE_DIFFERENCE = 4096, 200


def row(name: str, measured: float, asked: float, unit: str, digits: int = 1) -> Row:
    """One line; met if the measured figure is not above the target at the printed precision."""
    met = "yes" if round(measured, digits) <= asked else "**no**"
    return (name, f"{measured:,.{digits}f} {unit}", f"≤ {asked:g} {unit}", met)


def judged(found: Figures) -> Iterator[Row]:
    """Every target that this run has figures for."""
    if "browser" in found:
        sizes = found["browser"]["sizes"]
        for areas, size in sizes.items():
            yield from steps(areas, size["ways"])
        for areas, size in sizes.items():
            yield from drags(areas, size["drag"], "canvas" if size["ways"][OURS]["canvas"] else "svg")
        yield from wires(sizes)
    for figures in found.get("viewers", ()):
        yield from many(figures)
    for figures in found.get("national", ()):
        yield from national(figures)
    if "timeline" in found:
        yield from timelines(found["timeline"])
    if "reading" in found:
        yield from readings(found["reading"])
    yield from engines(found.get("engines", ()))


def steps(areas: str, ways: Figures) -> Iterator[Row]:
    """Ratios to the bare slider, and to the alternatives."""
    bare = ways[BARE]["step"][0]
    label = f"{int(areas):,} areas"
    yield row(f"key → repaint, {label}", ways[OURS]["step"][0] / bare, STEP[areas], "× bare", 2)
    yield row(f"button → repaint, {label}", ways[OURS]["button"][0] / bare, STEP[areas], "× bare", 2)
    yield row(
        f"observer off: key → repaint, {label}", ways[BLIND]["step"][0] / bare, FALLBACK[areas], "× bare", 2
    )
    yield row(f"key → settled page, {label}", ways[OURS]["step_settled"][0] / bare, SETTLED, "× bare", 2)
    lost = sum(ways[name][f"{by}_lost"] for name in (OURS, BLIND) for by in ("step", "button"))
    yield row(f"steps never painted, {label}", lost, 0, "steps", 0)
    others = [figures["step"][0] for name, figures in ways.items() if name not in {OURS, BLIND, WAR, BARE}]
    lead = {name: ways[name]["step"][0] / min(others) for name in (OURS, BLIND)}
    yield row(f"key → repaint against the fastest other way, {label}", lead[OURS], 1, "×", 2)
    yield (f"the same, observer off, {label}", f"{lead[BLIND]:.2f} ×", "not asked", "–")


def drags(areas: str, drag: Figures, renderer: str) -> Iterator[Row]:
    """Script and frames of the renderer that the page chooses at this size."""
    for share, drawn in drag.items():
        label = f"{int(areas):,} areas, {share} % changing"
        mine, theirs = drawn[renderer], drawn["time_slider"]
        if areas in SCRIPT_MS:
            yield row(f"drag: script a day, {label}", mine["script"][0], SCRIPT_MS[areas], "ms")
        if (areas, share) in FRAME_MS:
            yield row(f"drag: frame, {label}", mine["frame"][0], FRAME_MS[areas, share], "ms")
        ratio = mine["frame"][0] / theirs["frame"][0]
        yield row(f"drag: frame against TimeSliderChoropleth, {label}", ratio, 1, "×")
        rests = mine["rests_right"]
        yield (
            f"drag rests on the painted day, {label}",
            "yes" if rests else "no",
            "yes",
            "yes" if rests else "**no**",
        )


def wires(sizes: Figures) -> Iterator[Row]:
    """The map's message, and the first map."""
    drawn = [step[1] for size in sizes.values() for step in size["ways"][OURS]["wire"]]
    yield row("map message of a step, largest", max(drawn), WIRE_BYTES, "bytes", 0)
    yield row("map message, difference between sizes", max(drawn) - min(drawn), WIRE_DIFFERENCE, "bytes", 0)
    for areas, asked in FIRST_MS.items():
        if areas in sizes:
            first = sizes[areas]["ways"][OURS]["first_map"]
            yield row(f"first painted map, {int(areas):,} areas", first / 1000, asked / 1000, "s")


def many(figures: Figures) -> Iterator[Row]:
    """Ratios to the bare page under the same load, at `MANY` viewers."""
    if figures["viewers"] == MANY:
        bare, page, label = figures["bare"], figures["page"], f"{MANY} viewers, a step a second each"
        yield row(f"server CPU a step, {label}", page["cpu_ms"] / bare["cpu_ms"], CPU_STEP, "× bare", 2)
        yield row(f"95 % of steps answered within, {label}", page["p95"] / bare["p95"], P95, "× bare", 2)
        first = figures["first"]["cpu_ms"] / bare["cpu_ms"]
        yield row("server CPU of a view that nobody has seen", first, CPU_FIRST, "× bare", 2)


def timelines(found: Figures) -> Iterator[Row]:
    """Seconds, growth, the ratio to DuckDB, and the look-up of a day."""
    for size, asked in {"100000": 0.8, "1000000": 8}.items():
        if size in found:
            seconds = found[size]["timeline_s"]["median"]
            yield row(f"timeline, {int(size):,} reports", seconds, asked, "s", 2)
            ratio = seconds / found[size]["duckdb_s"]["median"]
            yield row(f"timeline against DuckDB, {int(size):,} reports", ratio, 3, "×", 2)
            yield row(f"any day, {int(size):,} reports", found[size]["any_day_s"]["median"] * 1000, 10, "ms")
    if {"100000", "1000000"} <= set(found):
        growth = found["1000000"]["timeline_s"]["median"] / found["100000"]["timeline_s"]["median"]
        yield row("timeline, growth from 100,000 to 1,000,000", growth, 12, "×")


def engines(found: Sequence[Figures]) -> Iterator[Row]:
    """Growth from 1 to 50 million statements on one machine, and the memory of 50; all tables equal."""
    sizes = {one["millions"]: one for one in found if one["engine"] == ENGINE and "failed" not in one}
    if {1, 50} <= set(sizes):
        for name, unit in {"wall_s": "×, wall", "cpu_s": "×, CPU"}.items():
            growth = sizes[50][name] / sizes[1][name]
            yield row(f"engine `{ENGINE}`, growth from 1 to 50 M", growth, GROWTH, unit)
        peak = sizes[50]["peak_mb"] / 1024
        yield row(f"engine `{ENGINE}`, largest process at 50 M", peak, ENGINE_GB, "GB", 2)
    differing = sum(one.get("equal") is False for one in found)
    if found:
        yield row("engines whose table differs from the first's", differing, 0, "of them", 0)


def readings(found: list[Figures]) -> Iterator[Row]:
    """Reading and checking a million rows."""
    for figures in found:
        if figures["rows"] == 1_000_000:
            yield row("reading and checking 1,000,000 rows", figures["seconds"], 20, "s")
            yield row("memory while reading them", figures["peak_mb"] / 1024, 3, "GB", 2)


def national(found: Figures) -> Iterator[Row]:
    """The one-file map and the sheet of 329 areas and 11,951 rows, as far as they were made."""
    if found["case"] != NATIONAL:
        return
    if "mb" in (made := found.get("one_file", {})):
        yield row("one file, 329 areas", made["seconds"], ONE_FILE_S, "s")
        yield row("its size", made["mb"], ONE_FILE_MB, "MB", 2)
        yield row("its size, gzipped", made["gzip_mb"], GZIP_MB, "MB", 2)
    if (sheet := found.get("sheet")) and not sheet["failed"]:
        yield row("sheet, 329 areas", sheet["seconds"], SHEET_S, "s")
