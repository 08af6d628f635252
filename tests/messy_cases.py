# ruff: noqa: E501, RUF001, T201 (a table: one line a kind; digits of other scripts; a script too)
"""Broken and hostile input: what is done to the good folder, and what it gets. One row = one kind.

`docs/robustness.md` shows this table; `python tests/messy_cases.py` writes it there.
"""

import json
import re
from pathlib import Path
from typing import NamedTuple

from folders import CONFLICT, REPORT, csv_of, feature, geojson, reports, sources, square
from made_relief import as_png, as_tiff, hills, png_of

from geo.reading.vocabulary import REPORT_COLUMNS

DOC = Path(__file__).parent.parent / "docs" / "robustness.md"
WORKS, ROW, FILE = "works", "row", "file"
GETS = {
    WORKS: "works",
    ROW: "that row is set aside, all others are shown:",
    FILE: "one error, nothing is shown:",
}
GOOD = reports({}).decode()
BOM = "\ufeff"


class Case(NamedTuple):
    """A kind of input: what is wrong, the files that have it, what it gets, and the words of its line."""

    kind: str
    files: dict[str, bytes]
    gets: str
    line: str = ""


def text(kind: str, data: str | bytes, gets: str, line: str = "") -> Case:
    """Return a case of the whole reports file."""
    return Case(kind, {"reports": data if isinstance(data, bytes) else data.encode()}, gets, line)


def row(kind: str, line: str, **cells: str) -> Case:
    """Return a case of one bad row beside the good one."""
    return Case(kind, {"reports": reports(cells)}, ROW, line)


def fine(kind: str, **cells: str) -> Case:
    """Return a case of a row that looks odd and works."""
    return Case(kind, {"reports": reports(cells)}, WORKS)


def area(kind: str, line: str, rings: object, **properties: object) -> Case:
    """Return a case of one bad area beside the two good ones."""
    return Case(kind, {"districts": geojson([feature("north", rings, **properties)])}, ROW, line)


def shape(kind: str, line: str, geometry: object) -> Case:
    """Return a case of one feature with another geometry."""
    bad = feature("north", []) | {"geometry": geometry}
    return Case(kind, {"districts": geojson([bad])}, ROW, line)


def districts(kind: str, data: str | bytes, line: str) -> Case:
    """Return a case of the whole districts file."""
    return Case(kind, {"districts": data if isinstance(data, bytes) else data.encode()}, FILE, line)


def collection(rings: object) -> bytes:
    """Return a file of one polygon, as a country's outline is."""
    return json.dumps({"type": "FeatureCollection", "features": [feature("country", rings)]}).encode()


def settings(kind: str, line: str, old: str = "", new: str = "", *, add: str = "") -> Case:
    """Return a case of a changed conflict file."""
    return Case(
        kind, {"conflict": (CONFLICT.replace(old, new) if old else CONFLICT + add).encode()}, FILE, line
    )


EVENT = '[[events]]\nday = {day}\ntext = "West is held."\nreports = {reports}\n'


def event(kind: str, line: str, *, day: str = "2021-09-05", reports: str = '["r1"]') -> Case:
    """Return a case of a key event that is set aside."""
    return Case(kind, {"conflict": (CONFLICT + EVENT.format(day=day, reports=reports)).encode()}, ROW, line)


def columns(kind: str, names: list[str], gets: str, line: str = "") -> Case:
    """Return a case of other columns."""
    rows = [dict.fromkeys(names, "x") | REPORT]
    return Case(kind, {"reports": csv_of([{n: r[n] for n in names} for r in rows], names)}, gets, line)


ALL = list(REPORT_COLUMNS)
WITHOUT_CLAIM = [name for name in ALL if name != "claim"]
BOWTIE = [[[71, 35], [72, 36], [72, 35], [71, 36], [71, 35]]]
SHORT_ROW = "r9,s9,o9"

CSV = (
    text("byte-order mark", BOM + GOOD, WORKS),
    text("two byte-order marks", BOM + BOM + GOOD, WORKS),
    text("Windows line ends", GOOD.replace("\n", "\r\n"), WORKS),
    text("old Macintosh line ends", GOOD.replace("\n", "\r"), WORKS),
    text("UTF-16 with a mark (a spreadsheet's “Unicode text”)", GOOD.encode("utf-16"), WORKS),
    text("UTF-16 without a mark", GOOD.encode("utf-16-le"), WORKS),
    text("UTF-16, other byte order", BOM.encode("utf-16-be") + GOOD.encode("utf-16-be"), WORKS),
    text("semicolons instead of commas", GOOD.replace(",", ";"), WORKS),
    text("tabs instead of commas", GOOD.replace(",", "\t"), WORKS),
    text("blank lines between rows", GOOD.replace("\n", "\n\n"), WORKS),
    text("rows of commas that a spreadsheet leaves", GOOD + "," * (len(ALL) - 1) + "\n", WORKS),
    text("empty cells beyond the last column", GOOD.replace("\n", ",,,\n"), WORKS),
    text("no line end after the last row", GOOD.rstrip("\n"), WORKS),
    text("Windows-1252 bytes", GOOD.replace("says so", "café").encode("cp1252"), FILE, "row 2: is not UTF-8"),
    text("UTF-16 cut in the middle of a character", GOOD.encode("utf-16")[:-1], FILE, "is not UTF-16"),
    text("NUL characters", GOOD.replace("says so", "\0"), FILE, "contains a NUL character"),
    text("an empty file", b"", FILE, "is empty"),
    text("a file of blanks", b" \r\n\n ", FILE, "is empty"),
    text("only a header", GOOD.splitlines()[0], FILE, "has a header and no rows"),
    text("no header", GOOD.split("\n", 1)[1], FILE, "has no header"),
    text("a spreadsheet instead of CSV", b"PK\x03\x04rest", FILE, "is a zip or a spreadsheet"),
    text("a PDF instead of CSV", b"%PDF-1.7", FILE, "is a PDF"),
    text("a web page instead of CSV", "<!doctype html><p>sign in", FILE, "has no header"),
    text(
        "conflict markers of an unfinished merge",
        GOOD + "<<<<<<< HEAD\n",
        FILE,
        "row 4: contains the conflict markers of an unfinished",
    ),
    text(
        "a quote that is never closed",
        GOOD + 'r9,"half',
        FILE,
        "row 4: has a double quote that is never closed",
    ),
    text(
        "a file cut off in the middle of a row",
        GOOD + SHORT_ROW,
        ROW,
        f"row 4: has 3 cells where the header has {len(ALL)}",
    ),
    text("shifted cells", GOOD + "," + GOOD.splitlines()[1] + "\n", ROW, "report_id: is empty"),
    text(
        "a comma too many",
        GOOD + "r9," + GOOD.splitlines()[1] + "x\n",
        ROW,
        f"has {len(ALL) + 1} cells where the header has {len(ALL)}",
    ),
    columns("a missing column", WITHOUT_CLAIM, FILE, "claim: is a required column and is missing"),
    columns("a column under another name", [*WITHOUT_CLAIM, "claims"], FILE, "did you mean 'claims'?"),
    text("a column that appears twice", GOOD.replace("note\n", "claim\n"), FILE, "claim: appears twice"),
    columns("columns in another order", ALL[::-1], WORKS),
    columns("200 columns", [*ALL, *(f"extra_{n}" for n in range(179))], WORKS),
    text("headers in capitals, with blanks", GOOD.replace("report_id,", " Report ID ,", 1), WORKS),
    text("a first line of control characters (ASCII separators)", "\x1c\n", FILE, "has no header"),
    text("a header of one megabyte", "x" * 1_000_000, FILE, "has no header"),
    text("a cell of two megabytes", GOOD + '"' + "x" * 2_000_000, FILE, "has a cell that never ends"),
)

CELLS = (
    fine("a line break inside a quoted cell", note="one\ntwo"),
    fine("blanks around a word", claim=" holds "),
    fine("no-break spaces around a word", claim="\u00a0holds\u00a0"),
    fine("a cell that a spreadsheet would run", note="=HYPERLINK(1)"),
    fine("a day as year/month/day", date_to="2021/09/05"),
    fine("a day with the time 00:00:00 (a spreadsheet's)", date_to="2021-09-05 00:00:00"),
    fine("a day that can be read only one way", date_from="", date_to="25/9/2021"),
    fine("a day in Persian digits", date_to="۲۰۲۱-۰۹-۰۵"),
    fine("a day decades earlier", date_from="1975-01-01"),
    row("5/9/2021, which could be two days", "could be two days", date_to="5/9/2021"),
    row("a spreadsheet's day number", "is a spreadsheet's day number; write", date_to="44444"),
    row("a day with a time and a zone", "has a time of day", date_to="2021-09-05T20:00:00Z"),
    row("30 February", "is not a day of the calendar", date_to="2021-02-30"),
    row("a day of the Solar Hijri calendar", "has a year outside 1800 to 2200", date_to="1400-06-14"),
    row("a day in words", "is not a day written YYYY-MM-DD (2021-09-05?)", date_to="5 September 2021"),
    row("nonsense for a day", "is not a day written YYYY-MM-DD", date_to="soon"),
    row("date_from without date_to", "has no date_to to go with it", date_to=""),
    row("the end before the start", "is after date_to", date_from="2021-09-06"),
    row("an unknown area", "'Nowhere' is not an area or group", area_id="Nowhere"),
    row(
        "an area that is misspelt",
        "is not an area or group of the map (West, Valley (west)?)",
        area_id="Westlnd",
    ),
    row("an unknown source", "is not a source of sources.csv", source_id="gazette"),
    row("an unknown scope", "is not a scope", scope="nearby"),
    row("an unknown claim", "is not a claim (holds?)", claim="hold"),
    row("an unknown polarity", "is not a polarity", polarity="maybe"),
    row("an unknown actor", "is not an actor of conflict.toml", party="green"),
    row("no actor where the claim needs one", "is empty, but the claim is about someone", party=""),
    row("an unknown side", "is not a side", claimant_side="green"),
    row("a group that is `named`", "cannot be used with a group", area_id="valley"),
    row("an empty quote", "quote: is empty", quote=""),
    row("a quote of blanks", "quote: is empty", quote="  "),
    row(
        "a sentence without its quote",
        "sentence: 'East is held' does not contain the quote",
        sentence="East is held",
    ),
    row("a sentence of 81 words", "has more than 80 words", sentence="Red holds West" + " a" * 78),
    fine("a sentence of 80 words", sentence="Red holds West" + " a" * 77, hedge="a"),
    row(
        "a hedge from elsewhere",
        "hedge: 'perhaps' is not in the sentence of its row",
        sentence="Red holds West, they say",
        hedge="perhaps",
    ),
    row("a hedge without a sentence", "hedge: 'perhaps' is not in the sentence of its row", hedge="perhaps"),
    row(
        "a table’s cell with a quote",
        "quote: 'Red holds West' is for the words of an article",
        evidence="table",
    ),
    row(
        "a cell that is not column=value",
        "cell: 'one' is not column=value",
        evidence="table",
        quote="",
        cell="one",
    ),
    row(
        "a cell’s row without a number",
        "cell_row: 'seven' is not the number of a row",
        evidence="table",
        quote="",
        cell_row="seven",
    ),
    row("a cell beside a quote", "cell: 'control=1' belongs to a table", cell="control=1"),
    row(
        "evidence that is neither quote nor table",
        "evidence: 'rumour' is neither quote nor table",
        evidence="rumour",
    ),
    fine("a table’s cell in place of a quote", evidence="table", quote="", cell="control=1", cell_row="7"),
    fine(
        "a table’s cell that names nobody",
        evidence="table",
        quote="",
        cell="control=",
        party="",
        date_to="2021-09-07",
    ),
    fine(
        "a table’s cell about four hundred years",
        evidence="table",
        quote="",
        date_from="1800-01-01",
        date_to="2200-12-31",
    ),
    row("an empty id", "report_id: is empty", report_id=""),
    row("an id that appears twice", "'r1' appears twice", report_id="r1"),
    row("a grade beyond F", "is not a grade from A to F", reliability="G"),
    row(
        "columns shifted by one in a row that is long enough",
        "is not a scope",
        scope="holds",
        claim="asserts",
    ),
    row("a longitude beyond 180", "lon: '690' is not a longitude", lon="690", lat="35"),
    row("a latitude in words", "lat: 'north' is not a latitude", lon="69.5", lat="north"),
    row("a longitude without a latitude", "lat: is empty, and the other coordinate is not", lon="69.5"),
    row("a latitude without a longitude", "lon: is empty, and the other coordinate is not", lat="35.5"),
    fine("a point outside its area", lon="10", lat="50"),
    fine("a name in other case, spacing and accents", area_id=" WÉST "),
    fine("a variant of a name", area_id="gharb"),
)

GEOMETRY = (
    area("an outline that crosses itself", "is not simple: Self-intersection", BOWTIE),
    area("an empty outline", "has an empty outline", []),
    area("a ring of two points", "not closed rings", [[[71, 35], [72, 35]]]),
    area("a ring without area", "not simple", [[[71, 35], [72, 35], [71, 35], [71, 35]]]),
    area("a hole outside its outline", "is not simple: Hole lies outside shell", [*square(71, 35), *square(80, 35)]),
    area("words instead of coordinates", "not closed rings", [[["a", "b"], ["c", "d"], ["e", "f"], ["a", "b"]]]),
    area("coordinates nested too deep", "not closed rings", [[[[71, 35], [72, 35]]]]),
    area("a gigantic coordinate", "lies outside longitude", square(1e300, 35)),
    area("a coordinate of 400 digits", "not closed rings", [[[10**400, 35], [72, 35], [72, 36], [10**400, 35]]]),
    area("metres without a coordinate system", "name its coordinate system", square(500_000, 3_900_000, 1000)),
    area("true and false for coordinates", "has true or false among its coordinates", [[[True, False], [71, 35], [71, 36], [True, False]]]),
    area("true for a coordinate", "has true or false among its coordinates", [[[True, 35], [71, 35], [71, 36], [True, 35]]]),
    area("false for a coordinate", "has true or false among its coordinates", [[[False, 35], [71, 35], [71, 36], [False, 35]]]),
    area("an area across longitude 180 drawn as a band around the world", "split an area that lies on both sides", [[[179, 35], [-179, 35], [-179, 36], [179, 36], [179, 35]]]),
    area("the whole world", "covers the whole world", [[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]]),
    area("a name of one megabyte", "is longer than 1,000 characters", square(71, 35), name="n" * 1_000_000),
    Case("a point instead of an outline: a place", {"districts": geojson([feature("n", []) | {"geometry": {"type": "Point", "coordinates": [71, 35]}}])}, WORKS),
    shape("a line instead of an area", "is not a Polygon, a MultiPolygon or a Point", {"type": "LineString", "coordinates": [[71, 35], [72, 36]]}),
    shape("a point of one number", "has coordinates that are not [longitude, latitude]", {"type": "Point", "coordinates": [71]}),
    shape("a point of words", "has coordinates that are not [longitude, latitude]", {"type": "Point", "coordinates": ["a", "b"]}),
    shape("a point of true and false", "has true or false among its coordinates", {"type": "Point", "coordinates": [True, 35]}),
    shape("an empty point", "has an empty outline", {"type": "Point", "coordinates": []}),
    shape("a point outside the world", "lies outside longitude", {"type": "Point", "coordinates": [710, 35]}),
    Case("two places at one point", {"districts": geojson([feature(name, []) | {"geometry": {"type": "Point", "coordinates": [71, 35]}} for name in ("n", "m")])}, ROW, "has the point of feature 3"),
    shape("no geometry", "has no outline", None),
    shape("a geometry without a type", "is not a Polygon", {}),
    area("an id that appears twice", "appears twice", square(71, 35), area_id="west"),
    area("a script as an id", "is not an id", square(71, 35), area_id="<script>alert(1)</script>"),
    area("no name", "name: is empty", square(71, 35), name=""),
    area("a boundary that changes", "is not supported", square(71, 35), valid_from="2021-09-01"),
    area("an area that is drawn twice", "has the outline of feature 1", [square(69, 35)[0][2:] + square(69, 35)[0][1:3]]),
    Case("two areas with the same name", {"districts": geojson([feature("w2", square(71, 35), name="West")])}, WORKS),
    Case(
        "a name that two areas have",
        {
            "districts": geojson([feature("w2", square(71, 35), name="Gharb")]),
            "reports": reports({"area_id": "Gharb"}),
        },
        ROW,
        "it names West, Valley (west) and Gharb, Valley (w2)",
    ),
    districts("NaN in a coordinate", geojson().replace(b"69", b"NaN"), "is not GeoJSON"),
    districts("Infinity in a coordinate", geojson().replace(b"69", b"-Infinity"), "is not GeoJSON"),
    districts("JSON cut off", geojson()[:-20], "row 1: is not GeoJSON"),
    districts("JSON nested 100,000 deep", "[" * 100_000, "is not GeoJSON: recursion limit exceeded"),
    districts("six million brackets", "[" * 6_000_000, "has more than 1,000,000 vertices"),
    districts("JSON that is a list", "[]", "is not a GeoJSON object"),
    districts("a feature that is a number", '{"type":"FeatureCollection","features":[1]}', "is not GeoJSON"),
    districts("no features", '{"type":"FeatureCollection","features":[]}', "features is not GeoJSON"),
    districts("TopoJSON", '{"type":"Topology","objects":{}}', "is a Topology, not a FeatureCollection"),
    districts(
        "an unknown coordinate system",
        geojson(crs={"type": "name", "properties": {"name": "EPSG:99999999"}}),
        "names a coordinate system that is not known",
    ),
    *(
        districts(kind, geojson(crs={"type": "name", "properties": {"name": name}}), line)
        for kind, name, line in (
            ("a vertical coordinate system", "EPSG:5773", "is not horizontal"),
            ("an engineering coordinate system", 'ENGCRS["site",EDATUM["site"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north]]', "by a definition, not by a code"),
            ("a definition with a file as grid", "+proj=longlat +nadgrids=/etc/passwd +type=crs", "by a definition, not by a code"),
            ("a file as a coordinate system", "/etc/passwd:wgs84", "by a definition, not by a code"),
        )
    ),
    districts("a key twice in one object", geojson().replace(b'"name": "East"', b'"name": "East", "name": "Far"'), "has a key twice in one object: 'name'"),
    Case("a country's outline that crosses itself", {"outline": collection(BOWTIE)}, FILE, "is not simple: Self-intersection"),
    Case("a country that is the whole world", {"outline": collection([[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]])}, FILE, "covers the whole world"),
    Case("longitude and latitude named EPSG:4326", {"districts": geojson(crs={"type": "name", "properties": {"name": "EPSG:4326"}})}, WORKS),
    Case("longitude and latitude named CRS84", {"districts": geojson(crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}})}, WORKS),
    Case("heights after longitude and latitude", {"districts": geojson([feature("n", [[[*p, 1000] for p in square(71, 35)[0]]])])}, WORKS),
)  # fmt: skip

CONFLICTS = (
    settings("not TOML", "is not TOML", "id =", "id"),
    settings("TOML nested 5,000 deep", "is not TOML", add="x = " + "[" * 5000),
    settings("a key of 100,000 parts", "has a key of more than 20 parts joined by dots", add=".".join(["a"] * 100_000) + " = 1"),
    settings("a table of 20 quoted parts", "has a key of more than 20 parts joined by dots", add='["a" . ' + " . ".join(["'b'"] * 20) + "]"),
    settings("101 sides", "list should have at most 100 items", add="".join(f'[[sides]]\nid = "s{n}"\nname = "S"\n' for n in range(99))),
    settings("a name of 1,001 characters", "string should have at most 1000 characters", '"Valley"', '"' + "n" * 1001 + '"'),
    settings("a number of 5,000 digits", "is not TOML", add="x = " + "9" * 5000),
    settings("an unknown key", "window_day: is not a key of this file ('window_days'?)", "time_zone", "window_day = 3\ntime_zone"),
    event("a key event that cites an unknown report", "events[1].reports: 'r9' is not a report of control_reports.csv", reports='["r9"]'),
    event("a key event on a day that the map does not have", "events[1].day: '2020-01-01' is not a day of the map", day="2020-01-01"),
    settings("a key event that cites nothing", "events[1].reports: '[]' list should have at least 1 item", add=EVENT.format(day="2021-09-05", reports="[]")),
    settings("a key event on no day", "events[1].day: 'Sunday' is not YYYY-MM-DD", add=EVENT.format(day='"Sunday"', reports='["r1"]')),
    settings("a key of the whole file below a table", "groups[1].licence: must stand above the first table", add='licence = "Free"'),
    settings("a missing key", "title: field required", 'title = "Test"'),
    settings("a word instead of a number", "window_days: 'three' input should be a valid integer", "time_zone", 'window_days = "three"\ntime_zone'),
    settings("a script as a colour", "colour: 'url(javascript:alert(1))'", "#E69F00", "url(javascript:alert(1))"),
    settings("a `javascript:` address of the map", "address: 'javascript:alert(1)' string should match pattern", 'title = "Test"', 'title = "Test"\naddress = "javascript:alert(1)"'),
    settings("an unknown time zone", "is not a time zone of the IANA list; near: Asia/Kabul", "Asia/Kabul", "Asia/Kabool"),
    settings("an actor with an unknown side", "actors.blue.side: 'azure' is not a side", 'side = "blue"', 'side = "azure"'),
    settings("a side whose id is a word of the rule", "is a word of the rule", '[[sides]]\nid = "blue"', '[[sides]]\nid = "everyone"'),
    settings("an actor that appears twice", "actors: 'red' appears twice", 'id = "blue"\nname = "Blue"\nside', 'id = "red"\nname = "Blue"\nside'),
    settings("a group that contains itself", "contains itself", '["east", "west"]', '["east", "valley"]'),
    settings("a group with an area's id", "is an area's id too", 'id = "valley"', 'id = "west"'),
    settings("nine actors", "actors: '[", add="".join(f'[[actors]]\nid = "a{n}"\nname = "A"\nside = "red"\ncolour = "#000000"\n' for n in range(7))),
)  # fmt: skip

SOURCES = (
    Case("an outlet of 1,001 characters", {"sources": sources({"source_id": "p2", "outlet": "n" * 1001})}, ROW, "is longer than 1,000 characters"),
    Case("a source that appears twice", {"sources": sources({})}, ROW, "'paper' appears twice"),
    Case("a source without an outlet", {"sources": sources({"source_id": "p2", "outlet": ""})}, ROW, "outlet: is empty"),
    Case("a `javascript:` address", {"sources": sources({"source_id": "p2", "url": "javascript:alert(1)"})}, WORKS, "url: 'javascript:alert(1)' is not a web address; it is left out"),
    Case("a `javascript:` address of an archived copy", {"sources": sources({"source_id": "p2", "archive_url": "javascript:alert(1)"})}, WORKS, "archive_url: 'javascript:alert(1)' is not a web address; it is left out"),
    Case("published_from after published_to", {"sources": sources({"source_id": "p2", "published_from": "2021-09-09"})}, ROW, "is after published_to"),
    Case("a hash that is not a SHA-256", {"sources": sources({"source_id": "p2", "text_sha256": "abc"})}, ROW, "is not a SHA-256"),
)  # fmt: skip

NAMES_HEADER = "spelling,area_id\n"


def spellings(kind: str, lines: str, gets: str, line: str = "") -> Case:
    """Return a case of a `names.csv`."""
    return Case(kind, {"names": (NAMES_HEADER + lines).encode()}, gets, line)


def kinds(kind: str, lines: str, gets: str, line: str = "") -> Case:
    """Return a case of a `names.csv` that names more than areas."""
    return Case(kind, {"names": ("spelling,area_id,kind,refers_to\n" + lines).encode()}, gets, line)


NAMES = (
    spellings("a spelling that stands for two areas", "Gate,west\nGate,east\n", ROW, "'Gate' stands for more than one area (it stands for west and east)"),
    spellings("a spelling that is another area's name", "Gharb,east\n", ROW, "'Gharb' stands for more than one area (it stands for west and east)"),
    spellings("a spelling of an area that is not there", "Gate,wset\n", ROW, "'wset' is not an area or group of the map (near: west)"),
    spellings("a spelling that appears twice for one area", "Gate,west\nGATE,west\n", WORKS),
    kinds("a spelling of an unknown kind", "Osh,,persn,red\n", ROW, "kind: 'persn' is no kind of name"),
    kinds("a person of a side that is not there", "Osh,,person,rde\n", ROW, "refers_to: 'rde' is not what a name of its kind refers to"),
    kinds("a spelling of an actor, a person, an outlet", "Reds,,actor,red\nOsh,,person,red\nThe Nine,,outlet,\n", WORKS),
    Case("a `names.csv` without its columns", {"names": b"name,place\nGate,west\n"}, FILE, "has no header"),
)  # fmt: skip

HILLS = hills(20, 30)
GREY = as_png(HILLS / 20)
STATED = CONFLICT.replace('focus = "valley"', 'focus = "valley"\nrelief_bounds = [{}]')
PLACED = STATED.format("68.5, 34.7, 71.0, 36.3").encode()
NOWHERE = "relief_bounds: is missing, and {} does not say where it lies"
ORDER = "must be four numbers: west, south, east, north in degrees"


def relief(kind: str, line: str, gets: str = FILE, **changed: bytes) -> Case:
    """Return a case of a relief, its bounds in the conflict file."""
    return Case(kind, {"conflict": PLACED, **changed}, gets, line)


RELIEFS = (
    relief("a relief of grey", "", WORKS, png=GREY),
    relief("elevations with bounds of their own", "", WORKS, conflict=CONFLICT.encode(), tif=as_tiff(HILLS)),
    relief("elevations in whole metres, with gaps", "", WORKS, tif=as_tiff(HILLS.astype("int16"), none="1000")),
    relief("a relief that nobody places", NOWHERE.format("relief.png"), conflict=CONFLICT.encode(), png=GREY),
    relief("elevations that nobody places", NOWHERE.format("relief.tif"), conflict=CONFLICT.encode(), tif=as_tiff(HILLS, epsg=None)),
    relief("bounds of a relief from east to west", ORDER, conflict=STATED.format("71, 34, 69, 36").encode(), png=GREY),
    relief("three bounds of a relief", ORDER, conflict=STATED.format("71, 34, 69").encode(), png=GREY),
    relief("bounds of a relief in metres", "relief_bounds: '[500000.0, 3800000.0, 600000.0, 3900000.0]' lies outside longitude", conflict=STATED.format("500000.0, 3800000.0, 600000.0, 3900000.0").encode(), png=GREY),
    relief("bounds of a relief with latitude first", "relief.png: does not lie under any area", conflict=STATED.format("34.7, 68.5, 36.3, 71.0").encode(), png=GREY),
    relief("elevations in metres east and north", "is not in longitude and latitude (EPSG:4326)", tif=as_tiff(HILLS, epsg=32642)),
    relief("two reliefs", "stands beside relief.tif; keep one of the two", png=GREY, tif=as_tiff(HILLS)),
    relief("a relief that is no image", "relief.png: cannot be read as an image of this kind", png=b"\x89PNG\r\n"),
    relief("half a relief", "relief.tif: cannot be read as an image of this kind", tif=as_tiff(HILLS)[:300]),
    relief("elevations named as a PNG", "relief.png: cannot be read as an image of this kind", png=as_tiff(HILLS)),
    relief("a relief of 100,000 × 100,000 pixels in 70 bytes", "relief.png: cannot be read as an image of this kind", png=png_of(100_000, 100_000)),
    relief("a relief of 5,000 × 5,000 pixels in 70 bytes", "has 25,000,000 pixels; at most 16,000,000 are read", png=png_of(5_000, 5_000)),
    relief("a relief of 40 MB", "is larger than 40 MB", png=b"0" * 40_000_001),
    relief("a relief of one pixel", "is smaller than 2 × 2 pixels", png=png_of(1, 1)),
    relief("elevations as a PNG of 16 bits", "has 16 bits; save a shading with 8", png=png_of(20, 20, bits=16)),
    relief("elevations without a value", "has no pixel with a value", tif=as_tiff(HILLS * 0, none="0")),
)  # fmt: skip

STEP = "## West\n[map](/?date=2021-09-05)\n\nRed holds it [r1].\n"


def story(kind: str, line: str, old: str, new: str) -> Case:
    """Return a case of a story with one step that is set aside."""
    return Case(kind, {"story": STEP.replace(old, new).encode()}, ROW, f"story.md, row 1: {line}")


STORIES = (
    story("a step of a story that cites nothing", "'Red holds it.' cites nothing: each sentence ends with the ids of its reports", " [r1]", ""),
    story("a step that cites an unknown report", "'r9' is not a report of control_reports.csv", "r1", "r9"),
    story("a step of three sentences", "'West' has 3 sentences: at most 2", "[r1].", "[r1]. Two [r1]. Three [r1]."),
    story("a step without an address", "'West' needs one line with the address of its view alone", "[map](/?date=2021-09-05)", ""),
    Case("a story of nine steps", {"story": (STEP * 9).encode()}, ROW, "story.md, row 33: 'West' is one step too many: at most 8"),
    Case("a story without a step", {"story": b"It began in the west.\n"}, ROW, "story.md: has no step: each begins with a heading"),
)  # fmt: skip

CASES = (*CSV, *CELLS, *GEOMETRY, *CONFLICTS, *RELIEFS, *SOURCES, *NAMES, *STORIES)


def table() -> str:
    """Return the cases as a table of the docs."""
    lines = ["| input | result |", "|---|---|"]
    for case in CASES:
        told = f" `{case.line}`" if case.line else ""
        lines.append(f"| {case.kind} | {GETS[case.gets]}{told} |".replace("<", "&lt;"))
    return "\n".join(lines)


def written(document: str) -> str:
    """Return the document with the table of today between its marks."""
    block = f"<!-- cases -->\n{table()}\n<!-- end of cases -->"
    return re.sub(r"<!-- cases -->.*<!-- end of cases -->", lambda _: block, document, flags=re.DOTALL)


if __name__ == "__main__":
    DOC.write_text(written(DOC.read_text(encoding="utf-8")), encoding="utf-8")
    print(json.dumps({"cases": len(CASES)}))
