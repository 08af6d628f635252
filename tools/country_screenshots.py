"""Pictures of maps of whole countries: ``python tools/country_screenshots.py FOLDER [CASE ...]``.

Writes the invented tables of `benchmarks.stand_ins`, imports each by its one command, and takes the page as
it opens, at 1400 and 390 pixels. To be looked at; none is committed. What was imported already is kept.
"""

import subprocess
import sys
from pathlib import Path

from screenshots import ROOT, Shot, chromium, serving, take

sys.path.insert(0, str(ROOT))

from benchmarks.stand_ins.__main__ import MAKERS
from benchmarks.stand_ins.commands import import_arguments


def imported(name: str, folder: Path) -> Path:
    """Return the conflict that a case's table becomes."""
    files, out = folder / "files" / name, folder / "conflicts" / name
    files.mkdir(parents=True, exist_ok=True)
    if not out.exists():
        MAKERS[name](files)
        command = [sys.executable, "-m", "geo", *import_arguments(name, files, out)]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - ourselves
    return out


def main(folder: Path, names: list[str]) -> None:
    """Take the pictures of each case."""
    with chromium() as browser:
        for name in names:
            with serving("--conflict", str(imported(name, folder.resolve()))) as base:
                for width in (1400, 390):
                    take(browser, base, Shot(f"{name}-{width}", "/", width, "light"), folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(MAKERS))
