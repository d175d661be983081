"""A survey is counted exactly, and what is no answer is told without being repeated."""

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.duties.survey import BadAnswer, tally


def test_means_and_index_follow_from_the_answers() -> None:
    found = tally("Kemudahan,Waktu\n4,3\n3,2\n4,3\n")
    assert found.count == 3
    assert found.means == (("Kemudahan", 3.67), ("Waktu", 2.67))
    assert found.index == 79.17


def test_semicolons_part_columns_too() -> None:
    assert tally("A;B\n4;4\n").index == 100


def test_a_cell_that_is_no_answer_is_named_by_row_and_column_and_its_row_left_out() -> None:
    found = tally("Nama,Waktu\nSiti,4\n3,4\n3\n3,4,4\n")
    assert found.faults == (BadAnswer(1, "Nama"), BadAnswer(3, "Waktu"), BadAnswer(4, "3"))
    assert found.count == 1


def test_a_quote_that_is_never_closed_is_a_bad_answer_however_much_follows() -> None:
    found = tally('A,B\n4,4\n"' + "3,3\n" * 50_000)
    assert (found.count, found.faults) == (1, (BadAnswer(2, "A"),))


def test_a_survey_without_answers_has_no_index() -> None:
    assert (tally("A,B\n").index, tally("").count) == (None, 0)


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1))
def test_the_index_lies_between_25_and_100(answers: list[tuple[int, int]]) -> None:
    found = tally("A,B\n" + "".join(f"{one},{two}\n" for one, two in answers))
    assert found.count == len(answers)
    assert found.index is not None
    assert 25 <= found.index <= 100


@given(st.text(max_size=200))
def test_any_text_is_counted_or_told(text: str) -> None:
    tally(text)
