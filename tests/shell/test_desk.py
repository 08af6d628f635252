"""`geo desk`: the command that opens the desk."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geo import __main__ as main
from geo.reading import DataError
from geo.shell.serve import desk_command

ROOT = Path(__file__).parents[2]


def test_the_desk_listens_at_a_loopback_address_and_says_who_codes(tmp_path: Path) -> None:
    for name in ("conflict.toml", "districts.geojson"):
        shutil.copy(ROOT / "data" / name, tmp_path)
    command = desk_command(tmp_path, 8600, "B")
    options, own = command[: command.index("--")], command[command.index("--") + 1 :]
    assert {"--server.address=127.0.0.1", "--server.port=8600"} <= {*options}
    assert own == ["--conflict", str(tmp_path), "--desk", "--coder", "B"]
    assert "--coder" not in desk_command(tmp_path, 8600)


def test_a_folder_without_a_map_has_no_desk(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"conflict\.toml"):
        desk_command(tmp_path, 8600)


def test_the_command_goes_on_as_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(main, "replace_by", became.append)
    done = CliRunner().invoke(main.app, ["desk", str(ROOT / "data"), "--coder", "B", "--port", "8601"])
    assert done.exit_code == 0
    assert became == [desk_command(ROOT / "data", 8601, "B")]
