"""Bytes -> Conflict: every reader and every check; what other packages use of it is imported from here."""

from geo.reading.conflict import Conflict, load_conflict
from geo.reading.errors import DataError, Problem
from geo.reading.folder import read_folder, sha256_of, signature
from geo.reading.rules import in_words, rule
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
    "Polarity",
    "Problem",
    "Scope",
    "Status",
    "in_words",
    "load_conflict",
    "load_upload",
    "read_folder",
    "rule",
    "sha256_of",
    "signature",
]
