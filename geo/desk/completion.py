"""A row made whole: what a person need not type."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from geo.desk.candidates import most_numbers
from geo.desk.ids import next_ids, statement_of
from geo.desk.rows import one_line
from geo.desk.voices import origin_of, voice_of
from geo.reader import MOST_WORDS, hedge_in, joined, language_of, load_cues, prefix_of, sentences
from geo.reading import REPORT_COLUMNS, Polarity

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row

UNJUDGED: Final = {"reliability": "F", "credibility": "6"}
"""F and 6 = cannot be judged: grades are a person's work."""

IDS: Final = ("report_id", "statement_id", "origin_id", "voice_id")
"""Made here, unless a person gave them."""


def completed(  # noqa: PLR0913 (two are options)
    state: "FolderState",
    coder: str,
    source_id: str,
    fields: Mapping[str, str],
    span: tuple[int, int] | None = None,
    *,
    before: Sequence["Row"] = (),
) -> dict[str, str]:
    """Return a row with all columns of a report, what a person gave unchanged, the rest filled in.

    Parameters
    ----------
    fields
        What is known of the row; "" = to be filled in where that needs no judgement. Ids that were made for
        other fields (another area, another speaker) should be left out.
    span
        Characters of the article's text (`FolderState.text`) that are quoted, end excluded; from them
        follow quote, prefix, sentence and hedge. None = the fields have the quote.
    before
        Rows that will be there before it.
    """
    own = [*state.own(coder), *before]
    row = {name: one_line(fields.get(name, "")) for name in REPORT_COLUMNS} | {"source_id": source_id}
    if span:
        row = {**row, **quoted(state.text(source_id), *span)}
    row = filled(state, row, own)
    if row["report_id"] and row["statement_id"]:
        return row
    made = next_ids(row, own, state.settled, after=most_numbers(state, source_id))
    return {**made, **{name: row[name] for name in ("report_id", "statement_id") if row[name]}}


def filled(state: "FolderState", row: "Row", own: Sequence["Row"]) -> dict[str, str]:
    """Return a row with its voice, its utterance, `asserts` and the grades, where they are empty."""
    found = {**row, **{name: row[name] or grade for name, grade in UNJUDGED.items()}}
    found["polarity"] = row["polarity"] or Polarity.ASSERTS.value
    found["voice_id"] = row["voice_id"] or (voice_of(state, row, own) if row["claimant"] else "")
    found["origin_id"] = row["origin_id"] or (origin_of(found, own) if found["voice_id"] else "")
    return found


def as_accepted(state: "FolderState", coder: str, rows: Iterable["Row"]) -> list["Row"]:
    """Return rows as accepting them now would write them: with ids that no row has."""
    return with_free_ids(state, coder, [*state.own(coder), *state.settled], rows)


def with_free_ids(
    state: "FolderState", coder: str, there: Sequence["Row"], rows: Iterable["Row"]
) -> list["Row"]:
    """Return rows with all columns, and with ids that no row there has, nor one before among them."""
    found: list[Row] = []
    for row in rows:
        taken = {one["report_id"] for one in (*there, *found)}
        statement = {
            statement_of(one) for one in (*there, *found) if one["statement_id"] == row["statement_id"]
        }
        free = row["report_id"] not in taken and statement <= {statement_of(row)}
        given = row if free else {**row, "report_id": "", "statement_id": ""}
        found.append(completed(state, coder, row["source_id"], given, before=[*there, *found]))
    return found


def quoted(text: str, start: int, end: int) -> dict[str, str]:
    """Return quote, prefix, sentence and hedge of the characters of an article that are quoted."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    quote = joined(text[start:end])
    around = [one for one in sentences(text) if one.start < end and start < one.end]
    sentence = joined(text[around[0].start : around[-1].end]) if around else quote
    short = sentence if len(sentence.split()) <= MOST_WORDS and quote in sentence else quote
    return {
        "quote": quote,
        "quote_prefix": prefix_of(text, start, quote),
        "sentence": short,
        "hedge": hedge_in(short, load_cues(language_of(text))),
    }
