"""The articles of a folder: which there are, and a new one registered."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.desk.door import Change, Plan, write
from geo.desk.folder import ARTICLES, FolderState
from geo.desk.log import Action, line
from geo.desk.rows import one_line
from geo.importers.ids import unique_ids
from geo.reader import language_of, text_in
from geo.reading import ARTICLE_FILE, SOURCE_COLUMNS, SOURCES, DataError, rule

if TYPE_CHECKING:
    from geo.desk.press import Press

COLUMNS: Final = (*SOURCE_COLUMNS, ARTICLE_FILE)


class Listed(NamedTuple):
    """An article of the folder; `rows` = how many rows the coder has of it, `text` = whether it is there."""

    source_id: str
    outlet: str
    title: str
    rows: int
    text: bool


class Registration(NamedTuple):
    """What a person says of an article; days as YYYY-MM-DD, "" = not known.

    Attributes
    ----------
    article_day
        The day that the article is about; "" = `published_from`.
    basis
        Why these days.
    language
        "" = as the reader finds it.
    """

    outlet: str
    title: str
    published_from: str = ""
    published_to: str = ""
    article_day: str = ""
    basis: str = ""
    language: str = ""
    url: str = ""
    about: str = ""


def listed(state: FolderState, coder: str) -> list[Listed]:
    """Return the articles in the order of `sources.csv`."""
    sources = state.conflict.sources
    own = [row["source_id"] for row in state.own(coder)]
    return [
        Listed(str(one), outlet, title, own.count(str(one)), str(one) in state.articles)
        for one, outlet, title in zip(sources.index, sources["outlet"], sources["title"], strict=True)
    ]


def register(
    folder: Path, press: "Press", coder: str, text: str | tuple[str, bytes], about: Registration
) -> str:
    """Add an article: its text to `articles/`, its line with hash and days to `sources.csv`; return its id.

    Parameters
    ----------
    text
        Pasted text, or name and bytes of a file: text, saved web page or PDF. What is kept is its text.

    Raises
    ------
    DataError
        If the text cannot be read or is registered already, or the line breaks a rule; or as
        `geo.desk.door.write` does.
    """
    plain = (
        text_in(Path(text[0]), text[1])
        if isinstance(text, tuple)
        else text_in(Path("text.txt"), text.encode())
    )
    sha256 = hashlib.sha256(plain.encode()).hexdigest()

    def plan(state: FolderState) -> Plan:
        sources = state.conflict.sources
        if same := list(sources.index[sources["text_sha256"].str.lower() == sha256]):
            raise DataError.at(SOURCES, rule("article_twice", source=same[0]))
        (source_id,) = unique_ids([about.outlet], taken=sources.index).values()
        file = _free_name(state, f"{source_id}-{about.article_day or about.published_from or 'undated'}")
        row = _source(source_id, about, plain, sha256, file)
        told = line(Action.REGISTER, coder, press.at, row, source_id=source_id)
        added = Change(SOURCES, COLUMNS, "source_id", add=(row,))
        return Plan((told,), (added,), {f"{ARTICLES}/{file}": plain})

    (told,) = write(folder, coder, press, plan)
    return told.source_id


def _source(source_id: str, about: Registration, text: str, sha256: str, file: str) -> dict[str, str]:
    given = about._asdict()
    made = {
        **{name: one_line(given.get(name, "")) for name in COLUMNS},
        "source_id": source_id,
        "article_day": about.article_day or about.published_from,
        "published_basis": one_line(about.basis),
        "language": about.language or language_of(text),
        "text_sha256": sha256,
        ARTICLE_FILE: file,
    }
    return {name: made[name] for name in COLUMNS}


def _free_name(state: FolderState, base: str) -> str:
    there = {path.name for path in (state.folder / ARTICLES).glob("*")}
    (found,) = unique_ids([base], taken={name.removesuffix(".txt") for name in there}).values()
    return f"{found}.txt"
