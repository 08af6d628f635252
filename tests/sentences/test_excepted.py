"""What a statement about everything except some areas leaves out."""

from made_up import conflict, statement

from geo.sentences.excepted import exceptions, spoken_of

BUT = {"scope": "all_but", "statement_id": "but"}


def test_the_areas_that_the_statements_rows_do_not_name_are_excepted() -> None:
    made = conflict(BUT | {"area_id": "west"}, BUT | {"area_id": "north"})
    found = exceptions(made, statement(**BUT))
    assert found == ("land", ("east",))


def test_the_whole_is_the_smallest_group_that_holds_all_rows() -> None:
    assert exceptions(conflict(BUT), statement(**BUT)) == ("valley", ("east",))


def test_rows_of_another_statement_or_scope_except_nothing() -> None:
    other = {"statement_id": "but", "area_id": "east", "scope": "named"}
    made = conflict(BUT, other, BUT | {"statement_id": "more", "area_id": "north"})
    assert exceptions(made, statement(**BUT)) == ("valley", ("east",))


def test_only_a_statement_of_that_scope_has_exceptions() -> None:
    assert exceptions(conflict(BUT), statement(statement_id="but", scope="all_of")) is None


def test_rows_that_fill_every_group_leave_nothing_to_name() -> None:
    made = conflict(*(BUT | {"area_id": area} for area in ("west", "east", "north")))
    assert exceptions(made, statement(**BUT)) is None


def test_words_about_a_whole_are_about_its_group() -> None:
    assert spoken_of(conflict(BUT), statement(scope="all_of", area_id="valley")) == "valley"


def test_words_that_leave_an_area_out_are_about_the_place_that_their_other_row_names() -> None:
    rows = {"statement_id": "only", "area_id": "valley", "scope": "all_of"}, {"area_id": "east"}
    out = statement(statement_id="only", area_id="north", scope="only_outside")
    assert spoken_of(conflict(*rows), out) == "valley"
    assert spoken_of(conflict(BUT), out) == ""


def test_words_that_name_the_area_need_no_other_place() -> None:
    assert spoken_of(conflict(BUT), statement(scope="named")) == ""


def test_a_statement_that_no_row_carries_reaches_its_own_area_alone() -> None:
    unknown = statement(statement_id="unknown", area_id="east", scope="all_but")
    assert exceptions(conflict(BUT), unknown) == ("valley", ("west",))
