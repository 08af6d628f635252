"""Opening a visitor's own files: read apart, shown to that visitor, and let go of."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, cast
from weakref import WeakSet

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.page.layout import draw_problems
from geo.page.loading import UPLOADED, drawable, settle
from geo.reading import DataError, load_confined

if TYPE_CHECKING:
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
    from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

    from geo.words import Words

REFUSED: Final = "refused"
"""Key of the session: what is wrong with the files that this visitor sent last."""

SENT: Final = "sent"
"""Key of the session: how many sets of files this visitor has sent; each set gets a fresh door."""

LARGEST_SENT_BYTES: Final = 210_000_000
"""Of a session, before it is opened: somewhat more than an upload may have."""

MOST_SENT: Final = 100

_BOUND: Final = WeakSet["MemoryUploadedFileManager"]()


def draw_door(words: "Words") -> None:
    """Let visitors open their own files, checked in memory and shown only to them."""
    st.subheader(words.say("page.data.open"))
    if UPLOADED in st.session_state:
        st.info(words.say("page.data.open_other"))
        st.button(words.say("page.data.open_back"), key="upload_back", on_click=_forget)
        return
    st.caption(words.say("page.data.open_help"))
    key = f"upload_{st.session_state.get(SENT, 0)}"
    files = st.file_uploader(words.say("page.data.open_label"), accept_multiple_files=True, key=key)
    if files:
        with st.spinner(words.say("page.data.open_wait")):
            _open(files)
        st.rerun()
    if REFUSED in st.session_state:
        st.error(words.say("page.data.open_failed"))
        draw_problems(st.session_state[REFUSED], words)


def _open(files: list["UploadedFile"]) -> None:
    """Put the conflict, or what is wrong with it, into the session; let go of the bytes either way."""
    st.session_state.pop(REFUSED, None)
    try:
        sent = {file.name: file.getvalue() for file in files}
        st.session_state[UPLOADED] = drawable(load_confined(sent))
    except DataError as error:
        st.session_state[REFUSED] = error
    finally:
        st.session_state[SENT] = st.session_state.get(SENT, 0) + 1
        _let_go(file.file_id for file in files)


def _forget() -> None:
    del st.session_state[UPLOADED]
    settle()


def _let_go(file_ids: Iterable[str]) -> None:
    """Take files out of the server's memory; Streamlit itself keeps them as long as the session."""
    context, manager = get_script_run_ctx(), _manager()
    for file_id in file_ids:
        if context and manager:
            manager.remove_file(context.session_id, file_id)


def _manager() -> "MemoryUploadedFileManager | None":
    """Return Streamlit's store of uploaded files; None outside a run."""
    context = get_script_run_ctx()
    return cast("MemoryUploadedFileManager", context.uploaded_file_mgr) if context else None


def bound_sent() -> None:
    """Make the server keep no more of a session's files than the limits, whoever sends them and how."""
    manager = _manager()
    if manager is None or manager in _BOUND:
        return
    add_any = manager.add_file

    def add_file(session_id: str, file: "UploadedFileRec") -> None:
        add_any(session_id, file)
        kept = list(manager.file_storage.get(session_id, {}).values())
        while len(kept) > MOST_SENT or sum(len(one.data) for one in kept) > LARGEST_SENT_BYTES:
            manager.remove_file(session_id, kept.pop(0).file_id)

    manager.add_file = add_file  # type: ignore[method-assign] # it has no limit of its own
    _BOUND.add(manager)
