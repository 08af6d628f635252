"""The desk is for whoever started the server with `--desk` and sits at that machine, and for nobody else."""

import pathlib
import sys

import pytest
from streamlit.testing.v1 import AppTest

from geo.page.desk import allowed, machine
from geo.words import languages, load_words

PAGE = str(pathlib.Path(__file__).parents[2] / "dashboard.py")
HERE = {"Host": "127.0.0.1:8501"}


@pytest.mark.parametrize(
    ("server", "headers", "address", "why"),
    [
        ("127.0.0.1", HERE, None, ""),
        ("::1", {"host": "[::1]:8501"}, "::1", ""),
        ("localhost", {"Host": "localhost"}, "127.0.0.2", ""),
        ("0.0.0.0", HERE, None, "server"),  # noqa: S104 (what is refused)
        ("", HERE, None, "server"),
        ("192.168.1.4", HERE, None, "server"),
        ("127.0.0.1", {"Host": "map.example.org"}, None, "host"),
        ("127.0.0.1", {"Host": "127.0.0.1.example.org"}, None, "host"),
        ("127.0.0.1", {"Host": "[::1"}, None, "host"),
        ("127.0.0.1", {}, None, "host"),
        ("127.0.0.1", HERE | {"x-forwarded-for": "127.0.0.1"}, None, "forwarded"),
        ("127.0.0.1", HERE | {"X-Forwarded-Host": "a"}, None, "forwarded"),
        ("127.0.0.1", HERE | {"Forwarded": "for=127.0.0.1"}, None, "forwarded"),
        ("127.0.0.1", HERE | {"Via": "1.1 proxy"}, None, "forwarded"),
        ("127.0.0.1", HERE, "192.168.1.9", "visitor"),
    ],
)
def test_only_a_visitor_at_the_machine_itself_gets_the_desk(server, headers, address, why) -> None:
    assert machine.why_not(server=server, headers=headers, ip_address=address) == why


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("why", ["server", "forwarded", "host", "visitor"])
def test_each_refusal_is_said_in_every_language(language: str, why: str) -> None:
    assert load_words(language).has(f"desk.refused_{why}")


def page(monkeypatch: pytest.MonkeyPatch, *options: str, refusal: str = "", **parameters: str) -> AppTest:
    monkeypatch.setattr(sys, "argv", ["dashboard.py", *options])
    monkeypatch.setattr(allowed, "refusal", lambda: refusal)
    app = AppTest.from_file(PAGE, default_timeout=60)
    app.query_params.update(parameters)
    return app.run()


def has_desk(app: AppTest) -> bool:
    return any(button.key.startswith("desk_") for button in app.button) or "desk" in [
        option for group in app.get("button_group") for option in group.options
    ]


@pytest.mark.parametrize(
    "parameters", [{}, {"view": "desk"}, {"tab": "desk"}, {"desk": "1"}, {"article": "anadolu"}], ids=str
)
def test_no_address_opens_the_desk_of_a_server_without_one(monkeypatch, parameters: dict[str, str]) -> None:
    app = page(monkeypatch, **parameters)
    assert not app.exception
    assert app.get("bidi_component") == []
    assert not has_desk(app)


def test_a_visitor_who_is_refused_gets_the_map_and_reads_why(monkeypatch) -> None:
    app = page(monkeypatch, "--desk", refusal="forwarded", article="anadolu")
    assert not app.exception
    assert "came through another server" in app.info[0].value
    assert not has_desk(app)


def test_the_desk_stands_first_where_it_is_allowed(monkeypatch) -> None:
    app = page(monkeypatch, "--desk", "--coder", "B")
    assert not app.exception
    assert has_desk(app)
    assert app.header[0].value == "Articles"


@pytest.mark.parametrize(
    ("user", "coder"), [("mina", "mina"), ("Mina K.", "Mina-K"), ("", "coder"), ("!", "coder")]
)
def test_the_usual_coder_is_the_systems_user(monkeypatch, user: str, coder: str) -> None:
    monkeypatch.setattr(allowed.getpass, "getuser", lambda: user)
    assert allowed.usual_coder() == coder
