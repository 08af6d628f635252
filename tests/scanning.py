"""Streamlit's runtime for tests, without what it does anew at each run and a server does once.

It looks through every installed package, and compiles the page. And while the page runs in one thread, the
test's own asks each millisecond whether it has ended, which keeps the other from running.
"""

from functools import cache

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import local_script_runner

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
local_script_runner.ScriptCache = cache(local_script_runner.ScriptCache)

_asks = local_script_runner.require_widgets_deltas


def _waits(runner: local_script_runner.LocalScriptRunner, timeout: float = 3) -> None:
    """Wait for the end of the page's thread, then ask once."""
    runner._script_thread.join(timeout)
    _asks(runner, timeout)


local_script_runner.require_widgets_deltas = _waits
