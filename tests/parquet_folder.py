"""A folder whose reports are Parquet, the command that tells its timeline, and what it wrote."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from geo.__main__ import app
from geo.scale import TIMELINE


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["timeline", *map(str, arguments)])


def rows(path: Path) -> list[dict[str, Any]]:
    files = sorted(path.glob("part-*.parquet")) if path.is_dir() else [path]
    table = pa.concat_tables([pq.read_table(file) for file in files])
    assert table.schema.equals(TIMELINE)
    return table.sort_by([("area_id", "ascending"), ("day", "ascending")]).to_pylist()


def in_parquet(source: Path, folder: Path) -> Path:
    """Return a copy of a folder whose reports are Parquet; days as days, empty cells as nulls."""
    shutil.copytree(source, folder)
    file = folder / "control_reports.csv"
    strings = {name: pa.string() for name in file.read_text(encoding="utf-8").splitlines()[0].split(",")}
    kinds = strings | {"date_from": pa.date32(), "date_to": pa.date32()}
    options = pacsv.ConvertOptions(column_types=kinds, strings_can_be_null=True)
    parse = pacsv.ParseOptions(newlines_in_values=True)
    table = pacsv.read_csv(file, parse_options=parse, convert_options=options)
    pq.write_table(table, folder / "control_reports.parquet")
    file.unlink()
    return folder


def made_in_advance(source: Path, folder: Path, rows: int, narrators: Sequence[str] = ("everyone",)) -> Path:
    """Return a copy of a folder whose map is looked up, in stretches of days of about so many intervals."""
    made = in_parquet(source, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("geo.scale.windows.WINDOW_ROWS", rows)
        for narrator in narrators:
            out = made / ("timeline" if narrator == "everyone" else f"timeline-{narrator}")
            told = run(made, out, "--engine", "local", "--buckets", 3, "--page", "--narrator", narrator)
            assert told.exit_code == 0, told.output
    return made
