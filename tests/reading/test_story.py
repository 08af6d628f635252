"""`story.md`: its steps as they are written, and what is set aside: file, line and rule."""

import pytest
from folders import files

from geo.reading.conflict import conflict_of
from geo.reading.story import Step
from geo.reading.story_text import Sentence

GOOD = "## In the west\n[map](/?date=2021-09-05)\n\nRed holds it [r1].\n"


def read(text: str, name: str = "story.md") -> tuple[tuple[Step, ...], list[str]]:
    conflict = conflict_of(files() | {name: text.encode()})
    language = name.removeprefix("story").removesuffix("md").strip(".")
    return conflict.stories[language], [str(problem) for problem in conflict.rejected]


def test_a_step_has_its_heading_its_address_and_its_sentences() -> None:
    above = "# A story\n\nWhat stands above the first step is not told.\n\n"
    steps, aside = read(
        f"{above}{GOOD}\nA second one, “he said”. [r1] [r1]\n## Next ##\n/?date=2021-09-05\nSo [r1].\n"
    )
    assert aside == []
    assert [(step.row, step.title, step.address) for step in steps] == [
        (5, "In the west", "/?date=2021-09-05"),
        (11, "Next", "/?date=2021-09-05"),
    ]
    assert steps[0].sentences == (
        Sentence("Red holds it.", ("r1",)),
        Sentence("A second one, “he said”.", ("r1", "r1")),
    )
    assert steps[0].reports == ("r1",)


@pytest.mark.parametrize(
    "text",
    [
        "Red holds it, Gen. West of the U.S. says [r1].",
        "قرمز آن را دارد [r1]. دیگران چیزی نمی‌گویند؟ [r1]",
        "Red holds it [r1]! It took it at 5.30 p.m. that day [r1].",
    ],
    ids=["abbreviations", "from the right", "a time"],
)
def test_at_most_two_sentences_are_told(text: str) -> None:
    steps, aside = read(GOOD.replace("Red holds it [r1].", text))
    assert (len(steps), aside) == (1, [])


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[r1]", "", "row 1: 'Red holds it .' cites nothing"),
        ("[r1]", "[]", "row 1: 'Red holds it.' cites nothing"),
        ("Red holds it [r1].", "", "row 1: 'In the west' cites nothing"),
        ("Red holds it [r1].", "[r1].", "row 1: 'In the west' has a sentence without words"),
        ("[r1].", "[r1]. So they say.", "row 1: 'So they say.' cites nothing"),
        ("Red holds", "They came. Red holds", "row 1: 'They came.' cites nothing"),
        ("[r1].", "[r1]. Two [r1]. Three [r1].", "row 1: 'In the west' has 3 sentences: at most 2"),
        ("[r1].", "[r1, r9].", "row 1: 'r9' is not a report of control_reports.csv"),
        ("[map](/?date=2021-09-05)", "", "needs one line with the address of its view alone"),
        ("\n\n", "\n?date=2021-09-05\n", "needs one line with the address of its view alone"),
        ("holds", "holds " * 101, "is longer than 600 characters"),
        ("west", "w" * 100, "is longer than 100 characters"),
    ],
    ids=[
        "nothing cited", "empty brackets", "no sentence", "no words", "an uncited tail", "a sentence before",
        "three sentences", "an unknown report", "no address", "two addresses", "too long", "a long title",
    ],
)  # fmt: skip
def test_a_step_that_breaks_a_rule_is_set_aside_with_its_line(old: str, new: str, line: str) -> None:
    steps, aside = read(GOOD.replace(old, new) + GOOD)
    assert [step.row for step in steps] == [GOOD.replace(old, new).count("\n") + 1]
    assert len(aside) == 1
    assert aside[0].startswith("story.md, row 1: ")
    assert line in aside[0]


def test_eight_steps_are_told_and_the_ninth_is_set_aside() -> None:
    assert [len(found) for found in read(GOOD * 8)] == [8, 0]
    steps, aside = read(GOOD * 9)
    assert len(steps) == 8
    assert aside == ["story.md, row 33: 'In the west' is one step too many: at most 8"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("Only words.\n", "story.md: has no step"),
        ("", "story.md: is empty"),
        ("PK\x03\x04", "story.md: is a zip"),
    ],
    ids=["without a step", "empty", "another format"],
)
def test_a_file_that_is_no_story_leaves_the_map_as_it_is(data: str, line: str) -> None:
    steps, aside = read(data)
    assert steps == ()
    assert [said.startswith(line) for said in aside] == [True], aside


def test_each_language_has_a_file_of_its_own() -> None:
    conflict = conflict_of(
        files() | {"story.md": GOOD.encode(), "story.fa.md": GOOD.replace("west", "غرب").encode()}
    )
    assert {language: steps[0].title for language, steps in conflict.stories.items()} == {
        "": "In the west",
        "fa": "In the غرب",
    }
