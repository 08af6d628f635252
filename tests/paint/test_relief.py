"""The relief as a shade: lit from the north-west, where it lies, small, no colour mistaken for another."""

import base64
import io

import numpy as np
import pytest
from folders import files
from made_relief import BOUNDS, as_png, as_tiff, hills
from panjshir import conflict
from PIL import Image

from geo.looks import PALER, mixed
from geo.paint.geometry import geometry
from geo.paint.relief import DEEPEST, MOST_BYTES, ON_FILLS, overlay, sampled, shade
from geo.reading.conflict import conflict_of
from geo.reading.relief import MOST_SIDE, Relief, read_relief

AROUND = (69, 35, 71, 36)


def of(values, *, elevations=True, bounds=BOUNDS):
    return Relief(bounds, np.asarray(values, dtype=np.float32), elevations)


def test_slopes_away_from_the_north_west_darken_and_level_ground_does_not():
    y, x = np.mgrid[0:60, 0:60]
    peak = 5000 - 100 * np.hypot(x - 30, y - 30)
    dark = shade(of(peak, bounds=(70, 35, 70.1, 35.1)))
    assert dark[10, 10] == pytest.approx(0, abs=0.02), "lit"
    assert dark[50, 50] > 0.6 * DEEPEST
    assert not shade(of(np.full((9, 9), 2000))).any()


def test_gaps_are_without_shade_and_shade_nothing_beside_them():
    values = hills(40, 40)
    values[:10] = np.nan
    assert not shade(of(values))[:10].any()
    assert shade(of(values))[11:].max() <= DEEPEST


def test_an_image_is_taken_as_it_is():
    dark = shade(of([[1, 0.5], [0, np.nan]], elevations=False))
    assert dark.ravel().tolist() == pytest.approx([0, DEEPEST / 2, DEEPEST, 0])


def test_the_shade_lies_where_the_bounds_say_north_above():
    opacity = np.array([[0.1, 0.2], [0.3, 0.4]], dtype=np.float32)
    lon, lat = np.array([69.1, 69.9, 69.1, 69.9, 68.9]), np.array([35.9, 35.9, 35.1, 35.1, 35.5])
    found = sampled(opacity, (69, 35, 70, 36), lon, lat)
    assert found.tolist() == pytest.approx([0.1, 0.2, 0.3, 0.4, 0])


def test_rows_for_the_screen_are_those_of_mercator():
    falling = np.linspace(1, 0, 800).reshape(-1, 1) * np.ones((1, 2))
    image = overlay(of(falling, elevations=False, bounds=(0, 0, 1, 60)))
    alpha = np.asarray(decoded(image["image"]))[:, 0, 3] / 255 / DEEPEST
    # the middle of the screen between the equator and 60° N is 35.3°: 41 % of the way down in degrees
    assert alpha[len(alpha) // 2] == pytest.approx(1 - 35.26 / 60, abs=0.05)


def test_the_image_is_small_however_rough_the_ground():
    noise = np.random.default_rng(1).uniform(0, 1, (1200, 1200))
    image = overlay(of(noise, elevations=False))["image"]
    assert len(image) <= MOST_BYTES * 4 / 3 + 100
    assert max(decoded(image).size) >= 320


def decoded(address):
    return Image.open(io.BytesIO(base64.b64decode(address.removeprefix("data:image/webp;base64,"))))


def test_a_folder_with_a_relief_has_it_in_its_shapes_and_one_without_has_none():
    assert "relief" not in geometry(conflict_of(files()))
    made = geometry(conflict_of(files(tif=as_tiff(hills()))))["relief"]
    assert made["bounds"] == pytest.approx(BOUNDS)
    assert decoded(made["image"]).mode == "RGBA"


def test_a_large_relief_is_kept_smaller_at_the_same_place():
    found = read_relief({"relief.png": as_png(np.zeros((900, 3000)))}, BOUNDS, AROUND)
    assert found is not None
    assert (found.bounds, found.values.shape) == (BOUNDS, (MOST_SIDE * 900 // 3000, MOST_SIDE))


def test_a_value_that_stands_for_none_is_none():
    values = hills(10, 10)
    values[0, 0] = -9999
    found = read_relief({"relief.tif": as_tiff(values, none="-9999")}, (), AROUND)
    assert found is not None
    assert np.isnan(found.values[0, 0])
    assert np.isfinite(found.values).sum() == 99


def test_what_is_transparent_is_none():
    made, grey = io.BytesIO(), Image.fromarray(np.full((8, 8), 99, dtype=np.uint8))
    grey.putalpha(Image.fromarray(np.where(np.arange(64).reshape(8, 8) < 8, 0, 255).astype(np.uint8)))
    grey.save(made, "PNG")
    found = read_relief({"relief.png": made.getvalue()}, BOUNDS, AROUND)
    assert found is not None
    assert np.isnan(found.values).sum() == np.isnan(found.values[0]).sum() == 8


def test_two_pixels_by_two_are_a_relief():
    found = read_relief({"relief.png": as_png(np.eye(2) * 255)}, BOUNDS, AROUND)
    assert found is not None
    assert found.values.shape == (2, 2)


FILLS = [mixed(actor.colour, share) for actor in conflict().actors.values() for share in PALER.values()]


@pytest.mark.parametrize("fill", sorted({*FILLS, "#ffffff"}))
def test_the_deepest_shade_turns_no_colour_of_the_map_into_another(fill):
    shaded = lab(fill, 1 - DEEPEST * ON_FILLS)
    apart = {other: np.linalg.norm(shaded - lab(other)) for other in {*FILLS, "#ffffff"}}
    assert min(apart, key=apart.__getitem__) == fill


def lab(colour, share=1.0):
    """Return a colour in CIELAB, D65, of which a share is left."""
    rgb = np.array([int(colour[i : i + 2], 16) / 255 * share for i in (1, 3, 5)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ linear
    x, y, z = np.cbrt(xyz / [0.9505, 1, 1.089])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
