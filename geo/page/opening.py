"""Opening a visitor's own files: read apart, shown to that visitor, and let go of."""

import gc
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.page import streamlit_inside
from geo.page.loading import UPLOADED, keep
from geo.page.said import draw_problems
from geo.reading import DataError, load_confined

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from geo.words import Words

REFUSED: Final = "refused"
"""Key of the session: what is wrong with the files that this visitor sent last."""

SENT: Final = "sent"
"""Key of the session: how many sets of files this visitor has sent; each set gets a fresh door."""

FIRST_VIEW: Final = "geo.panel.first_view:refuse_undrawable"
"""What the child composes of an upload, so that its drawing cannot slow or stop the server either."""

LARGEST_SENT_BYTES: Final = 210_000_000
"""Of a session, before it is opened: somewhat more than an upload may have."""

MOST_SENT: Final = 100


def draw_mine(words: "Words") -> None:
    """Say on every view that this is the visitor's own map, and give the way back.

    While it stands there, `comes_back.js` makes the browser ask before a reload, which forgets the files.
    """
    if UPLOADED in st.session_state:
        with st.container(key="mine", horizontal=True, vertical_alignment="center"):
            st.info(words.say("page.data.open_other"))
            st.button(words.say("page.data.open_back"), key="upload_back", on_click=_forget)


def draw_door(words: "Words") -> None:
    """Let visitors open their own files, checked in memory and shown only to them; once open, `draw_mine`."""
    if UPLOADED in st.session_state:
        return
    st.subheader(words.say("page.data.open"))
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
        st.session_state[UPLOADED] = keep(*load_confined(sent, FIRST_VIEW))
    except DataError as error:
        st.session_state[REFUSED] = error
    finally:
        st.session_state[SENT] = st.session_state.get(SENT, 0) + 1
        streamlit_inside.let_go(file.file_id for file in files)


def _forget() -> None:
    del st.session_state[UPLOADED]
    gc.collect()  # what is left of it in circles: it was not frozen


def bound_sent() -> None:
    """Make the server keep no more of a session's files than the limits."""
    streamlit_inside.bound_sent(MOST_SENT, LARGEST_SENT_BYTES)
