"""A folder's relief in what can be taken away: pictures, one-file map, the folder itself."""

import io

import numpy as np
import pytest
from folders import write_folder
from made_relief import BOUNDS, as_png, as_tiff, hills
from PIL import Image

from geo.export.onefile import map_html
from geo.export.picture.one_map import one_map
from geo.export.picture.sheet import sheet
from geo.export.zipped import conflict_zip
from geo.reading.conflict import load_conflict
from geo.reading.settings import read_settings
from geo.reading.upload import load_upload
from geo.view import usual

HALF = np.where(np.arange(300) < 150, 0, 255) * np.ones((200, 1))
"""Black in the west, white in the east; its bounds have their middle between the areas west and east."""


def folder_with(path, **files):
    folder = write_folder(path, **files)
    settings = (folder / "conflict.toml").read_text()
    (folder / "conflict.toml").write_text("relief_bounds = [69, 34, 71, 37]\n" + settings)
    return load_conflict(folder)


@pytest.mark.parametrize("drawing", [one_map, sheet])
def test_a_picture_has_the_shade_where_it_lies_and_no_other_colour_changes(tmp_path, drawing):
    plain, shaded = folder_with(tmp_path / "a"), folder_with(tmp_path / "b", png=as_png(HALF))
    pages = [drawing(one, usual(one)) for one in (plain, shaded)]
    for page in pages:
        page.dots = 50
    both = [Image.open(io.BytesIO(page.saved("png", {}))) for page in pages]
    first, second = (np.asarray(one.convert("L"), dtype=int) for one in both)
    above = round(0.8 * len(first))  # below stand the credits, which name the files
    first, second = first[:above], second[:above]
    darker = second < first - 5
    assert (second <= first + 1).all()
    assert darker.sum() > 1000
    (rows, columns), whole = np.nonzero(darker), first.shape
    assert not darker[:, columns.max() + 1 :].any()
    assert columns.max() < 0.95 * whole[1]
    assert rows.min() > 0


def test_the_one_file_map_carries_the_shade_once(tmp_path):
    conflict = folder_with(tmp_path, tif=as_tiff(hills(), BOUNDS))
    made = map_html(conflict, usual(conflict))
    assert made.count(b"data:image/webp;base64,") == 1


def test_the_folder_is_taken_away_and_opened_again_with_its_relief(tmp_path):
    conflict = folder_with(tmp_path, png=as_png(HALF))
    again = load_upload(conflict_zip(conflict, usual(conflict)))
    assert again.relief is not None
    assert conflict.relief is not None
    assert again.relief.bounds == conflict.relief.bounds == (69, 34, 71, 37)
    assert np.array_equal(again.relief.values, conflict.relief.values)
    assert read_settings((tmp_path / "conflict.toml").read_bytes()).relief_bounds == [69, 34, 71, 37]
