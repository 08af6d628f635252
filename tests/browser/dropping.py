"""A folder as a zip, dropped on the page's door for files."""

import io
import zipfile
from pathlib import Path

from playwright.sync_api import Page

OPENED_MS = 90_000
"""An upload is read at low priority: on a machine that runs three tests at once it waits."""


def zipped(folder: Path) -> bytes:
    """Return a folder's files as a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in folder.iterdir():
            if path.is_file():
                archive.write(path, path.name)
    return packed.getvalue()


def drop(page: Page, name: str, data: bytes) -> None:
    """Drop a zip on the page's door for files."""
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/zip", "buffer": data}
    )
