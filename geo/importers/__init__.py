"""Other people's tables turned into a conflict's folder: events of ACLED and UCDP GED as reports."""

from geo.importers.acled import read_acled
from geo.importers.borders import areas_of
from geo.importers.ucdp import read_ucdp
from geo.importers.written import Imported, import_events

__all__ = ["READERS", "Imported", "areas_of", "import_events", "read_acled", "read_ucdp"]

READERS = {"acled": read_acled, "ucdp": read_ucdp}
"""Name of the format -> reader of its bytes."""
