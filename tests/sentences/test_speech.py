"""geo.sentences.speech: clauses that name who said or denied what, and in whose report."""

import pytest
from made_up import statement, subject

from geo.sentences.speech import MOST, capital, clauses, found, speakers
from geo.sentences.statements import Statement


def named(number: int) -> Statement:
    """Return the words of one of many speakers, who says that Red held West."""
    return statement(f"r{number}", claimant=f"witness {number}", claimant_side="third_party")


def said(*statements: Statement, area_id: str = "west") -> list[str]:
    """Return the clauses about an area."""
    return list(clauses(subject(area_id), statements))


@pytest.mark.parametrize(
    ("claimant", "side", "words"),
    [
        ("The Paper", "outlet", "The Paper"),
        ("the paper’s own reporter", "outlet", "the paper’s own reporter"),
        ("THE PAPER itself", "outlet", "THE PAPER itself"),
        ("The Paper, Editorial", "outlet", "Editorial The Paper"),
        ("The Paper", "third_party", "The Paper, in The Paper’s report,"),
        ("The Radio", "outlet", "The Radio, in The Paper’s report,"),
        ("Ali, Red spokesman", "red", "Red spokesman Ali, in The Paper’s report,"),
        ("Ali, a spokesman", "red", "Ali, a spokesman, in The Paper’s report,"),
        ("Ali, Red spokesman, by phone", "red", "Ali, Red spokesman, by phone, in The Paper’s report,"),
        ("Ali,Red spokesman", "red", "Ali,Red spokesman, in The Paper’s report,"),
        ("Ali", "red", "Ali, in The Paper’s report,"),
        ("Ali, x Red", "red", "Ali, x Red, in The Paper’s report,"),
    ],
    ids=[
        "own voice",
        "own voice, in part",
        "own voice, other capitals",
        "own voice with a role",
        "named like the outlet, but not the outlet",
        "another outlet",
        "name and role",
        "name and description",
        "name, role and more",
        "a comma without a space",
        "a name alone",
        "the capital is not the first letter",
    ],
)
def test_a_speaker_is_named_with_the_role_and_the_report(claimant: str, side: str, words: str) -> None:
    one = statement(claimant=claimant, claimant_side=side)
    assert speakers(subject(), [one]) == [words]


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        (["radio"], "Ali, in The Radio’s report,"),
        (["radio", "radio"], "Ali, in The Radio’s report,"),
        (["radio", "paper"], "Ali, in the reports of The Radio and The Paper,"),
        (
            ["paper", "radio", "paper", "agency"],
            "Ali, in the reports of The Paper, The Radio and The Agency,",
        ),
    ],
    ids=["one outlet", "one outlet twice", "two outlets", "three outlets"],
)
def test_one_origin_is_named_once_with_every_outlet_that_carries_it(sources: list[str], words: str) -> None:
    carried = [statement(claimant="Ali", claimant_side="red", source=source) for source in sources]
    assert speakers(subject(), carried) == [words]


def test_origins_are_named_in_the_order_in_which_they_are_first_heard() -> None:
    ali, omar = ({"claimant": name, "claimant_side": "red"} for name in ("Ali", "Omar"))
    heard = [statement(**omar), statement(**ali), statement(**omar, source="radio")]
    assert speakers(subject(), heard) == [
        "Omar, in the reports of The Paper and The Radio,",
        "Ali, in The Paper’s report,",
    ]


def test_an_origin_has_the_name_that_its_first_statement_gives() -> None:
    first = statement(origin_id="o1", claimant="Ali", claimant_side="red")
    assert speakers(subject(), [first, first._replace(claimant="The Paper", claimant_side="outlet")]) == [
        "Ali, in The Paper’s report,"
    ]


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (MOST - 1, "witness 2, in The Paper’s report, said the Reds held West"),
        (MOST, "witness 3, in The Paper’s report, said the Reds held West"),
        (MOST + 1, "witness 3, in The Paper’s report, said the Reds held West; 1 more says so"),
        (MOST + 2, "witness 3, in The Paper’s report, said the Reds held West; 2 more say so"),
    ],
    ids=["fewer", "as many as are named", "one more", "two more"],
)
def test_three_voices_are_named_and_the_others_counted(count: int, last: str) -> None:
    heard = said(*(named(number) for number in range(1, count + 1)))
    first = [
        f"witness {number}, in The Paper’s report, said the Reds held West"
        for number in range(1, min(count, MOST))
    ]
    assert heard == [*first, last]


def test_a_voice_speaks_once_by_its_first_origin() -> None:
    words = {"voice_id": "red", "claimant_side": "red"}
    assert said(
        statement(claimant="Ali", **words), statement(claimant="Omar", **words), statement(claimant="Sima")
    ) == [
        "Ali, in The Paper’s report, said the Reds held West",
        "Sima, in The Paper’s report, said the Reds held West",
    ]


def test_voices_that_agree_are_named_together_the_first_heard_first() -> None:
    heard = said(
        statement(party="blue", claimant="Ali"),
        statement(party="red", claimant="Omar"),
        statement(party="blue", claimant="Sima"),
        statement(party="blue", claimant="Zahra", polarity="denies"),
    )
    assert heard == [
        "Ali, in The Paper’s report, said the Blues held West",
        "Sima, in The Paper’s report, said the Blues held West",
        "Omar, in The Paper’s report, said the Reds held West",
        "Zahra, in The Paper’s report, denied that the Blues held West",
    ]


def test_each_view_counts_its_own_voices() -> None:
    heard = said(*map(named, range(1, 5)), *(named(n)._replace(party="blue") for n in range(1, 5)))
    assert [one.endswith("; 1 more says so") for one in heard] == [False, False, True] * 2


def test_words_that_weaken_a_statement_are_said_once_with_it() -> None:
    weak = statement(hedge="reportedly", sentence="Red reportedly holds West")
    assert said(weak) == ["The Paper said the Reds held West (“reportedly”)"]
    assert said(weak, weak._replace(report_id="r2")) == ["The Paper said the Reds held West (“reportedly”)"]
    two = said(weak, weak._replace(report_id="r2", hedge="it seems"))
    assert two == ["The Paper said the Reds held West (“reportedly” and “it seems”)"]


def test_a_hedge_inside_of_a_quote_is_not_repeated() -> None:
    wide = statement(scope="all_of", area_id="valley", quote="Red reportedly holds all", hedge="reportedly")
    assert said(wide) == ["The Paper, of Valley: “Red reportedly holds all” (read as: the Reds held West)"]
    outside = wide._replace(quote="Red holds all")
    assert said(outside) == [
        "The Paper, of Valley: “Red holds all” (read as: the Reds held West) (“reportedly”)"
    ]


def test_nobody_says_nothing() -> None:
    assert said() == []
    assert speakers(subject(), []) == []


@pytest.mark.parametrize(
    ("different", "words"),
    [
        ({"polarity": "denies"}, "The Paper denied that the Reds held West"),
        (
            {"polarity": "denies", "scope": "all_of"},
            "The Paper: “Red holds West” (read as a denial that the Reds held West)",
        ),
        (
            {"polarity": "denies", "scope": "part_of", "area_id": "valley", "place_as_written": "its west"},
            "The Paper denied that the Reds held “its west”",
        ),
        ({"claim": "captured"}, "The Paper said the Reds took West"),
        (
            {"claim": "repelled", "party": "blue"},
            "The Paper: “Red holds West” (read as: the Blues repelled attackers in West)",
        ),
        ({"claim": "left"}, "The Paper said the Reds left West"),
        (
            {"scope": "all_but", "area_id": "west"},
            "The Paper: “Red holds West” (read as: the Reds held all of Valley except East, West among them)",
        ),
        (
            {"scope": "all_of", "area_id": "valley"},
            "The Paper, of Valley: “Red holds West” (read as: the Reds held West)",
        ),
        (
            {"scope": "only_outside"},
            "The Paper: “Red holds West” (read as: the Reds held West)",
        ),
        (
            {"scope": "part_of", "area_id": "valley", "place_as_written": "its west"},
            "The Paper said the Reds held “its west”",
        ),
        (
            {"scope": "part_of", "area_id": "valley", "place_as_written": ""},
            "The Paper said the Reds held part of Valley",
        ),
        ({"place_as_written": ""}, "The Paper said the Reds held West"),
    ],
    ids=[
        "a denial",
        "a denial of the whole",
        "a denial about a part",
        "captured",
        "repelled",
        "left",
        "all but",
        "all of",
        "only outside",
        "part of, as written",
        "part of, unwritten",
        "named, unwritten",
    ],
)
def test_a_clause_says_what_was_said_of_the_place(different: dict[str, str], words: str) -> None:
    assert said(statement(**different)) == [words]


def test_a_clause_names_the_area_asked_about_and_the_whole_spoken_of() -> None:
    assert said(statement(scope="named", area_id="west"), area_id="east") == [
        "The Paper said the Reds held East"
    ]
    assert said(statement(scope="all_of", area_id="land"), area_id="east") == [
        "The Paper, of Land: “Red holds West” (read as: the Reds held East)"
    ]


def test_a_clause_in_dari_names_what_has_a_dari_name() -> None:
    one = statement(area_id="north", claimant="Ali, Red spokesman", claimant_side="red")
    assert list(clauses(subject("north", "fa"), [one])) == [
        "به گفته Red spokesman Ali در گزارش The Paper، شمال در دست گروه سرخ بود"
    ]


def test_statements_are_found_by_id_in_the_order_of_the_ids() -> None:
    one, two = statement("r1"), statement("r2")
    assert found(["r2", "r9", "r1", "r2"], {"r1": one, "r2": two}) == [two, one, two]


@pytest.mark.parametrize(
    ("text", "capitalised"),
    [("unnamed NRF men", "Unnamed NRF men"), ("élan", "Élan"), ("u", "U"), ("", ""), ("سرخ", "سرخ")],
    ids=["a sentence", "with an accent", "one letter", "nothing", "a script without capitals"],
)
def test_only_the_first_letter_becomes_a_capital(text: str, capitalised: str) -> None:
    assert capital(text) == capitalised
