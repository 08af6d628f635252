"""The columns of the CSV files: one place for the readers' checks, the docs' tables and the data package."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from geo.reading.vocabulary import CREDIBILITY, RELIABILITY, Claim, Evidence, NameKind, Polarity, Scope


class Kind(StrEnum):
    """What a cell is."""

    TEXT = "text"
    ID = "id"
    DAY = "day, YYYY-MM-DD"
    WORD = "one of the words"
    NUMBER = "degrees, EPSG:4326"


class Need(StrEnum):
    """What must be present."""

    FILLED = "must be filled"
    QUOTES = "must be filled where a quote is the evidence"
    COLUMN = "may be empty"
    NOTHING = "column may be missing"


class Column(NamedTuple):
    """A column: `words` = the closed list of what its cells may be; () = open."""

    name: str
    kind: Kind
    need: Need
    about: str
    words: tuple[str, ...] = ()


REPORTS: Final = (
    Column("report_id", Kind.ID, Need.QUOTES, "unique and stable; one statement about one area"),
    Column("statement_id", Kind.ID, Need.QUOTES, "the sentence’s assertion; its rows share it"),
    Column("origin_id", Kind.ID, Need.QUOTES, "the utterance behind it, whoever carries it"),
    Column("area_id", Kind.ID, Need.FILLED, "an area or group, by its id or by a name that only it has"),
    Column("place_as_written", Kind.TEXT, Need.NOTHING, "the spelling in the article"),
    Column("lon", Kind.NUMBER, Need.NOTHING, "longitude of a fight or attack, which is drawn there"),
    Column("lat", Kind.NUMBER, Need.NOTHING, "its latitude; both or neither"),
    Column("scope", Kind.WORD, Need.QUOTES, "how the statement reaches the area", tuple(Scope)),
    Column("claim", Kind.WORD, Need.QUOTES, "what the statement says of the party", tuple(Claim)),
    Column("polarity", Kind.WORD, Need.QUOTES, "whether the statement says so or denies it", tuple(Polarity)),
    Column("party", Kind.ID, Need.COLUMN, "an actor of conflict.toml; empty: `fighting`, or nobody is named"),
    Column("claimant", Kind.TEXT, Need.QUOTES, "the innermost speaker, as the article gives it"),
    Column("voice_id", Kind.ID, Need.QUOTES, "whose voice it is for the rule"),
    Column("claimant_side", Kind.ID, Need.QUOTES, "a side of conflict.toml, `outlet` or `third_party`"),
    Column("source_id", Kind.ID, Need.QUOTES, "the article, a row of sources.csv"),
    Column("date_from", Kind.DAY, Need.COLUMN, "first day the statement is about; empty = no lower bound"),
    Column(
        "date_to",
        Kind.DAY,
        Need.COLUMN,
        "last day, inclusive; empty = undated; may be called `date`",
    ),
    Column("date_basis", Kind.TEXT, Need.NOTHING, "why these days"),
    Column("quote", Kind.TEXT, Need.QUOTES, "verbatim, on one line, an exact part of the article"),
    Column("quote_prefix", Kind.TEXT, Need.NOTHING, "the words before a quote that is not unique"),
    Column("sentence", Kind.TEXT, Need.NOTHING, "the sentences that the quote stands in, verbatim"),
    Column("hedge", Kind.TEXT, Need.NOTHING, "words of `sentence` by which the teller weakens the claim"),
    Column("evidence", Kind.WORD, Need.NOTHING, "what the row rests on; empty = `quote`", tuple(Evidence)),
    Column("cell", Kind.TEXT, Need.NOTHING, "of a table: `column=value`; empty = `party` of this row"),
    Column("cell_row", Kind.TEXT, Need.NOTHING, "of a table: the number of the row"),
    Column(
        "reliability", Kind.WORD, Need.NOTHING, "of the origin as relayed; F = cannot be judged", RELIABILITY
    ),
    Column("credibility", Kind.WORD, Need.NOTHING, "of the statement; 6 = cannot be judged", CREDIBILITY),
    Column("note", Kind.TEXT, Need.NOTHING, "doubts a reader should see"),
)

SOURCES: Final = (
    Column("source_id", Kind.ID, Need.FILLED, "unique"),
    Column("outlet", Kind.TEXT, Need.FILLED, "who published it"),
    Column("title", Kind.TEXT, Need.FILLED, "its headline"),
    Column("article_day", Kind.DAY, Need.COLUMN, "the day the article is about"),
    Column("published_from", Kind.DAY, Need.COLUMN, "published on this day at the earliest"),
    Column("published_to", Kind.DAY, Need.COLUMN, "certainly published by this day; empty = never certain"),
    Column("published_basis", Kind.TEXT, Need.NOTHING, "why these days"),
    Column("language", Kind.TEXT, Need.NOTHING, "of the text, such as `en`"),
    Column("translation_note", Kind.TEXT, Need.NOTHING, "what a reader must know about a translation"),
    Column("url", Kind.TEXT, Need.NOTHING, "a web address (http, https)"),
    Column("text_sha256", Kind.TEXT, Need.NOTHING, "of the article’s bytes, hexadecimal"),
    Column("about", Kind.TEXT, Need.NOTHING, "who owns and runs the outlet, in one line, with its basis"),
    Column("archive_url", Kind.TEXT, Need.NOTHING, "a web address (http, https) of an archived copy"),
    Column("article_file", Kind.TEXT, Need.NOTHING, "the file’s name in the articles’ folder"),
)

PLACES: Final = (
    Column("name", Kind.TEXT, Need.FILLED, "as the map writes it"),
    Column("name_fa", Kind.TEXT, Need.NOTHING, "in another script"),
    Column("lon", Kind.NUMBER, Need.FILLED, "longitude"),
    Column("lat", Kind.NUMBER, Need.FILLED, "latitude"),
    Column("kind", Kind.TEXT, Need.NOTHING, "town, village, pass, peak, …"),
    Column("area_id", Kind.ID, Need.NOTHING, "the area it lies in; empty = on a border"),
)

TRANSLATIONS: Final = (
    Column("text", Kind.TEXT, Need.FILLED, "a speaker, outlet, note, quote …, whole, as another file has it"),
    Column("language", Kind.TEXT, Need.FILLED, "of the translation, such as `fa`"),
    Column("translation", Kind.TEXT, Need.FILLED, "shown beside a quote, and in place of any other text"),
)

SPELLINGS: Final = (
    Column("spelling", Kind.TEXT, Need.FILLED, "a name as somebody writes it"),
    Column("area_id", Kind.ID, Need.COLUMN, "the area or group that it stands for; empty: another kind"),
    Column("kind", Kind.WORD, Need.NOTHING, "what it names; empty = an area", tuple(NameKind)),
    Column("refers_to", Kind.ID, Need.NOTHING, "the actor of an actor's name, the side of a person's"),
)


def names(columns: Iterable[Column], *needs: Need) -> tuple[str, ...]:
    """Return the names of the columns, or of those that have one of the needs."""
    return tuple(column.name for column in columns if not needs or column.need in needs)


def table(columns: Iterable[Column]) -> str:
    """Return the columns as the docs' table."""
    lines = ["| column | what it is | cell | need |", "|---|---|---|---|"]
    for column in columns:
        cell = " · ".join(f"`{word}`" for word in column.words) or str(column.kind)
        lines.append(f"| `{column.name}` | {column.about} | {cell} | {column.need} |")
    return "\n".join(lines)
