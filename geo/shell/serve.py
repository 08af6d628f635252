"""`geo serve`: the dashboard in a browser, from a clone or from an installed wheel."""

import os
import sys
from pathlib import Path
from typing import Final

from geo.desk import NEEDED
from geo.reading import read_folder

PACKAGE: Final = Path(__file__).parents[1]
INSTALLED: Final = PACKAGE / "installed"
"""Where a wheel has the page, its settings and its example; a clone has them at its top (pyproject.toml)."""

HOME: Final = INSTALLED if INSTALLED.is_dir() else PACKAGE.parent
"""The folder of `dashboard.py`, `data` and `.streamlit/config.toml`."""

EXAMPLE: Final = HOME / "data"
"""The conflict that the page shows unless another is named."""


def serve_command(folder: Path, port: int) -> list[str]:
    """Return the command that opens the dashboard of a conflict's folder at a port of this machine.

    Streamlit reads the settings beside the script, which count more than those of the user or of the folder
    in which the command is given.

    Raises
    ------
    DataError
        If a file that every conflict has is missing; what else is wrong, the page says.
    """
    read_folder(folder)
    page = [sys.executable, "-m", "streamlit", "run", str(HOME / "dashboard.py")]
    return [*page, f"--server.port={port}", "--", "--conflict", str(folder.resolve())]


def desk_command(folder: Path, port: int, coder: str = "", *, unassisted: bool = False) -> list[str]:
    """Return the command that opens the desk of a conflict's folder, for this machine alone.

    Raises
    ------
    DataError
        If a file that the desk needs is missing.
    """
    read_folder(folder, required=NEEDED)
    page = [sys.executable, "-m", "streamlit", "run", str(HOME / "dashboard.py")]
    page += [f"--server.port={port}", "--server.address=127.0.0.1"]
    named = ["--coder", coder] if coder else []
    alone = ["--unassisted"] if unassisted else []
    return [*page, "--", "--conflict", str(folder.resolve()), "--desk", *named, *alone]


def replace_by(command: list[str]) -> None:
    """Go on as another command, which then has this process, its signals and its terminal."""
    os.execv(command[0], command)  # noqa: S606 (no shell is wanted)
