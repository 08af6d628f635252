"""Key events of `conflict.toml`: a day, a text, and the reports that it rests on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from geo.reading.errors import Problem, rule
from geo.reading.names import MOST_LANGUAGES, nearest
from geo.reading.toml import FILE, by_language

MOST_EVENTS: Final = 200
MOST_CITED: Final = 20
LONGEST_TEXT: Final = 500


@dataclass(frozen=True)
class KeyEvent:
    """What is marked on a day of the time bar, by language, with the reports whose words it retells."""

    day: date
    text: str
    texts: Mapping[str, str]
    reports: tuple[str, ...]

    def said(self, language: str) -> str:
        """Return its text in a language, else its plain text."""
        return self.texts.get(language, self.text)


def _day(value: object) -> object:
    """Return a day that is written as text."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("is not YYYY-MM-DD") from None
    return value


Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]


class EventTable(BaseModel):
    """A key event as the file has it: `day`, `text`, `text_xx`, `reports`."""

    model_config = ConfigDict(extra="forbid", strict=True)
    day: Annotated[date, BeforeValidator(_day)]
    text: Text
    texts: dict[str, Text] = Field({}, max_length=MOST_LANGUAGES)
    reports: list[str] = Field(min_length=1, max_length=MOST_CITED)

    @model_validator(mode="before")
    @classmethod
    def gather_texts(cls, table: object) -> object:
        """Move every `text_xx` key into `texts`, by language."""
        return by_language(table, "text")


def key_events(
    tables: Sequence[EventTable], reports: Collection[str], days: tuple[date, date]
) -> tuple[tuple[KeyEvent, ...], list[Problem]]:
    """Return the events in the order of their days, and why some are set aside.

    Parameters
    ----------
    tables
        As the file has them.
    reports
        Ids of the reports that were read.
    days
        The first and the last day of the map.
    """
    kept, aside = [], []
    for place, table in enumerate(tables, 1):
        found = list(_problems(table, f"events[{place}]", reports, days))
        aside += found
        if not found:
            kept.append(KeyEvent(table.day, table.text, table.texts, tuple(table.reports)))
    return tuple(sorted(kept, key=lambda event: event.day)), aside


def _problems(
    table: EventTable, key: str, reports: Collection[str], days: tuple[date, date]
) -> Iterator[Problem]:
    if not days[0] <= table.day <= days[1]:
        said = rule("event_outside", first=days[0], last=days[1])
        yield Problem(FILE, None, f"{key}.day", table.day.isoformat(), said)
    for report in table.reports:
        if report not in reports:
            near = nearest(report, reports, most=1)
            hint = f"'{near[0]}'?" if near else ""
            yield Problem(FILE, None, f"{key}.reports", report, rule("unknown_report"), hint)
