"""The closed words, column names and coordinate systems that files, code, legend and docs share.

Source of every word: ``docs/codebook.md``.
"""

from enum import StrEnum
from typing import Final


class Scope(StrEnum):
    """How a statement reaches an area, from the narrowest to the widest, then `part_of`."""

    NAMED = "named"
    ALL_BUT = "all_but"
    ALL_OF = "all_of"
    ONLY_OUTSIDE = "only_outside"
    PART_OF = "part_of"


class Claim(StrEnum):
    """What a statement says of its party in an area."""

    HOLDS = "holds"
    CAPTURED = "captured"
    LEFT = "left"
    REPELLED = "repelled"
    FIGHTING = "fighting"
    ATTACKED = "attacked"
    ADVANCING = "advancing"
    PRESENT = "present"


class NameKind(StrEnum):
    """What a spelling of `names.csv` names."""

    AREA = "area"
    ACTOR = "actor"
    PERSON = "person"
    OUTLET = "outlet"


class Polarity(StrEnum):
    """Whether the statement says so or denies it."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Evidence(StrEnum):
    """What a row rests on: words of an article, or a cell of a table."""

    QUOTE = "quote"
    TABLE = "table"


class Status(StrEnum):
    """What an area shows on a day (R5), from silence to dispute."""

    UNREPORTED = "unreported"
    CLAIMED = "claimed"
    REPORTED = "reported"
    CONCEDED = "conceded"
    DISPUTED = "disputed"


POSITION_CLAIMS: Final = (Claim.HOLDS, Claim.CAPTURED, Claim.REPELLED)
"""The claims that take a position (R1)."""

OUTLET: Final = "outlet"
THIRD_PARTY: Final = "third_party"
OTHER_SIDES: Final = (OUTLET, THIRD_PARTY)
"""Claimant sides that are not a party to the conflict; together they are the narrator `others`."""

EVERYONE: Final = "everyone"
OTHERS: Final = "others"
"""Narrators in addition to the sides of the conflict file."""

RESERVED_IDS: Final = frozenset({*OTHER_SIDES, EVERYONE, OTHERS})
"""No side or actor may have one of these."""

REPORT_COLUMNS: Final = (
    "report_id",
    "statement_id",
    "origin_id",
    "area_id",
    "place_as_written",
    "lon",
    "lat",
    "scope",
    "claim",
    "polarity",
    "party",
    "claimant",
    "voice_id",
    "claimant_side",
    "source_id",
    "date_from",
    "date_to",
    "date_basis",
    "quote",
    "quote_prefix",
    "sentence",
    "hedge",
    "evidence",
    "cell",
    "cell_row",
    "reliability",
    "credibility",
    "note",
)
"""`control_reports.csv`; some may be missing (`geo.reading.schema`)."""

CELL_COLUMNS: Final = ("until", "cell_days", "cell_runs", "last_row", "end_cell", "end_row")
"""What reading adds about the cells of a table (`geo.reading.intervals`)."""

SOURCE_COLUMNS: Final = (
    "source_id",
    "outlet",
    "title",
    "article_day",
    "published_from",
    "published_to",
    "published_basis",
    "language",
    "translation_note",
    "url",
    "text_sha256",
    "about",
    "archive_url",
)
"""`sources.csv`; `article_file` may be added: the file name in the articles' folder."""

AREA_PROPERTIES: Final = ("area_id", "name", "name_fa", "name_variants", "kind", "parent", "province")
"""Properties of a feature in `districts.geojson`; `name_variants` is separated by `;`."""

PLACE_COLUMNS: Final = ("name", "name_fa", "lon", "lat", "kind", "area_id")
"""`places.csv`; a place without an area lies on a border."""

STORED_CRS: Final = "EPSG:4326"
"""Geometry is stored and drawn in WGS84 longitude and latitude, degrees."""

EQUAL_AREA_CRS: Final = "EPSG:6933"
"""Areas in km² are measured here, never in degrees."""

RELIABILITY: Final = ("A", "B", "C", "D", "E", "F")
CREDIBILITY: Final = ("1", "2", "3", "4", "5", "6")
"""NATO Admiralty code; F and 6 are not part of the order: they mean cannot be judged."""

RULE_VERSION: Final = "1.2"
"""Version of the rule (R1 to R6): raised whenever the same reports can give another map."""
