"""For whom the desk is: whoever started the server with `--desk` and sits at the same machine."""

import argparse
import getpass
import re
import sys
from typing import Final, NamedTuple

import streamlit as st

from geo.desk import CODER
from geo.page.desk.machine import why_not

SOMEBODY: Final = "coder"
"""A coder whose system has no name for them that a file can have."""


class Options(NamedTuple):
    """What the server was started with: whether there is a desk, for whom, and whether with candidates."""

    desk: bool
    coder: str
    unassisted: bool = False


def options() -> Options:
    """Return the options of ``-- --desk [--coder NAME] [--unassisted]``."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--desk", action="store_true")
    parser.add_argument("--coder", default="")
    parser.add_argument("--unassisted", action="store_true")
    given, _ = parser.parse_known_args(sys.argv[1:])
    return Options(given.desk, given.coder or usual_coder(), given.unassisted)


def usual_coder() -> str:
    """Return the name of the system's user as a coder's name."""
    try:
        name = re.sub(r"[^A-Za-z0-9_-]+", "-", getpass.getuser()).strip("-_")
    except (OSError, KeyError, ImportError):
        return SOMEBODY
    return name if CODER.fullmatch(name) else SOMEBODY


def refusal() -> str:
    """Return why this visitor gets no desk, as a key of `desk.refused`; "" = they get it."""
    return why_not(
        server=str(st.get_option("server.address") or ""),
        headers=st.context.headers,
        ip_address=st.context.ip_address,
    )


SHOWN: Final = "desk_shown"
"""Key of the session: whether the visitor sees the desk, not one of the other views."""


ELSEWHERE: Final = "desk"
"""Parameter of the address: there while another view is shown where there is a desk."""


def offered() -> bool:
    """Return whether this visitor has the desk among the views."""
    return options().desk and not refusal()


def shown() -> bool:
    """Return whether the desk is what this visitor sees: at first it is, wherever there is one."""
    return offered() and bool(st.session_state.get(SHOWN, ELSEWHERE not in st.query_params))


def show(desk: bool) -> None:
    """Go to the desk, or leave it for another view, so that a reload stays there: in callbacks."""
    st.session_state[SHOWN] = desk
    if desk:
        st.query_params.pop(ELSEWHERE, None)
    else:
        st.query_params[ELSEWHERE] = "no"
