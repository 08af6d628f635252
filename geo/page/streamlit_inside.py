"""Everything that is touched of Streamlit's insides on the server (for the browser: `streamlit_inside.js`).

Assumptions, each with a test that fails without it:

1. `runtime.get_instance().media_file_mgr.add` keeps bytes as long as runs ask for them, and says their
   address; a component's folder is served beside the frames of all others (`tests/browser/test_page.py`). It
   tells files above a megabyte apart by their ends, their middle and the name that comes with them
   (`tests/page/test_media.py`).
2. That manager keeps the ids of a session's files, by where they are used, in `_files_by_session_and_coord`,
   drops them when a run begins and then every file that no session has; all of it under its `_lock`, and of
   every file there is `_file_metadata` (`tests/page/test_media.py`).
3. The store of uploaded files is `uploaded_file_mgr` of a run; it has `add_file`, `remove_file` and
   `file_storage`, and keeps files as long as their session (`tests/page/test_opening.py`).
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, cast
from weakref import WeakSet

import streamlit as st
from cachetools import LRUCache
from streamlit import runtime
from streamlit.components.v1 import declare_component
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.paint import ASSETS, LEAFLET

if TYPE_CHECKING:
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
    from streamlit.runtime.uploaded_file_manager import UploadedFileRec

_ADDRESSES: Final[LRUCache[str, tuple[str, ...]]] = LRUCache(16)
_BOUND: Final = WeakSet["MemoryUploadedFileManager"]()

UP: Final = "../.."
"""From the frame of the map's component to the root of the server."""


def media_url(data: bytes, name: str, kind: str = "application/json") -> str:
    """Return the address, relative to the map's frame, of a file kept in the server's memory.

    Called in every run, because Streamlit drops files that a run does not ask for. Without a server (a
    test) there is nothing to serve, and the address is empty.
    """
    if not runtime.exists():
        return ""
    path = runtime.get_instance().media_file_mgr.add(data, kind, f"geo.{name}", sha256(data).hexdigest())
    return f"{UP}{path}"


def media_urls(files: Sequence[bytes], name: str) -> tuple[str, ...]:
    """Return the addresses of many files, of which `name` says the content; as `media_url`, but hashed once.

    To hash ten megabytes in every run would take as long as all else that a step does.
    """
    if not files or not runtime.exists():
        return ()
    manager = runtime.get_instance().media_file_mgr
    with manager._lock:  # noqa: SLF001
        known = _ADDRESSES.get(name, ())
        ids = {f"geo.{name}.{place}": PurePosixPath(url).stem for place, url in enumerate(known)}
        if known and manager._file_metadata.keys() >= set(ids.values()):  # noqa: SLF001
            manager._files_by_session_and_coord[_session()].update(ids)  # noqa: SLF001
            return known
    made = tuple(media_url(data, f"{name}.{place}") for place, data in enumerate(files))
    with manager._lock:  # noqa: SLF001
        _ADDRESSES[name] = made
    return made


def _session() -> str:
    """Return the id under which the manager notes a run's files."""
    context = get_script_run_ctx()
    return context.session_id if context else "dontcare"


@st.cache_resource(show_spinner=False)
def folders() -> tuple[str, str]:
    """Return the addresses of Leaflet and of the painting script, relative to the map's frame."""
    leaflet = declare_component("leaflet", path=str(LEAFLET))
    assets = declare_component("paint", path=str(ASSETS))
    return f"../{leaflet.name}", f"../{assets.name}"


def let_go(file_ids: Iterable[str]) -> None:
    """Take uploaded files out of the server's memory; Streamlit itself keeps them as long as the session."""
    context, manager = get_script_run_ctx(), _manager()
    for file_id in file_ids:
        if context and manager:
            manager.remove_file(context.session_id, file_id)


def bound_sent(most: int, largest_bytes: int) -> None:
    """Make the server keep no more of a session's files than the limits, whoever sends them and how."""
    manager = _manager()
    if manager is None or manager in _BOUND:
        return
    add_any = manager.add_file

    def add_file(session_id: str, file: "UploadedFileRec") -> None:
        add_any(session_id, file)
        kept = list(manager.file_storage.get(session_id, {}).values())
        while len(kept) > most or sum(len(one.data) for one in kept) > largest_bytes:
            manager.remove_file(session_id, kept.pop(0).file_id)

    manager.add_file = add_file  # type: ignore[method-assign] # it has no limit of its own
    _BOUND.add(manager)


def _manager() -> "MemoryUploadedFileManager | None":
    """Return Streamlit's store of uploaded files; None outside a run."""
    context = get_script_run_ctx()
    return cast("MemoryUploadedFileManager", context.uploaded_file_mgr) if context else None
