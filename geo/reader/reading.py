"""The reader: an article's text and a folder's names -> candidates, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from geo.reader.cues import DAY, Cues
from geo.reader.frames import frames
from geo.reader.memory import Memory
from geo.reader.mentions import Named, named
from geo.reader.passage import Passage
from geo.reader.reasons import Reason
from geo.reader.sentence import Sentence, sentences
from geo.reader.statements import statements
from geo.reader.verbs import is_past

if TYPE_CHECKING:
    from geo.reader.candidates import Candidate
    from geo.reader.days import Calendar, Days
    from geo.reader.knowledge import Knowledge
    from geo.reading import Problem

SAME: Final = 92.0
"""Per cent of its words that a repeat shares with an earlier sentence."""

FEWEST_WORDS: Final = 5


@dataclass(frozen=True)
class Reader:
    """What an article is read with; `problems` = lines of `names.csv` that were set aside."""

    knowledge: "Knowledge"
    cues: Cues
    calendar: "Calendar"
    outlet: str
    published: date
    problems: tuple["Problem", ...] = ()

    def candidates(self, text: str) -> list["Candidate"]:
        """Return the candidates of an article in the order of its sentences."""
        return list(self._read(text, sentences(text, self.cues.language)))

    def _read(self, text: str, listed: list[Sentence]) -> Iterator["Candidate"]:
        groups = [*self.knowledge.under]
        memory = Memory(self.outlet, subject=groups[0] if len(groups) == 1 else "")
        for number in range(len(listed)):
            passage = self._passage(text, listed, number, memory)
            again = _told_before(listed, number)
            told: dict[tuple[str, ...], Candidate] = {}
            if not is_past(listed[number].text, self.cues, self.published.year):
                for candidate in statements(passage):
                    told.setdefault(candidate.key, candidate)
            memory.remember(passage.named, self.knowledge, self.cues, list(told.values()))
            for candidate in told.values():
                yield candidate.told_again(Reason("repeats", again[:60])) if again else candidate

    def _passage(self, text: str, listed: list[Sentence], number: int, memory: Memory) -> Passage:
        sentence = listed[number]
        found = named(sentence.text, self.knowledge, self.cues, memory.learned)
        days = self.calendar.days(sentence.text, self.published)
        found = _without_days(found, days)
        return Passage(
            article=text,
            sentences=listed,
            number=number,
            named=found,
            days=days,
            frames=frames(found.masked, self.cues),
            knowledge=self.knowledge,
            cues=self.cues,
            published=self.published,
            memory=memory,
        )


def _without_days(found: Named, days: list["Days"]) -> Named:
    """Return the sentence with the letters of its days masked as well."""
    letters = list(found.masked)
    for one in days:
        letters[one.start : one.end] = DAY * (one.end - one.start)
    return Named(found.text, "".join(letters), found.mentions)


def _told_before(listed: list[Sentence], number: int) -> str:
    """Return the earlier sentence that says the same in nearly the same words; "" = none."""
    text = listed[number].text
    if len(text.split()) < FEWEST_WORDS:
        return ""
    for earlier in listed[:number]:
        if (
            abs(len(earlier.text) - len(text)) < len(text) // 3
            and fuzz.token_sort_ratio(earlier.text, text) >= SAME
        ):
            return earlier.text
    return ""
