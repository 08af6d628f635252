"""From an article to candidate rows; no row is accepted here."""

from datetime import date
from pathlib import Path

from geo.reader.article import article_text
from geo.reader.candidates import LOOK, ROW, Candidate, record
from geo.reader.cues import ENGLISH, language_of, load_cues
from geo.reader.days import load_calendar
from geo.reader.knowledge import knowledge_of
from geo.reader.reading import Reader

__all__ = ["LOOK", "ROW", "Candidate", "Reader", "article_text", "language_of", "reader_of", "record"]


def reader_of(folder: Path, outlet: str, published: date, language: str = ENGLISH) -> Reader:
    """Return the reader for an article of an outlet, in a language, with the names of a folder.

    Raises
    ------
    DataError
        If the folder's files cannot be read.
    """
    knowledge, problems = knowledge_of(folder)
    cues, calendar = load_cues(language), load_calendar(language)
    return Reader(knowledge, cues, calendar, outlet, published, tuple(problems))
