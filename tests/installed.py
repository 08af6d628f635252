"""An environment that has the wheel and no clone of the project; its libraries are those of this one."""

import os
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared import shared

ROOT = Path(__file__).parents[1]
OURS = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "CONFLICT"}
"""What could lead the installed program back to the clone."""


def installed() -> Path:
    """Return the folder of the environment: its commands are in `bin`.

    Made once in a run, in seconds; `make try-wheel` names one that has libraries of its own instead.
    """
    if named := os.environ.get("INSTALLED"):
        return ROOT / named
    return shared().folder_of("installed", install)


def install(folder: Path) -> Path:
    """Build the wheel, make an environment and put the wheel into it."""
    quiet("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    quiet("-m", "venv", "--without-pip", str(environment))
    python = str(environment / "bin" / "python")
    quiet("-m", "pip", "--python", python, "install", "--no-deps", "--no-index", str(wheel))
    (packages,) = environment.glob("lib/python*/site-packages")
    # names a folder of modules; the .pth files inside it are not read, and one of them leads to the clone
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return environment


def quiet(*arguments: str) -> None:
    """Run this Python at the top of the clone; show what it said only if it fails."""
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)


def free_of_the_clone() -> dict[str, str]:
    """Return the environment's variables without those that could lead to the clone."""
    return {name: value for name, value in os.environ.items() if name not in OURS}


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Return what a command of the installation said in a folder; `panjshir-map` or `python` comes first."""
    program = str(installed() / "bin" / command[0])
    options = {"cwd": folder, "env": free_of_the_clone(), "capture_output": True, "text": True}
    return subprocess.run([program, *command[1:]], **options, check=False)


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[str]:
    """Yield the address of the installation's dashboard, started in a folder, once it answers."""
    port = free_port()
    command = [str(installed() / "bin" / "python"), "-m", "geo", "serve", *arguments, "--port", str(port)]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=folder, env=free_of_the_clone(), **silent) as server:
        try:
            until = time.monotonic() + 60
            while not answers(port):
                assert server.poll() is None, "the server has stopped"
                assert time.monotonic() < until, "no answer"
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def answers(port: int) -> bool:
    """Return whether a server at this port of the machine says that it is well."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
            return True
    except OSError:
        return False


def free_port() -> int:
    """Return a port that nobody listens to."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
