"""Exported tables: areas on a day, the timeline, the reports."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import shapely

from geo.export.embedded import SIDECAR
from geo.export.provenance import provenance, sealed, sha256
from geo.looks import seen_changes
from geo.reading import AREA_PROPERTIES, REPORT_COLUMNS, Conflict, write_csv
from geo.timeline import FLAGS, Ragged, Timeline, admitted, control, last_days, timeline_of
from geo.words import load_words

if TYPE_CHECKING:
    from geo.view import View

LIST_MARK: Final = ";"
"""Separates the members of a list in one cell."""

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
ACTORS: Final = ("holders", "denied_holders")
REPORTS: Final = ("voted", "outvoted", "denying", "denied_by")
LISTS: Final = (*ACTORS, *REPORTS)
CARRIER_COLUMNS: Final = (
    "outlet",
    "source_title",
    "published_from",
    "published_to",
    "published_basis",
    "url",
)
DAYS: Final = (
    "day",
    "until",
    "newest_vote",
    "renewed",
    "date_from",
    "date_to",
    "published_from",
    "published_to",
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
    return _with_metadata(conflict, view, "timeline.csv", rows[list(TIMELINE_COLUMNS)])


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
    return _with_metadata(conflict, view, "reports.csv", table)


def _with_metadata(conflict: Conflict, view: "View", name: str, table: pd.DataFrame) -> dict[str, bytes]:
    """Return a CSV file and its metadata, in the form of the W3C's "CSV on the Web"."""
    text = table.assign(
        **{day: table[day].dt.strftime("%Y-%m-%d").fillna("") for day in DAYS if day in table}
    )
    data = write_csv(text)
    record = {**provenance(conflict, view, name, day=False), "output": sha256(data)}
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": conflict.title,
        "dc:license": conflict.licence,
        "tableSchema": {"columns": [_column(column) for column in table.columns]},
        "provenance": record,
    }
    return {name: data, name + SIDECAR: json.dumps(described, ensure_ascii=False, indent=1).encode()}


def _column(name: str) -> dict[str, str]:
    words = load_words()
    datatype = "date" if name in DAYS else "boolean" if name in FLAGS else "string"
    described = {"name": name, "datatype": datatype}
    if name in LISTS:
        described["separator"] = LIST_MARK
    key = f"export.column.{name}"
    return {**described, "dc:description": words.say(key)} if words.has(key) else described


def _joined_ids(told: Timeline, lists: Ragged) -> list[str]:
    """Return the report ids of each list in one cell."""
    ids = told.reports["report_id"].to_numpy()
    spans = zip(lists.starts, lists.stops, strict=True)
    return [LIST_MARK.join(ids[lists.items[start:stop]]) for start, stop in spans]


def _plain(values: Mapping[Any, Any]) -> dict[str, Any]:
    """Return values as JSON: NA is null, tuples are lists."""
    return {str(name): None if value is pd.NA else value for name, value in values.items()}
