# ruff: noqa: E501 (a table: one line a kind)
"""Hostile kinds of input are answered within bounds, as an upload and by `geo check` alike.

Each is read in a process of its own, whose processor time and memory the system measures;
`docs/robustness.md` has the table of what they took.
"""

import io
import itertools
import math
import os
import string
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from folders import CONFLICT, GOOD_REPORTS, feature, files, geojson, reports, sources, square
from how_many import QUICK
from made_relief import as_png, as_tiff, hills

from geo.page.opening import FIRST_VIEW
from geo.reading import confined, waiting
from geo.reading.errors import DataError

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 5, 500
BUSY = 2
"""Two programs on one core make a second of processor time up to twice as long."""

CHECKS = """
import os, resource, sys
from geo.__main__ import app

def check(folder):
    said = os.open(folder + ".said", os.O_CREAT | os.O_WRONLY)
    os.dup2(said, 1)
    os.dup2(said, 2)
    sys.argv[1:] = ["check", folder]
    before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    try:
        app()
    except SystemExit:
        pass
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - before
    # not ru_maxrss, which begins with that of the process that started this one
    peak = open("/proc/self/status").read().split("VmHWM:")[1].split()[0]
    print("USED", used, int(peak) / 1024, flush=True)

for line in sys.stdin:
    child = os.fork()
    if not child:
        try:
            check(line.strip())
        except BaseException:
            import traceback
            traceback.print_exc()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    print("checked", flush=True)
"""
"""Checks folder after folder, each in a fork: the libraries are imported once, before the clock starts."""


@pytest.fixture(scope="module")
def checks():
    command = [sys.executable, "-c", CHECKS]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | waiting.ALONE, **pipes) as running:
        yield running
        running.stdin.close()


def text(added):
    return files(conflict=(CONFLICT + added).encode())


def packed(method):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in files().items():
            archive.writestr(name, content)
    return {"packed.zip": data.getvalue()}


def tags():
    return ("name_" + "".join(letters) for letters in itertools.product(string.ascii_lowercase, repeat=3))


def languages():
    return files(districts=geojson([feature("north", square(71, 35), **dict.fromkeys(tags(), "x"))]))


def columns():
    many = {f"p{n}": "x" for n in range(5_000)}
    return files(
        districts=geojson([feature(f"a{n}", square(71, 35 + n / 100, 0.01), **many) for n in range(100)])
    )


def chained(count):
    below = [*(f"g{n}" for n in range(1, count)), "west"]
    rows = (f'[[groups]]\nid = "g{n}"\nname = "G"\nmembers = ["{name}"]\n' for n, name in enumerate(below))
    return text("".join(rows))


def star(west, corners, inner=0.15):
    turns = [(2 * math.pi * n / corners, 0.5 if n % 2 else inner) for n in range(corners)]
    ring = [[west + size * math.cos(turn), 35 + size * math.sin(turn)] for turn, size in turns]
    return [[*ring, ring[0]]]


def crowded():
    """Return a ring of more vertices than any: one star, walked around again and again."""
    (ring,) = star(71, 1_000)
    return [ring[:-1] * 1_100 + ring[-1:]]


def comb(teeth, *, flat):
    ring = [[0.0, 0.0]]
    for n in range(teeth):
        ring += [[n / teeth, 1], [(n + 0.5) / teeth, 1], [(n + 0.5) / teeth, 0.05], [(n + 1) / teeth, 0.05]]
    ring += [[1, 0], [0, 0]]
    return [[[71 + (y if flat else x), 35 + (x if flat else y)] for x, y in ring]]


def unknown(**cells):
    return reports(*({name: f"{value}{n}" for name, value in cells.items()} for n in range(60)))


def placed(**relief):
    return files(conflict=("relief_bounds = [68.5, 34.7, 71.0, 36.3]\n" + CONFLICT).encode(), **relief)


KINDS = {
    "a key of dots": (lambda: text(".".join(["a"] * 400_000) + " = 1"), "more than 20 parts"),
    "a table of dots": (lambda: text("[" + ".".join(["a"] * 400_000) + "]"), "more than 20 parts"),
    "tables in tables": (lambda: text("x = " + "{a = " * 100_000), "is not TOML"),
    "unknown keys": (lambda: files(conflict=("".join(f"k{n} = 1\n" for n in range(50_000)) + CONFLICT).encode()), ""),
    "sides": (lambda: text("".join(f'[[sides]]\nid = "s{n}"\nname = "S"\n' for n in range(20_000))), "at most 100"),
    "languages": (languages, "17,576 languages"),
    "properties": (columns, ""),
    "line ends": (lambda: files(reports=GOOD_REPORTS + b"\n" * 50_000_000), "more than 3,000,000 lines"),
    "line ends of old": (lambda: files(reports=GOOD_REPORTS + b"\r" * 50_000_000), "more than 3,000,000 lines"),
    "line ends before JSON": (lambda: files(districts=b"\n" * 50_000_000 + geojson()), "more than 3,000,000 lines"),
    "short rows": (lambda: files(reports=GOOD_REPORTS + b"x\n" * 2_000_000), "more than 20,000 problems"),
    "bad places": (
        lambda: {**files(), "places.csv": b"name,name_fa,lon,lat,kind,area_id\n" + b"a,b,900,1,k,\n" * 300_000},
        "more than 20,000 problems",
    ),
    "long names": (lambda: files(reports=unknown(area_id="يك ÅÉ" * 20_000)), "is not an area"),
    "long sources": (
        lambda: files(reports=unknown(source_id="ab" * 50_000), sources=sources(*({"source_id": f"p{n}"} for n in range(20_000)))),
        "is not a source",
    ),
    "long claims": (lambda: files(reports=unknown(claim="abc" * 33_000)), "is not a claim"),
    "a chain of groups": (lambda: chained(16_000), "at most 2000 items"),
    "a chain of allowed length": (lambda: chained(2_000 - 1), ""),
    "vertices": (lambda: files(districts=geojson([feature("c", crowded())])), "more than 1,000,000 vertices"),
    "a star of allowed vertices": (lambda: files(districts=geojson([feature("c", star(71, 300_000))])), "cannot be checked"),
    "a circle of allowed vertices": (lambda: files(districts=geojson([feature("c", star(71, 300_000, 0.5))])), ""),
    "stars": (lambda: files(districts=geojson([feature(f"s{n}", star(71 + n / 9e4, 1_000)) for n in range(200)])), "so often that they cannot be drawn"),
    "squares": (lambda: files(districts=geojson([feature(f"s{n}", square(71 + n / 9e4, 35)) for n in range(998)])), "too_intricate"),
    "combs": (lambda: files(districts=geojson([feature("c", comb(3_000, flat=False)), feature("d", comb(3_000, flat=True))])), "overlaps c"),
    "a cell": (lambda: files(reports=reports({"note": "x" * 40_000_000})), "a cell that never ends"),
    "a name": (lambda: files(districts=geojson([feature("n", square(71, 35), name="n" * 20_000_000)])), "longer than 1,000"),
    "objects": (lambda: files(districts=geojson(junk=[]).replace(b"[]", b"[" + b"{}," * 10_000_000 + b"{}]")), "more than 5,000,000"),
    "elevations of all allowed pixels": (lambda: placed(tif=as_tiff((hills(100, 100) % 997).astype("int32").repeat(40, 0).repeat(40, 1))), ""),
    "a relief of all allowed pixels": (lambda: placed(png=as_png((hills(100, 100) % 251)[..., None].repeat(40, 0).repeat(40, 1).repeat(4, 2))), ""),
    "bzip2": (lambda: packed(zipfile.ZIP_BZIP2), "by another method"),
    "lzma": (lambda: packed(zipfile.ZIP_LZMA), "by another method"),
}  # fmt: skip


SOME = [*KINDS][:: 9 if QUICK else 1]
"""In a quick run, every so many kinds are tried."""

IN_A_FOLDER = [kind for kind in SOME if kind not in {"bzip2", "lzma"}]


@pytest.fixture(scope="module")
def kind(request):
    """Return a kind with its files, made once for both ways of reading them."""
    return request.param, KINDS[request.param][0]()


@pytest.mark.parametrize("kind", SOME, indirect=True, scope="module")
def test_an_upload_is_answered_by_a_bound_of_its_own_and_not_by_the_system(kind):
    name, contents = kind
    words = KINDS[name][1]
    try:
        read, _ = confined.load_confined(contents, FIRST_VIEW)
    except DataError as error:
        said = "\n".join(map(str, error.problems))
    else:
        said = "\n".join(map(str, (*read.rejected, *read.notices)))
    assert "needs more than an upload may use" not in said
    assert words.replace("too_intricate", "not searched for to the end") in said


@pytest.mark.parametrize("kind", IN_A_FOLDER, indirect=True, scope="module")
def test_a_check_is_answered_within_the_bounds(kind, checks, tmp_path):
    for name, data in kind[1].items():
        (tmp_path / name).write_bytes(data)
    print(tmp_path, file=checks.stdin, flush=True)
    assert checks.stdout.readline() == "checked\n"
    said = Path(f"{tmp_path}.said").read_text(encoding="utf-8")
    assert "Traceback" not in said
    *_, seconds, megabytes = said.split()
    assert float(seconds) < SECONDS * BUSY
    assert float(megabytes) < MEGABYTES


def test_the_table_of_the_docs_names_every_kind():
    table = (ROOT / "docs" / "robustness.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"| {kind} |" not in table] == []
