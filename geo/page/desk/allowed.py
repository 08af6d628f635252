"""For whom the desk is: whoever started the server with `--desk` and sits at the same machine."""

import argparse
import getpass
import ipaddress
import re
import sys
from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import streamlit as st

from geo.desk import CODER

SOMEBODY: Final = "coder"
"""A coder whose system has no name for them that a file can have."""

FORWARDED: Final = ("forwarded", "via", "x-real-ip")
"""Headers of a request that was handed on by another server, beside all that begin with `x-forwarded`."""


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


def why_not(*, server: str, headers: Mapping[str, str], ip_address: str | None) -> str:
    """Return what speaks against a desk, as a key of `desk.refused`; "" = nothing.

    Parameters
    ----------
    server
        The address that the server listens at; "" = every address of the machine.
    headers
        Of the request that opened the session.
    ip_address
        Of the visitor; None = this machine.
    """
    names = {name.lower() for name in headers}
    host = next((value for name, value in headers.items() if name.lower() == "host"), "")
    if not is_loopback(server):
        return "server"
    if names & {*FORWARDED} or any(name.startswith("x-forwarded") for name in names):
        return "forwarded"
    if not is_loopback(_name_of(host)):
        return "host"
    return "visitor" if ip_address and not is_loopback(ip_address) else ""


def _name_of(host: str) -> str:
    """Return the host of a `Host` header, without its port; "" = it names none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def is_loopback(name: str) -> bool:
    """Return whether a name or an address is that of the machine itself."""
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def at_the_machine() -> bool:
    """Return whether the page's address, as this visitor's browser has it, is of the machine itself."""
    return is_loopback(urlsplit(st.context.url or "").hostname or "")


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
