"""Exported tables: areas on a day, the timeline, the reports."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import shapely

from geo.export.csv_metadata import ACTORS, LIST_MARK, REPORTS, with_metadata
from geo.export.provenance import provenance, sealed
from geo.looks import seen_changes
from geo.reading import AREA_PROPERTIES, REPORT_COLUMNS, Conflict
from geo.timeline import FLAGS, Ragged, Timeline, admitted, control, last_days, timeline_of

if TYPE_CHECKING:
    from geo.view import View


TIMELINE_COLUMNS: Final = (
    "area_id",
    "name",
    "day",
    "until",
    "status",
    "holders",
    "blank",
    "fighting",
    "alleged",
    "changing_hands",
    "contradicted",
    "denied",
    "denied_holders",
    "scope",
    "newest_vote",
    "voted",
    "outvoted",
    "denying",
    "denied_by",
    "renewed",
)
CARRIER_COLUMNS: Final = (
    "outlet",
    "source_title",
    "published_from",
    "published_to",
    "published_basis",
    "url",
)


def areas_geojson(conflict: Conflict, view: "View") -> bytes:
    """Return every area with what it shows on the view's day, as GeoJSON (RFC 7946).

    Properties: those of `districts.geojson`, then day, status, holders, blank, fighting, alleged,
    changing_hands, contradicted, denied, denied_holders, scope, wide, age_days (null = no vote), stale,
    and the report ids that voted, were outvoted, are history, deny, and that stand behind each mark
    (`fighting_by`, `changing_hands_by`, `contradicted_by`, `denied_by`, `blank_by`), or speak against
    the votes since them (`against_since`). The record is the foreign member `provenance`.
    """
    shown = control(timeline_of(conflict, view.narrator, view.known), view.day)
    areas = conflict.areas.reset_index()
    plain = areas[[name for name in AREA_PROPERTIES if name in areas]].to_dict("records")
    shown["history"] = shown["history"].map(list)
    states = shown.to_dict("records")
    shapes = shapely.orient_polygons(areas.geometry.to_numpy(), exterior_cw=False)
    collection = {
        "type": "FeatureCollection",
        "provenance": provenance(conflict, view, "areas.geojson"),
        "bbox": [float(edge) for edge in conflict.areas.total_bounds],
        "features": [
            {
                "type": "Feature",
                "id": names["area_id"],
                "properties": {**names, "day": view.day.isoformat(), **_plain(state)},
                "geometry": shapely.geometry.mapping(shape),
            }
            for names, state, shape in zip(plain, states, shapes, strict=True)
        ],
    }
    return sealed(json.dumps(collection, ensure_ascii=False).encode())


def timeline_csv(conflict: Conflict, view: "View") -> dict[str, bytes]:
    """Return one row per area and change that is seen, `TIMELINE_COLUMNS`, with its metadata file.

    A vote that is renewed for the same holder makes no row (`geo.looks.SEEN`): `renewed` is its day, and
    `newest_vote` and the report ids are those of the row's first day. Lists in a cell are separated by
    `;`; days are YYYY-MM-DD, both ends inclusive; flags are true or false.
    """
    told = timeline_of(conflict, view.narrator, view.known)
    seen = seen_changes(told.changes)
    rows = told.changes[seen].rename(columns={"newest": "newest_vote"})
    rows["until"] = last_days(rows)
    renewed = told.changes["newest"].groupby(np.cumsum(seen)).last().to_numpy()
    last = rows["until"].fillna(pd.Timestamp(conflict.last_day)).to_numpy()
    rows["renewed"] = np.minimum(renewed, last)  # a table may say so anew each day for longer
    rows["newest_vote"] = np.minimum(rows["newest_vote"], rows["day"])
    rows["name"] = rows["area_id"].astype(str).map(conflict.areas["name"])
    for column in ACTORS:
        rows[column] = rows[column].map(LIST_MARK.join)
    for column in FLAGS:
        rows[column] = rows[column].map({True: "true", False: "false"})
    for column in REPORTS:
        rows[column] = _joined_ids(told, getattr(told, column).taken(np.flatnonzero(seen)))
    return with_metadata(conflict, view, "timeline.csv", rows[list(TIMELINE_COLUMNS)])


def reports_csv(conflict: Conflict, view: "View") -> dict[str, bytes]:
    """Return the reports of a narrator, as known, about an area if one is chosen, with their carriers.

    Columns: those of `control_reports.csv`, then `CARRIER_COLUMNS`. A report about a group is about
    each of its areas; a chosen group brings the reports about its areas.
    """
    rows = conflict.reports[admitted(conflict.reports, view.narrator, view.known)]
    if view.area:
        rows = rows[rows["area_id"].isin(conflict.reaching([view.area]))]
    sources = conflict.sources.rename(columns={"title": "source_title"})
    carriers = sources[list(CARRIER_COLUMNS)].reindex(rows["source_id"].astype(str)).set_axis(rows.index)
    table = pd.concat([rows[list(REPORT_COLUMNS)], carriers], axis="columns")
    return with_metadata(conflict, view, "reports.csv", table)


def _joined_ids(told: Timeline, lists: Ragged) -> list[str]:
    """Return the report ids of each list in one cell."""
    ids = told.reports["report_id"].to_numpy()
    spans = zip(lists.starts, lists.stops, strict=True)
    return [LIST_MARK.join(ids[lists.items[start:stop]]) for start, stop in spans]


def _plain(values: Mapping[Any, Any]) -> dict[str, Any]:
    """Return values as JSON: NA is null, tuples are lists."""
    return {str(name): None if value is pd.NA else value for name, value in values.items()}
