import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.diagnostics import Finding, Span
from ppidgen.report import FORMATS, Setting
from ppidgen.report.shipped import words
from tests.report.telling import CAPITALS, CHOICE, COLUMNS, LKPD, TWINS, told, waiver, written

HOSTILE = Finding(
    "SKM006",
    Span("content/a,b:c\n::warning::.yaml", 3, 1, 3, 9),
    {"key": "tanggal", "value": "x\r\n::error file=a::jebol %0A <b>@semua</b> \x1b[2J `#12` 3211011212850001"},
)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_repeats_itself_byte_for_byte(name: str) -> None:
    findings = [CHOICE, COLUMNS, CAPITALS, TWINS, HOSTILE]
    assert written(name, told(*findings)) == written(name, told(*reversed(findings)))


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_value_command_a_terminal_or_name_a_person(name: str) -> None:
    text = written(name, told(HOSTILE))
    assert "\x1b" not in text
    assert "3211011212850001" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_to_tell_is_a_report_too(name: str) -> None:
    assert written(name, told(files=3)).endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_of_many_findings_a_format_holds_one_at_a_time(name: str) -> None:
    many = [replace(CAPITALS, span=Span(f"content/informasi/{number}.yaml", 1, 8, 1, 29)) for number in range(300)]
    parts = [*FORMATS[name](told(*many), Setting(words("id")))]
    assert len(parts) > 200
    assert max(map(len, parts)) < 2_000


def test_a_github_report_has_one_command_per_finding_and_no_other() -> None:
    lines = written("github", told(HOSTILE, CHOICE)).splitlines()
    assert [line[:9] for line in lines] == ["::error f", "::error f", "2 galat, "]
    assert "file=content/a%2Cb%3Ac%0A%3A%3Awarning%3A%3A.yaml,line=3,col=1,endColumn=9" in lines[0]
    assert "%250A" in lines[0]


@pytest.mark.parametrize("name", ["github", "junit", "markdown"])
def test_the_way_out_follows_the_message_as_a_sentence_of_its_own(name: str) -> None:
    assert "Saran: isi kolom itu" in written(name, told(COLUMNS))


def test_severities_have_their_github_names() -> None:
    lines = written("github", told(CHOICE, COLUMNS, CAPITALS)).splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["::warning", "::notice", "::error"]


@given(st.text(), st.text(min_size=1))
def test_no_value_starts_a_github_command_of_its_own(value: str, path: str) -> None:
    finding = Finding("SKM006", Span(path, 1, 1, 1, 2), {"key": "k", "value": value})
    report = written("github", told(finding))
    assert len(re.split(r"[\n\r]", report)) == 3
    assert report.count("\n::") == 0


def test_a_json_report_holds_everything_by_name() -> None:
    report = json.loads(written("json", told(CHOICE, COLUMNS, waivers=[waiver("DIP001")], files=7)))
    assert report["version"] == 1
    assert report["as_of"] == "2026-02-16"
    assert report["counts"] == {"galat": 1, "kekurangan": 0, "catatan": 0}
    (finding,) = report["findings"]
    assert (finding["code"], finding["path"], finding["line"], finding["end_column"]) == ("SKM003", LKPD, 8, 20)
    assert finding["data"]["value"] == "tahunan"
    assert report["waived"][0]["until"] == "2026-06-30"


def test_a_junit_report_counts_failures_and_skips() -> None:
    report = ET.fromstring(written("junit", told(CHOICE, COLUMNS, CAPITALS, HOSTILE, waivers=[waiver("DIP001")])))  # noqa: S314 - our own text
    suite = report[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("4", "2", "1")
    kinds = {case.get("name", "").split()[0]: case[0].tag for case in suite}
    assert kinds == {"SKM003": "failure", "DIP009": "system-out", "SKM006": "failure", "DIP001": "skipped"}


def test_markdown_is_grouped_by_severity_and_calls_nobody() -> None:
    text = written("markdown", told(CHOICE, CAPITALS, HOSTILE, files=2))
    assert text.index("### Galat") < text.index("### Catatan")
    assert "@semua" not in text
    assert "<b>" not in text
    assert "- **SKM003** content/informasi/bpkad/lkpd-2024.yaml:8:13: 'kategori' berisi 'tahunan'" in text
