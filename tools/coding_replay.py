"""Code articles again from empty with the desk, as a person would who wants the rows that are there.

``python tools/coding_replay.py ARTICLES [--folder data] [--without-names]`` copies the folder without its
rows, puts the articles into it, and goes through what the desk proposes of each in its order: a candidate
that codes a row is accepted, with a correction for every field that differs; one that codes none is refused;
a row that nobody proposed is started from a selection. Every decision goes through the desk's door. Printed
as Markdown: keys, rows found, corrected, added and refused, and what was wrong, by field.

Keys: accept, refuse, and to put a question row by row, one each; a field its letter, the letters that narrow
its list down to the value, and Enter; a row from a selection one key, and its fields. Text that is typed (a
speaker, a hedge) is counted apart, in characters. The selection itself is made by mouse and not counted. The
words of a speaker are only corrected where they share next to nothing, and those of a quote never.
"""

import argparse
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz

from geo.desk import Draft, FolderState, Press, accept_all, folder_state, refuse
from geo.desk.agreement_told import figure_rows, percent
from geo.desk.coders import texts_of
from geo.desk.codings import Coding, compared
from geo.desk.matching import matched, spans_of
from geo.page.desk import days
from geo.page.desk.corrected import DAYS, row_of
from geo.page.desk.fields import CLOSED, FIELDS, lists
from geo.page.desk.session import Desk
from geo.page.desk.started import started
from geo.reader import ROW
from geo.reading import REPORTS
from geo.words import load_words

Row = Mapping[str, str]
CODER: Final = "replay"
UNASKED: Final = ("claimant", "origin_id")
"""Listed fields that are compared otherwise, or follow from others."""
SAME_SPEAKER: Final = 60.0
"""Per cent of likeness from which two wordings are one speaker's."""

COLUMNS: Final = ("as proposed", "corrected", "added", "refused", "looked at", "keys", "typed")


class Replay:
    """One replay: the folder, what is wanted, and what was counted."""

    def __init__(self, folder: Path, wanted: Sequence[Row]) -> None:
        self.desk = Desk(folder, CODER)
        self.wanted = wanted
        self.counts: dict[str, Counter[str]] = {}
        self.wrong: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def article(self, source_id: str) -> None:
        """Code one article."""
        self.desk.source_id = source_id
        count = self.counts.setdefault(source_id, Counter())
        drafts = {one.id: one for item in self.desk.items(self.state) for one in item.drafts}
        gold = [row for row in self.wanted if row["source_id"] == source_id]
        rows = [one.row | {"note": one.id} for one in drafts.values() if one.tier == ROW]
        found = matched(rows, gold, texts_of(self.state))
        right = {pair.first["note"]: pair.second for pair in found.pairs}
        for item in self.desk.items(self.state):
            self._item([drafts[one.id] for one in item.drafts], right, count)
        for row in found.only_second:
            self._add(row, count)

    @property
    def state(self) -> FolderState:
        """The folder as it is now."""
        return self.desk.state

    def _item(self, drafts: Sequence[Draft], right: Mapping[str, Row], count: Counter[str]) -> None:
        """Decide on what is put as one thing; a question whose rows are not all as wanted is put apart."""
        together = [self._corrections(one, right[one.id]) for one in drafts if one.id in right]
        if len(drafts) > 1 and (len(together) not in {0, len(drafts)} or any(together)):
            count["keys"] += 1
            for one in drafts:
                self._item([one], right, count)
        elif not together:
            refuse(self.desk.folder, CODER, _press("x"), *drafts)
            count["keys"] += 1
            for one in drafts:
                count["refused" if one.tier == ROW else "looked at"] += 1
                self.refused[one.row["claim"] or "a sentence to look at"] += 1
        else:
            for one, changed in zip(drafts, together, strict=True):
                count["corrected" if changed else "as proposed"] += 1
                self.wrong.update(changed.keys())
                self._change(one, changed, count)
            self._accept(drafts, count)

    def _add(self, row: Row, count: Counter[str]) -> None:
        """Start a row from the words that are wanted."""
        start, end = spans_of(row, self.state.text(row["source_id"]))[0]
        drafts = [one for item in self.desk.items(self.state) for one in item.drafts]
        draft = started(self.desk, self.state, start, end, drafts)
        self.desk.made[draft.id] = draft
        count["keys"] += 1
        count["added"] += 1
        self.missed[row["claim"]] += 1
        self._change(draft, self._corrections(draft, row), count)
        self._accept([draft], count)
        del self.desk.made[draft.id]

    def _corrections(self, draft: Draft, row: Row) -> dict[str, str]:
        """Return the fields that a person would set, and to what."""
        found = {one.name: row[one.name] for one in FIELDS if one.listed and one.name not in UNASKED}
        changed = {name: cell for name, cell in found.items() if draft.row[name] != cell}
        if fuzz.token_set_ratio(draft.row["claimant"], row["claimant"]) < SAME_SPEAKER:
            changed["claimant"] = row["claimant"]
        if days.typed(draft.row) != days.typed(row):
            changed[DAYS] = days.typed(row)
        if row["hedge"] in draft.row["sentence"] and draft.row["hedge"] != row["hedge"]:
            changed["hedge"] = row["hedge"]
        return changed

    def _change(self, draft: Draft, changed: Mapping[str, str], count: Counter[str]) -> None:
        self.desk.changed[draft.id] = dict(changed)
        listed = lists(self.desk, self.state, [], load_words())
        for name, value in changed.items():
            closed = any(one.name == name and one.kind == CLOSED for one in FIELDS)
            count["keys"] += 2
            if closed:
                count["keys"] += letters(listed[name], value)
            elif name == DAYS:
                count["keys"] += len(short_days(value, self.state.day(draft.row["source_id"])))
            else:
                count["typed"] += len(value)

    def _accept(self, drafts: Sequence[Draft], count: Counter[str]) -> None:
        made = self.desk.made
        pairs = [(None if one.id in made else one, row_of(self.desk, self.state, one)) for one in drafts]
        accept_all(self.desk.folder, CODER, _press("Enter"), pairs)
        count["keys"] += 1


def _press(key: str) -> Press:
    return Press(key, datetime.now(UTC))


def letters(listed: Sequence[tuple[str, str]], value: str) -> int:
    """Return how many letters narrow a list down so that a value stands first, as `chooser.js` does."""
    label = dict(listed)[value].lower()
    tries = (label[:length] for length in range(len(label) + 1))
    return next((len(one) for one in tries if _first(listed, one) == value), len(label))


def _first(listed: Sequence[tuple[str, str]], typed: str) -> str:
    def fit(choice: tuple[str, str]) -> int:
        texts = [one.lower() for one in choice]
        words = [word for text in texts for word in text.replace("_", " ").split()]
        if any(text.startswith(typed) for text in texts):
            return 0
        return 1 if any(word.startswith(typed) for word in words) else 2 + all(typed not in t for t in texts)

    return min(listed, key=fit)[0] if typed else ""


def short_days(wanted: str, near: date) -> str:
    """Return the shortest way to type days."""
    return min(_ways(wanted, near), key=len)


def _ways(wanted: str, near: date) -> Iterator[str]:
    yield wanted
    first, there, last = wanted.partition(days.UP_TO)
    ends = [_one_day(one, near) for one in ([first, last] if there else [first])]
    for short in (days.UP_TO.join(ends),):
        if wanted and days.read(short, near) == days.read(wanted, near):
            yield short


def _one_day(text: str, near: date) -> str:
    if not text:
        return ""
    day = date.fromisoformat(text)
    return str(day.day) if abs(day - near) < timedelta(days=15) else f"{day.day}.{day.month}"


def emptied(folder: Path, articles: Path, place: Path, *, names: bool) -> Path:
    """Return a copy of a folder without a row, with its articles in it."""
    made = place / "folder"
    shutil.copytree(folder, made)
    shutil.copytree(articles, made / "articles", dirs_exist_ok=True)
    for name in (REPORTS, *(() if names else ("names.csv",))):
        (made / name).unlink(missing_ok=True)
    return made


def table(done: Replay) -> Iterator[str]:
    """Yield the counts as a Markdown table, an article a line."""
    yield "| article | rows | " + " | ".join(COLUMNS) + " | keys a row |"
    yield "|---" * (len(COLUMNS) + 3) + "|"
    total: Counter[str] = Counter()
    for source_id, count in [*done.counts.items(), ("all", total)]:
        rows = count["as proposed"] + count["corrected"] + count["added"]
        cells = [str(count[name]) for name in COLUMNS]
        yield f"| {source_id} | {rows} | " + " | ".join(cells) + f" | {count['keys'] / max(rows, 1):.1f} |"
        total.update(count if source_id != "all" else {})


def report(done: Replay) -> Iterator[str]:
    """Yield all that is printed."""
    yield from table(done)
    for said, some in (
        ("fields corrected", done.wrong),
        ("candidates refused", done.refused),
        ("rows that nobody proposed", done.missed),
    ):
        yield f"\n{said}: " + ", ".join(f"{name} {number}" for name, number in some.most_common())
    state = done.state
    found = compared(
        Coding("replay", state.settled), Coding("wanted", tuple(done.wanted)), texts_of(state)
    ).found
    both = f"{len(found.rows.pairs)} ({percent(found.shared, load_words())})"
    yield f"\nrows afterwards: {len(state.settled)}, found by both {both}"
    yield from ("  " + "  ".join(row) for row in figure_rows(found, load_words()))
    aside = [one for one in state.conflict.rejected if one.file == REPORTS]
    yield f"rows set aside by the checks: {len(aside)}"


def main() -> None:
    """Print the replay of a folder's articles."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path)
    ask.add_argument("--folder", type=Path, default=Path("data"))
    ask.add_argument("--without-names", action="store_true")
    given = ask.parse_args()
    wanted = folder_state(given.folder).settled
    with tempfile.TemporaryDirectory() as place:
        folder = emptied(given.folder, given.articles, Path(place), names=not given.without_names)
        done = Replay(folder, wanted)
        for source_id in folder_state(folder).articles:
            done.article(source_id)
        print("\n".join(report(done)))


if __name__ == "__main__":
    main()
