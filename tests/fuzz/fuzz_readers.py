"""Coverage-guided fuzzing of every reader, by Atheris (libFuzzer).

    python tests/fuzz/fuzz_readers.py -max_total_time=600 -timeout=5 -rss_limit_mb=2048

The first byte chooses the target. Beside the crash check of libFuzzer: no input takes 5 s, memory stays in
bounds. What the last long run did: `docs/robustness.md`.
"""

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

with atheris.instrument_imports(include=["geo", "targets", "csv", "zipfile", "tomllib"]):
    from messy_cases import CASES
    from targets import GOOD_ROW, TARGETS, check

    from geo.reading.vocabulary import REPORT_COLUMNS, SOURCE_COLUMNS, Claim, Scope

NAMES = sorted(TARGETS)
SEED_FILES = {"reports": "reports", "districts": "districts", "conflict": "conflict", "sources": "sources"}


def one_input(data: bytes) -> None:
    """Run the target that the first byte chooses on the rest."""
    if data:
        check(NAMES[data[0] % len(NAMES)], data[1:])


def seeds(folder: Path) -> Path:
    """Write the kinds of broken input that are known as seeds."""
    for number, case in enumerate(CASES):
        for name, data in case.files.items():
            first = bytes([NAMES.index(SEED_FILES[name])])
            if len(data) < 50_000:
                (folder / f"{number}-{name}").write_bytes(first + data)
    return folder


def dictionary(path: Path) -> str:
    """Write the words of the formats, so that a mutation can be one; return libFuzzer's option."""
    columns = [*REPORT_COLUMNS, *SOURCE_COLUMNS]
    signs = [
        '"',
        ";",
        ",",
        "\\x0d\\x0a",
        "\\xef\\xbb\\xbf",
        "\\xff\\xfe",
        "[[",
        "]]",
        "NaN",
        "1e999",
        "<<<<<<< ",
    ]
    shapes = ["Polygon", "MultiPolygon", "coordinates", "geometry", "properties", "FeatureCollection"]
    numbers = ["NaN", "1e999", "-1", "<<<<<<< "]
    words = [*columns, *Claim, *Scope, *shapes, "2021-09-05", "05/09/2021", *signs, *numbers]
    quoted = (word.replace('"', '\\"') for word in words)
    path.write_text("".join(f'"{word}"\n' for word in quoted), encoding="utf-8")
    return f"-dict={path}"


def warm_up() -> None:
    """Run every target once, so that no first input pays for imports."""
    for name in NAMES:
        check(name, b"")
        check(name, GOOD_ROW)


if __name__ == "__main__":
    warm_up()
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as words:
        option = dictionary(Path(words) / "words.dict")
        atheris.Setup([*sys.argv, option, str(seeds(Path(made)))], one_input)
        atheris.Fuzz()
