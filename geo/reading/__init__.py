"""Bytes -> Conflict: every reader and every check; what other packages use of it is imported from here."""

from geo.reading.called import area_spellings, labels_of
from geo.reading.cells import compared_cells
from geo.reading.confined import load_confined
from geo.reading.conflict import Conflict, conflict_of, load_conflict
from geo.reading.datapackage import data_package
from geo.reading.dates import day_in_words, read_day
from geo.reading.districts import read_areas
from geo.reading.errors import DataError, Problem, in_words, rule
from geo.reading.folder import read_folder, sha256_of
from geo.reading.last_good import LastGood
from geo.reading.names import NameIndex, fold
from geo.reading.quotes import article_problems
from geo.reading.saving import save_file, save_files, save_folder
from geo.reading.tables import read_table, write_csv
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

__all__ = [
    "AREA_PROPERTIES",
    "EVERYONE",
    "OTHERS",
    "OTHER_SIDES",
    "OUTLET",
    "POSITION_CLAIMS",
    "REPORT_COLUMNS",
    "RULE_VERSION",
    "SOURCE_COLUMNS",
    "STORED_CRS",
    "Claim",
    "Conflict",
    "DataError",
    "Evidence",
    "LastGood",
    "NameIndex",
    "Polarity",
    "Problem",
    "Scope",
    "Status",
    "area_spellings",
    "article_problems",
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
    "read_areas",
    "read_day",
    "read_folder",
    "read_table",
    "rule",
    "save_file",
    "save_files",
    "save_folder",
    "sha256_of",
    "write_csv",
]
