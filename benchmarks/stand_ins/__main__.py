"""`python -m benchmarks.stand_ins FOLDER [--only districts,towns]`: write the stand-ins into a folder."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.stand_ins import control, events

MAKERS: Final[dict[str, Callable[[Path], None]]] = {
    "districts": control.districts,
    "towns": control.towns,
    "ged": events.ged,
    "ged_near": events.ged_near,
    "acled": events.acled,
    "capitals": control.capitals,
    "district_table": control.district_table,
}
"""Name of a case -> writes its files into a folder: the six public tables, and a small one to practise on."""


def main() -> None:
    """Write the cases asked for, each in a folder of its own name."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--only", default=",".join(MAKERS), help="cases, separated by commas")
    asked = options.parse_args()
    for name in asked.only.split(","):
        made = asked.folder / name
        made.mkdir(parents=True, exist_ok=True)
        MAKERS[name](made)
        print(made)


if __name__ == "__main__":
    main()
