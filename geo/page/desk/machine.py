"""Whether a visitor sits at the machine that serves them."""

import ipaddress
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

FORWARDED: Final = ("forwarded", "via", "x-real-ip")
"""Headers of a request that was handed on by another server, beside all that begin with `x-forwarded`."""


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
