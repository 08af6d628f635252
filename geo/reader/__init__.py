"""From an article to candidate rows; no row is accepted here."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from geo.reader.article import article_text, text_in
from geo.reader.candidates import LOOK, ROW, Candidate, record
from geo.reader.cue_files import ENGLISH, language_of
from geo.reader.cues import load_cues
from geo.reader.days import load_calendar
from geo.reader.knowledge import Knowledge
from geo.reader.masked import Mention
from geo.reader.mentions import named
from geo.reader.names_read import knowledge_in, knowledge_of
from geo.reader.phrases import phrase
from geo.reader.reading import Reader
from geo.reader.reasons import Reason
from geo.reader.sentence import sentences
from geo.reader.spans import MOST_WORDS, hedge_in, prefix_of
from geo.reader.spans import one_line as joined

__all__ = [
    "LOOK",
    "MOST_WORDS",
    "ROW",
    "Candidate",
    "Knowledge",
    "Mention",
    "Reader",
    "Reason",
    "article_text",
    "hedge_in",
    "joined",
    "knowledge_in",
    "language_of",
    "load_cues",
    "named",
    "phrase",
    "prefix_of",
    "reader_of",
    "reader_with",
    "record",
    "sentences",
    "text_in",
]


def reader_of(folder: Path, outlet: str, published: date, language: str = ENGLISH) -> Reader:
    """Return the reader for an article of an outlet, in a language, with the names of a folder.

    Raises
    ------
    DataError
        If the folder's files cannot be read.
    """
    knowledge, problems = knowledge_of(folder)
    return replace(reader_with(knowledge, outlet, published, language), problems=tuple(problems))


def reader_with(knowledge: Knowledge, outlet: str, published: date, language: str = ENGLISH) -> Reader:
    """Return the reader for an article, with names that were read before."""
    return Reader(knowledge, load_cues(language), load_calendar(language), outlet, published)
