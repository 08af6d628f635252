"""How far two coders agree: alpha, shares, and what is undefined."""

import math

import pytest
from coding_folder import TEXT, row

from geo.desk.coefficients import FOUND, VARIABLES, agreement
from geo.desk.figures import alpha, figure


def figures(first, second):
    return {one.variable: one for one in agreement(first, second, {"cnn": TEXT}).figures}


def test_alpha_is_the_librarys_nominal_one():
    """Krippendorff 2011, “Computing Krippendorff's alpha-reliability”, example A: two observers, binary."""
    first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert alpha(first, second) == pytest.approx(0.095, abs=5e-4)


@pytest.mark.parametrize("values", [([], []), (["x"], ["x"]), (["x", "x"], ["x", "x"])])
def test_what_is_undefined_is_none_and_never_nan(values):
    assert alpha(*values) is None


def test_nothing_to_compare_has_no_share():
    assert figure("claim", [], []) == ("claim", None, None, 0)


def test_every_variable_has_its_figure_over_the_pairs():
    ours = [row("a1"), row("a2", quote="Dara is calm.", area_id="dara", claim="holds")]
    theirs = [row("b1", date_to="2021-09-05"), row("b2", quote="Dara is calm.", area_id="dara", claim="left")]
    found = figures(ours, theirs)
    assert [*found] == [FOUND, *VARIABLES]
    assert (found["claim"].agree, found["claim"].n) == (0.5, 2)
    assert found["area_id"][1:] == (1.0, 1.0, 2)
    assert found["date_to"].agree == 0.5
    assert found["scope"].alpha is None
    assert not any(one.alpha is not None and math.isnan(one.alpha) for one in found.values())


def test_found_counts_sentences_of_the_article():
    found = figures([row("a")], [row("b", quote="Dara is calm.", area_id="dara")])[FOUND]
    assert (found.agree, found.n) == (pytest.approx(1 / 3), 3)


def test_a_voice_that_one_coder_alone_has_is_a_name_of_his_own():
    ours = [row("a1", voice_id="src"), row("a2", quote="Dara is calm.", voice_id="guard")]
    theirs = [row("b1", voice_id="source"), row("b2", quote="Dara is calm.", voice_id="guard")]
    assert figures(ours, theirs)["voice_id"].agree == 1
    theirs[0]["voice_id"] = "guard"
    assert figures(ours, theirs)["voice_id"].agree == 0.5


def test_rows_of_articles_without_a_text_are_left_out():
    found = agreement([row("a"), row("x", source_id="tass")], [row("b")], {"cnn": TEXT})
    assert (len(found.rows.pairs), found.rows.only_first, found.shared) == (1, (), 1.0)
    assert agreement([], [], {"cnn": TEXT}).shared is None
