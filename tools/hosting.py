"""Run the dashboard as several processes behind nginx, as docs/hosting.md describes it, until stopped.

python tools/hosting.py --processes 4 --port 8080 [--conflict FOLDER]; needs nginx, and no rights of its own.
"""

import argparse
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
SITE: Final = ROOT / "examples" / "hosting" / "site.conf"
PATIENCE_SECONDS: Final = 60

AROUND: Final = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log warn; {user}
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types; access_log {folder}/access.log;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
"""What /etc/nginx/nginx.conf does around the site, with everything in one folder."""


def nginx() -> str | None:
    """Return the path of nginx, None where it is not installed."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def site(port: int, ports: list[int]) -> str:
    """Return the site of examples/hosting for other ports than those it names."""
    text = re.sub(r"( +server 127\.0\.0\.1:\d+;\n)+", "@SERVERS@", SITE.read_text(encoding="utf-8"))
    servers = "".join(f"    server 127.0.0.1:{one};\n" for one in ports)
    return re.sub(r"listen 127\.0\.0\.1:\d+", f"listen 127.0.0.1:{port}", text).replace("@SERVERS@", servers)


def free_ports(count: int) -> list[int]:
    """Return ports that nothing listens on."""
    found = [socket.socket() for _ in range(count)]
    for one in found:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in found]
    for one in found:
        one.close()
    return ports


def dashboard(port: int, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Return a started process of the dashboard."""
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    command += ["--server.allowedHosts", "127.0.0.1"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603


def proxy(folder: Path, port: int, ports: list[int]) -> subprocess.Popen[bytes]:
    """Return started nginx, all of its files in a folder."""
    folder.chmod(0o755)  # its workers are another user when it is started as root
    (folder / "site.conf").write_text(site(port, ports), encoding="utf-8")
    user = "user www-data;" if os.geteuid() == 0 else ""
    settings = folder / "nginx.conf"
    settings.write_text(AROUND.format(folder=folder, user=user), encoding="utf-8")
    command = [str(nginx()), "-c", str(settings), "-e", str(folder / "error.log")]
    return subprocess.Popen(command)  # noqa: S603


def wait_for(address: str) -> None:
    """Wait until a server answers.

    Raises
    ------
    TimeoutError
        If it does not within `PATIENCE_SECONDS`.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{address} does not answer after {PATIENCE_SECONDS} s")


def main() -> None:
    """Start everything, say where it is, and stop all of it when told to."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--processes", type=int, default=4)
    options.add_argument("--port", type=int, default=8080)
    options.add_argument("--conflict", type=Path, default=ROOT / "data")
    chosen = options.parse_args()
    if nginx() is None:
        options.error("nginx is not installed")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    ports = free_ports(chosen.processes)
    environment = os.environ | {"CONFLICT": str(chosen.conflict)}
    environment["STREAMLIT_SERVER_COOKIE_SECRET"] = secrets.token_hex(32)  # the same for all processes
    running: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            running += [dashboard(port, environment) for port in ports]
            for port in ports:
                wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            running.append(proxy(Path(folder), chosen.port, ports))
            wait_for(f"http://127.0.0.1:{chosen.port}/_stcore/health")
            print(f"http://127.0.0.1:{chosen.port} -> {' '.join(map(str, ports))}", flush=True)
            running[-1].wait()
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait()


if __name__ == "__main__":
    main()
