"""Events that were placed, as rows of the reports and of the sources."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from geo.importers.events import PROVINCE
from geo.importers.ids import short
from geo.reading import OUTLET, SOURCE_COLUMNS, Evidence, Polarity

if TYPE_CHECKING:
    from geo.importers.actors import Cast
    from geo.importers.events import Event
    from geo.importers.placing import Place
from geo.importers.unmatched import table_of


def report_of(
    event: "Event", place: "Place", cast: "Cast", sources: Mapping[str, str], dataset: str
) -> dict[str, str]:
    """Return the event as a row of the reports."""
    source = sources[event.source]
    party, named = cast.party(event)
    coded = f"{dataset} {event.event_id}"
    return {
        "report_id": f"{source}-{event.event_id}",
        "statement_id": event.event_id,
        "origin_id": event.event_id,
        "area_id": place.area_id,
        "place_as_written": short(place.written),
        **point_of(event),
        "scope": place.scope,
        "claim": event.claim,
        "polarity": Polarity.ASSERTS,
        "party": party,
        "claimant": short(event.source),
        "voice_id": source,
        "claimant_side": OUTLET,
        "source_id": source,
        "date_from": event.day_from.isoformat() if event.day_from else "",
        "date_to": event.day_to.isoformat(),
        "date_basis": event.date_basis,
        "evidence": Evidence.TABLE,
        "cell": f"notes={event.notes}",
        "cell_row": str(event.row),
        "note": "; ".join(filter(None, [coded, place.note, event.doubt, named])),
    }


def point_of(event: "Event") -> dict[str, str]:
    """Return `lon` and `lat` of an event, absent where the table knows no more than its province."""
    if event.precision == PROVINCE or event.lon is None or event.lat is None:
        return {}
    return {"lon": str(event.lon), "lat": str(event.lat)}


def sources_table(dataset: str, sources: Mapping[str, str]) -> pd.DataFrame:
    """Return one row per source as the table names it; the table does not say when it was published."""
    rows = [
        {
            "source_id": source,
            "outlet": dataset,
            "title": short(f"Events that name {name} as their source"),
            "published_basis": f"not in {dataset}",
        }
        for name, source in sources.items()
    ]
    return table_of(rows, SOURCE_COLUMNS)
