"""The fights and attacks behind the mark of R6 whose own place is known."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from geo.timeline.rows import first_days

if TYPE_CHECKING:
    from geo.timeline.whole import Timeline


def events(timeline: "Timeline") -> pd.DataFrame:
    """Return the reports that make `fighting` and say where: what the map draws at its place.

    Returns
    -------
    DataFrame
        One row per report, in their order, RangeIndex: `report_id`, `area_id` (text), `lon` and `lat`
        (float, degrees, EPSG:4326), `first` and `last` (datetime64, both inclusive).
    """
    told = timeline.reports.iloc[np.unique(timeline.fighting_by.items)]
    told = told[told["lon"].notna() & told["lat"].notna()]
    found = told[["report_id", "lon", "lat"]].assign(
        area_id=told["area_id"].astype("str"), first=first_days(told), last=told["date_to"]
    )
    return found[["report_id", "area_id", "lon", "lat", "first", "last"]].reset_index(drop=True)
