"""Bytes -> Conflict: every reader and every check; what other packages use of it is imported from here."""

from geo.reading.aliases import FILE as NAMES
from geo.reading.aliases import Aliases, read_aliases
from geo.reading.called import area_spellings, group_spellings, labels_of
from geo.reading.cells import compared_cells
from geo.reading.confined import load_confined
from geo.reading.conflict import Conflict, conflict_from, conflict_of, load_conflict
from geo.reading.datapackage import FILE as DATAPACKAGE
from geo.reading.datapackage import data_package
from geo.reading.dates import WITH_TIME, day_in_words, read_day
from geo.reading.defaults import ALIASES
from geo.reading.districts import FILE as DISTRICTS
from geo.reading.districts import NAME_COLUMN, read_areas
from geo.reading.errors import DataError, Problem, Rule, in_words, rule
from geo.reading.file_names import FILES, FOLDER_FILES, STORIES
from geo.reading.findings import Areas
from geo.reading.folder import LARGEST_FILE_BYTES, bytes_of, key_of, read_folder, sha256_of
from geo.reading.geojson import ADVANCE
from geo.reading.groups import areas_under
from geo.reading.key_events import KeyEvent
from geo.reading.known import Known
from geo.reading.last_good import LastGood
from geo.reading.names import ARABIC_VARIANTS, ID, LONGEST_NAME, NameIndex, fold, nearest
from geo.reading.outlines import tangled
from geo.reading.parquet import MOST_ROWS, PARQUET
from geo.reading.parquet import texts as parquet_texts
from geo.reading.parties import Named
from geo.reading.quotes import Article, article_problems, articles_of, quote_problems, without_article
from geo.reading.readers import Around, around_of, parts_of
from geo.reading.reports import FILE as REPORTS
from geo.reading.reports import Reports, read_reports
from geo.reading.safe_csv import NEUTRALISED, safe_cell, write_csv
from geo.reading.saving import save_file, save_files, save_folder, saved
from geo.reading.settings import read_settings
from geo.reading.settings_tables import MOST_ACTORS, ActorTable, Settings, SideTable
from geo.reading.sources import ARTICLE_FILE, SOURCES
from geo.reading.spellings import read_names
from geo.reading.stamps import Stamp, signature
from geo.reading.story import Step
from geo.reading.tables import DELIMITERS, read_header, read_table
from geo.reading.text import Text, text_of
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
    RESERVED_IDS,
    RULE_VERSION,
    SOURCE_COLUMNS,
    STORED_CRS,
    Claim,
    Evidence,
    NameKind,
    Polarity,
    Scope,
    Status,
)
from geo.reading.world import LATITUDES, LONGITUDES, inside_world

__all__ = [
    "ADVANCE",
    "ALIASES",
    "ARABIC_VARIANTS",
    "AREA_PROPERTIES",
    "ARTICLE_FILE",
    "DATAPACKAGE",
    "DELIMITERS",
    "DISTRICTS",
    "EVERYONE",
    "FILES",
    "FOLDER_FILES",
    "ID",
    "LARGEST_FILE_BYTES",
    "LATITUDES",
    "LONGEST_NAME",
    "LONGITUDES",
    "MOST_ACTORS",
    "MOST_ROWS",
    "NAMES",
    "NAME_COLUMN",
    "NEUTRALISED",
    "OTHERS",
    "OTHER_SIDES",
    "OUTLET",
    "PARQUET",
    "POSITION_CLAIMS",
    "REPORTS",
    "REPORT_COLUMNS",
    "RESERVED_IDS",
    "RULE_VERSION",
    "SETTINGS",
    "SOURCES",
    "SOURCE_COLUMNS",
    "STORED_CRS",
    "STORIES",
    "WITH_TIME",
    "ActorTable",
    "Aliases",
    "Areas",
    "Around",
    "Article",
    "Claim",
    "Conflict",
    "DataError",
    "Evidence",
    "KeyEvent",
    "Known",
    "LastGood",
    "NameIndex",
    "NameKind",
    "Named",
    "Polarity",
    "Problem",
    "Reports",
    "Rule",
    "Scope",
    "Settings",
    "SideTable",
    "Stamp",
    "Status",
    "Step",
    "Text",
    "area_spellings",
    "areas_under",
    "around_of",
    "article_problems",
    "articles_of",
    "bytes_of",
    "compared_cells",
    "conflict_from",
    "conflict_of",
    "data_package",
    "day_in_words",
    "fold",
    "group_spellings",
    "in_words",
    "inside_world",
    "key_of",
    "labels_of",
    "load_confined",
    "load_conflict",
    "load_upload",
    "nearest",
    "parquet_texts",
    "parts_of",
    "quote_problems",
    "read_aliases",
    "read_areas",
    "read_day",
    "read_folder",
    "read_header",
    "read_names",
    "read_reports",
    "read_settings",
    "read_table",
    "rule",
    "safe_cell",
    "save_file",
    "save_files",
    "save_folder",
    "saved",
    "sha256_of",
    "signature",
    "tangled",
    "text_of",
    "without_article",
    "write_csv",
]
