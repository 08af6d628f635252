"""Servers of the page, forked from a process that has imported what they need: each starts in a moment.

What they serve is what `streamlit run dashboard.py` serves; only the imports are done once for all of them.
"""

import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from shared import shared

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60
LIBRARIES = ("streamlit.web.cli", "streamlit.web.bootstrap", "geo.paint.folium_map", "geo.export.files")
"""Not `geo.page`: Streamlit knows only those components that are declared while its server runs."""


class Server(NamedTuple):
    """A running server: its address and its process."""

    address: str
    pid: int

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.address.rpartition(":")[2])

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it and wait until it is gone."""
        until = time.monotonic() + PATIENCE_S
        with suppress(ProcessLookupError):
            os.kill(self.pid, how)
            while time.monotonic() < until:
                os.kill(self.pid, 0)
                time.sleep(0.02)
            raise TimeoutError(f"server {self.pid} does not stop")


def forked(folder: Path, port: int, options: Sequence[str] = ()) -> Server:
    """Return a server for a folder that has been started with options of the page; it may not answer yet."""
    door = shared().folder / "forked"
    shared().server("forked", lambda: opened(door))
    with socket.socket(socket.AF_UNIX) as asking:
        asking.connect(str(door))
        asking.sendall(json.dumps([port, str(folder), *options]).encode())
        pid = int(asking.recv(20))
    return Server(f"http://127.0.0.1:{port}", pid)


def opened(door: Path) -> tuple[str, int]:
    """Start the process that forks, and wait until it can be asked."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    found = {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tests", ROOT / "tests" / "browser")))}
    code = f"import forked; forked.answer_all({str(door)!r})"
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=os.environ | found, **pipes)
    process.stdout.readline()
    return str(door), process.pid


def answer_all(door: str) -> None:
    """Import what a server needs, then fork one for each port and folder that somebody asks for, for ever."""
    for name in LIBRARIES:
        importlib.import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them: the system takes them away
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(door)
        listening.listen()
        os.write(sys.stdout.fileno(), b"ready\n")
        while True:
            asked, _ = listening.accept()
            with asked:
                port, folder, *options = json.loads(asked.recv(4096))
                if pid := os.fork():
                    asked.sendall(str(pid).encode())
                    continue
            listening.close()
            serve(port, folder, options)


def serve(port: int, folder: str, options: Sequence[str]) -> None:
    """Be `streamlit run dashboard.py` for a folder, and never return."""
    from streamlit.web.cli import main  # noqa: PLC0415 (only in the process that has imported it)

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.environ["CONFLICT"] = folder
    sys.argv = ["streamlit", "run", "dashboard.py", "--server.port", str(port), "--", *options]
    main(prog_name="streamlit")
    os._exit(0)
