"""A broken rule is said in English where it is found and in the reader's language where it is shown."""

import ast
import pickle
from pathlib import Path

import geo
from geo.reading.errors import Problem, in_words, rule
from geo.words import Words, load_words

CODE = sorted(Path(geo.__file__).parent.rglob("*.py"))


def keys_in_code():
    calls = (
        node for path in CODE for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)
    )
    named = (
        call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "rule" and call.args
    )
    return {str(call.args[0].value) for call in named if isinstance(call.args[0], ast.Constant)}


def test_a_rule_is_its_sentence():
    assert (
        rule("cell_count", cells=3, width=21) == "has 3 cells where the header has 21: are columns shifted?"
    )


def test_a_rule_is_said_in_another_language():
    words = Words("xx", {**load_words().entries, "rules.cell_count": "{width} / {cells}"})
    assert in_words(rule("cell_count", cells=3, width=21), words) == "21 / 3"


def test_text_that_is_no_rule_stays_as_it_is():
    assert in_words("as it is", load_words()) == "as it is"


def test_a_rule_survives_a_cache():
    kept = pickle.loads(pickle.dumps(rule("cell_count", cells=3, width=21)))  # noqa: S301 (our own bytes)
    assert (kept, kept.key, kept.values) == (
        rule("cell_count", cells=3, width=21),
        "cell_count",
        {"cells": 3, "width": 21},
    )


def test_the_words_hold_every_rule_of_the_code_and_no_other():
    said = {key.removeprefix("rules.") for key in load_words().entries if key.startswith("rules.")}
    assert said == keys_in_code()


def test_a_long_value_leaves_room_for_the_rule_that_it_breaks():
    told = str(Problem("x.csv", 3, "quote", "so " * 1000, rule("empty"), "y?"))
    assert told.startswith("x.csv, row 3, quote: 'so so so")
    assert told.endswith("…' is empty (y?)")
    assert len(told) < 160
