"""A made-up relief: hills from a few waves, as elevations in metres or as a picture's grey."""

import io
import struct
import zlib

import numpy as np
from PIL import Image, TiffImagePlugin

BOUNDS = (68.5, 34.7, 71.0, 36.3)
"""West, south, east, north: around the areas of Panjshir."""


def hills(rows: int = 160, columns: int = 250) -> np.ndarray:
    """Return elevations in metres, 1,000 to 5,000, rows from the north."""
    y, x = np.mgrid[0:rows, 0:columns] / rows
    waves = sum(np.sin(k * (x * np.cos(k) + y * np.sin(k)) * 9) / k for k in range(1, 7))
    low, high = waves.min(), waves.max()
    return ((waves - low) / (high - low) * 4000 + 1000).astype(np.float32)


def as_tiff(values: np.ndarray, bounds=BOUNDS, *, epsg: int | None = 4326, none: str = "") -> bytes:
    """Return a TIFF; with `epsg` a GeoTIFF that says its bounds, west, south, east, north."""
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    if epsg is not None:
        west, south, east, north = bounds
        rows, columns = values.shape[:2]
        tags[33550] = ((east - west) / columns, (north - south) / rows, 0.0)
        tags[33922] = (0.0, 0.0, 0.0, west, north, 0.0)
        model = 2 if epsg == 4326 else 1
        tags[34735] = (1, 1, 0, 2, 1024, 0, 1, model, 2048 if model == 2 else 3072, 0, 1, epsg)
        tags.tagtype |= {33550: 12, 33922: 12, 34735: 3}
    if none:
        tags[42113] = none
        tags.tagtype[42113] = 2
    made = io.BytesIO()
    Image.fromarray(values).save(made, "TIFF", tiffinfo=tags, compression="tiff_deflate")
    return made.getvalue()


def as_png(grey: np.ndarray) -> bytes:
    """Return a PNG of grey from 0 to 255."""
    made = io.BytesIO()
    Image.fromarray(grey.astype(np.uint8)).save(made, "PNG")
    return made.getvalue()


def png_of(wide: int, high: int, *, bits: int = 8) -> bytes:
    """Return a PNG whose head says its size, and which has no rows to speak of."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, bits, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
