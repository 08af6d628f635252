"""The made-up wars that the benchmarks measure: repeatable, loadable, and with everything the rule knows."""

import pandas as pd
import pytest
import shapely

from benchmarks.terrain import outlines, write_folder
from benchmarks.war import war
from geo.reading.conflict import load_conflict
from geo.timeline import timeline, timeline_of


def test_the_same_seed_gives_the_same_war():
    pd.testing.assert_frame_equal(war(10, 500).reports, war(10, 500).reports)


@pytest.mark.parametrize("mark", ["blank", "fighting", "changing_hands", "contradicted"])
def test_a_war_shows_every_mark_of_the_rule(mark):
    made = war(30, 5000)
    assert timeline(made.reports, **made.inputs).changes[mark].any()


def test_a_war_shows_every_status_and_silence():
    made = war(30, 2000)
    shown = timeline(made.reports, **made.inputs).changes
    assert shown["status"].nunique() == 5
    assert made.reports["date_to"].nunique() < 330


@pytest.mark.parametrize("vertices", [4, 60])
def test_areas_share_their_borders_point_for_point(vertices):
    areas = outlines(war(12, 10), vertices)
    assert areas.is_valid.all()
    assert (shapely.get_num_coordinates(areas.geometry.to_numpy()) == vertices + 1).all()
    assert areas.union_all().area == pytest.approx(sum(shape.area for shape in areas.geometry))
    assert shapely.coverage_is_valid(areas.geometry.to_numpy())


def test_a_war_written_as_a_folder_is_read_back_whole(tmp_path):
    made = war(20, 400)
    write_folder(made, tmp_path, vertices=12)
    conflict = load_conflict(tmp_path)
    assert (len(conflict.reports), conflict.rejected) == (400, ())
    told, read = timeline(made.reports, **made.inputs), timeline_of(conflict)
    pd.testing.assert_frame_equal(told.changes, read.changes)
