import hashlib
import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from ppidgen.diagnostics import Finding, Span
from ppidgen.report import Diagnostics
from tests.report.telling import BODY_MISSING, CAPITALS, CHOICE, COLUMNS, TWINS, told, waiver, written

SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")


def sarif(diagnostics: Diagnostics) -> Any:
    return json.loads(written("sarif", diagnostics))


def test_the_schema_is_the_one_that_its_note_describes() -> None:
    digest = hashlib.sha256(SCHEMA.read_bytes()).hexdigest()
    assert digest in SCHEMA.with_name("sarif-schema.md").read_text(encoding="utf-8")


def test_a_report_is_valid_sarif() -> None:
    odd = Finding("SKM006", Span("content/berkas aneh #1.yaml", 4, 2), {"key": "k", "value": "x"})
    report = sarif(told(CHOICE, COLUMNS, CAPITALS, TWINS, BODY_MISSING, odd, waivers=[waiver("DIP001")]))
    faults = [error.message for error in Draft7Validator(json.loads(SCHEMA.read_bytes())).iter_errors(report)]
    assert faults == []


def test_an_empty_report_is_valid_sarif() -> None:
    assert list(Draft7Validator(json.loads(SCHEMA.read_bytes())).iter_errors(sarif(told()))) == []


def test_each_result_points_at_its_rule() -> None:
    run = sarif(told(CHOICE, COLUMNS, CAPITALS))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert {one["ruleId"]: one["level"] for one in run["results"]} == {
        "SKM003": "error",
        "DIP001": "warning",
        "DIP009": "note",
    }


def test_a_waived_fault_is_suppressed_with_its_reason() -> None:
    (result,) = sarif(told(COLUMNS, waivers=[waiver("DIP001")]))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "Menunggu pindaian."}]


def test_a_path_is_written_as_an_address() -> None:
    (result,) = sarif(told(Finding("RUJ009", Span("content/a b.yaml"))))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "content/a%20b.yaml"}}
