"""The list of what falls due as a calendar that programs take (RFC 5545)."""

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ppidgen.diagnostics import Span
from ppidgen.model.standing.due import Due, DueKind
from ppidgen.report.due import FORMATS, Agenda
from ppidgen.report.shipped import due_words

DAY = date(2026, 2, 16)


def due(title: str = "Rekam", day: date = DAY, record: str = "a") -> Due:
    return Due(day, DueKind.EXEMPTION_ENDS, "dikecualikan", record, title, Span("content/a.yaml", 1, 1), "u", "Sari")


def calendar(*items: Due) -> str:
    return FORMATS["ics"](Agenda("Kabupaten Contoh", DAY, DAY, items, {"u": "Unit U"}), due_words("id"))


def uids(text: str) -> list[str]:
    return re.findall(r"UID:(\S+)", text)


def test_a_moved_day_keeps_its_name_so_that_calendars_move_it_too() -> None:
    before, after = calendar(due()), calendar(due(day=DAY + timedelta(days=9)))
    assert uids(before) == uids(after)
    assert "DTSTART;VALUE=DATE:20260225\r\nDTEND;VALUE=DATE:20260226\r\n" in after
    assert len(set(uids(calendar(due(), due(record="b"))))) == 2


@given(st.text(max_size=300))
def test_whatever_a_title_holds_no_line_is_too_long_and_none_is_made_by_it(title: str) -> None:
    text = calendar(due(title.replace("\ud800", "")))
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert all(len(line.encode("utf-8", "surrogatepass")) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert sum(line.startswith("SUMMARY:") for line in unfolded) == 1
    assert len(unfolded) == len(calendar(due()).replace("\r\n ", "").split("\r\n"))


def test_commas_semicolons_and_new_lines_are_escaped() -> None:
    assert "a\\, b\\; c\\\\d\\ne" in calendar(due("a, b; c\\d\ne")).replace("\r\n ", "")


def test_the_same_list_gives_the_same_bytes_in_every_format() -> None:
    agenda = Agenda("Kabupaten Contoh", DAY, DAY, (due(), due("Lain", record="b")), {})
    for write in FORMATS.values():
        assert write(agenda, due_words("en")) == write(agenda, due_words("en"))


def test_no_title_becomes_markup_in_an_issue() -> None:
    agenda = Agenda("Kabupaten Contoh", DAY, DAY, (due("[x](http://a) <b> *t*"),), {})
    assert "\\[x\\](http://a) &lt;b> \\*t\\*" in FORMATS["markdown"](agenda, due_words("id"))
