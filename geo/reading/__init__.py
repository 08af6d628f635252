"""Bytes -> Conflict: every reader and every check; what other packages use of it is imported from here."""

from geo.reading.aliases import FILE as NAMES
from geo.reading.called import area_spellings, labels_of
from geo.reading.cells import compared_cells
from geo.reading.confined import load_confined
from geo.reading.conflict import Conflict, conflict_of, load_conflict
from geo.reading.datapackage import data_package
from geo.reading.dates import day_in_words, read_day
from geo.reading.districts import FILE as DISTRICTS
from geo.reading.districts import read_areas
from geo.reading.errors import DataError, Problem, in_words, rule
from geo.reading.folder import bytes_of, read_folder, sha256_of
from geo.reading.key_events import KeyEvent
from geo.reading.last_good import LastGood
from geo.reading.names import NameIndex, fold, nearest
from geo.reading.quotes import article_problems
from geo.reading.reports import FILE as REPORTS
from geo.reading.saving import save_file, save_files, save_folder
from geo.reading.settings import MOST_ACTORS, RESERVED_IDS, Settings, read_settings
from geo.reading.spellings import read_names
from geo.reading.story import Step
from geo.reading.tables import read_table, write_csv
from geo.reading.toml import FILE as SETTINGS
from geo.reading.upload import load_upload
from geo.reading.vocabulary import (
    AREA_PROPERTIES,
    EVERYONE,
    OTHER_SIDES,
    OTHERS,
    OUTLET,
    POSITION_CLAIMS,
    REPORT_COLUMNS,
    RULE_VERSION,
    SOURCE_COLUMNS,
    STORED_CRS,
    Claim,
    Evidence,
    Polarity,
    Scope,
    Status,
)
from geo.reading.world import LATITUDES, LONGITUDES

__all__ = [
    "AREA_PROPERTIES",
    "DISTRICTS",
    "EVERYONE",
    "LATITUDES",
    "LONGITUDES",
    "MOST_ACTORS",
    "NAMES",
    "OTHERS",
    "OTHER_SIDES",
    "OUTLET",
    "POSITION_CLAIMS",
    "REPORTS",
    "REPORT_COLUMNS",
    "RESERVED_IDS",
    "RULE_VERSION",
    "SETTINGS",
    "SOURCE_COLUMNS",
    "STORED_CRS",
    "Claim",
    "Conflict",
    "DataError",
    "Evidence",
    "KeyEvent",
    "LastGood",
    "NameIndex",
    "Polarity",
    "Problem",
    "Scope",
    "Settings",
    "Status",
    "Step",
    "area_spellings",
    "article_problems",
    "bytes_of",
    "compared_cells",
    "conflict_of",
    "data_package",
    "day_in_words",
    "fold",
    "in_words",
    "labels_of",
    "load_confined",
    "load_conflict",
    "load_upload",
    "nearest",
    "read_areas",
    "read_day",
    "read_folder",
    "read_names",
    "read_settings",
    "read_table",
    "rule",
    "save_file",
    "save_files",
    "save_folder",
    "sha256_of",
    "write_csv",
]
