"""Guided fuzzing of the readers: `python -m tests.fuzz.native READER --seconds N`, with atheris installed for it.

The fuzzer sees which branches an input reaches and goes on from there, so it finds what random damage does not. Any
bytes give a value, a finding or a refusal that names itself; another exception ends the run and leaves its input in a
file. Outside the gate: atheris is no dependency of ours (`uv pip install atheris`).
"""

import argparse
import gzip
import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
MOST = 20_000
# Counting branches makes each run ten times as slow, and libFuzzer soon tries the longest it may. What is read line by
# line, field by field or cell by cell takes every branch in few of them: short inputs are ten times as many.
SHORT = 1_500
# By reader: the module of its function, real files to begin from, and how many bytes an input has at most.
READERS: Mapping[str, tuple[str, str, int]] = {
    "registers": ("ppidgen.model.portal.binding", "content/**/*.yaml", SHORT),
    "prose": ("ppidgen.theme.markdown", "content/**/*.md", MOST),
    "tables": ("ppidgen.exchange.grids.delimited", "tests/data/real/*/*.csv", MOST),
    "rubrics": ("ppidgen.reading.rubric_files", "ppidgen/data/rubrik/*/*.yaml", SHORT),
    "drawings": ("ppidgen.source.drawing", "content/berkas/**/*.svg", MOST),
    "packed": ("ppidgen.publish.packing", "content/*.yaml", MOST),
    "pages": ("ppidgen.publish.embedded", "themes/baku/**/*.html", MOST),
    "documents": ("ppidgen.source.probe.program", "content/berkas/**/*.[cps][snv][vg]", SHORT),
    "workbooks": ("ppidgen.source.probe.sheets", "content/berkas/**/*.svg", MOST),
    "letters": ("ppidgen.source.probe.packed", "content/berkas/**/*.svg", MOST),
    "maps": ("ppidgen.exchange.importing.mapping", "content/*.yaml", SHORT),
    "answers": ("ppidgen.duties.survey", "content/berkas/**/*.csv", MOST),
    "tapes": ("ppidgen.source.probe.tapes", "content/berkas/**/*.csv", MOST),
    "cells": ("ppidgen.exchange.wording", "themes/baku/**/*.html", MOST),
    "links behind cells": ("ppidgen.exchange.grids.office_links", "content/berkas/**/*.svg", MOST),
    "odd tables": ("ppidgen.exchange.importing.files", "tests/data/real/*/d*.csv", SHORT),
}


def one_input(reader: str, module: Any) -> Callable[[bytes], object]:
    """Give the function that reads one input."""
    readers: Mapping[str, Callable[[bytes], object]] = {
        "registers": lambda raw: _register(module, raw),
        "prose": lambda raw: _prose(module, raw.decode("utf-8", "replace")),
        "tables": lambda raw: _table(module, raw),
        "rubrics": lambda raw: _rubric(module, raw),
        "drawings": lambda raw: _drawing(module, raw),
        "packed": lambda raw: [module.unpacked(f"a.{form}", raw, MOST) for form in module.FORMS],
        "pages": lambda raw: module.brought_in(raw.decode("utf-8", "replace")),
        "documents": lambda raw: _document(module, raw),
        "workbooks": lambda raw: _parts(module, raw.decode("utf-8", "replace")),
        "letters": lambda raw: module._text_of("word/document.xml", raw.decode("utf-8", "replace"), _opened()),
        "maps": lambda raw: _map(module, raw.decode("utf-8", "replace")),
        "answers": lambda raw: module.tally(raw.decode("utf-8", "replace")),
        "tapes": lambda raw: _tape(module, raw),
        "cells": lambda raw: module.without_html(raw.decode("utf-8", "replace")),
        "links behind cells": lambda raw: _links(module, raw.decode("utf-8", "replace")),
        "odd tables": _import,
    }
    return readers[reader]


def _register(module: Any, raw: bytes) -> None:
    registers = import_module("ppidgen.model.portal.registers").REGISTERS
    register = registers[raw[-1] % len(registers)] if raw else registers[0]
    for ending in ("yaml", "md"):
        module.bind_file(f"content/{register.name}/a.{ending}", raw, register)


def _prose(module: Any, text: str) -> None:
    style = module.MarkdownStyle("keluar", "tabel", "a", "b", "c", "d", {})
    module.MarkdownRenderer("/", style).render(text, 2, set())


def _drawing(module: Any, raw: bytes) -> None:
    module.is_plain_drawing(raw)


def _table(module: Any, raw: bytes) -> None:
    refusal = import_module("ppidgen.exchange.grids.grid").Unreadable
    try:
        module.read_delimited("a.csv", raw)
    except refusal:
        return


def _opened() -> Any:
    return import_module("ppidgen.source.probe.opened").Opened()


def _document(module: Any, raw: bytes) -> None:
    kind, found = module.kind_of(raw[: module.SAMPLE]), _opened()
    if kind not in {"pdf", "ole"}:  # those are read by programs in C, which damage the whole process
        module.open_bytes(raw, kind, found)
        module._answer(found)


def _parts(module: Any, text: str) -> None:
    """Read every part of a workbook from the same text."""
    names = "worksheets/sheet1", "sharedStrings", "workbook", "comments1", "pivotCache/pivotCacheRecords1"
    module.read_workbook([f"xl/{name}.xml" for name in names], lambda _: text, _opened())


def _tape(module: Any, raw: bytes) -> None:
    """Read a tape of files, whose pressing a fuzzer would never guess."""
    module.open_gzip(gzip.compress(raw, 1), _opened(), lambda *_: None)


def _links(module: Any, text: str) -> None:
    """Read the same text as both kinds of sheets."""
    module._of_sheet(text, {"rId1": "https://a.test/"})
    list(module._of_open_document(text))


def _map(module: Any, text: str) -> None:
    refusal = import_module("ppidgen.exchange.grids.grid").Unreadable
    try:
        module.read_map("peta.yaml", text)
    except refusal:
        return


def _import(raw: bytes) -> None:
    """Import a table; each row must be accounted for."""
    delimited = import_module("ppidgen.exchange.grids.delimited")
    planning = import_module("ppidgen.exchange.importing.planning")
    register = planning.IMPORTABLE[raw[-1] % len(planning.IMPORTABLE)] if raw else planning.IMPORTABLE[0]
    try:
        grid = delimited.read_delimited("a.csv", raw)
    except import_module("ppidgen.exchange.grids.grid").Unreadable:
        return
    for sheet in planning.plan_import([grid], _request(register.name)).report.sheets:
        told = sheet.written + sheet.present + sheet.joined + len(sheet.skipped) + len(sheet.removed)
        if sheet.read != told:
            raise AssertionError(f"{sheet.read} rows read, {told} told")


@cache
def _request(name: str) -> Any:
    tables, plan = import_module("ppidgen.exchange.tables"), import_module("ppidgen.exchange.importing.plan")
    law, register = import_module("ppidgen.reading.shipped").shipped_law(), _register_named(name)
    return plan.Request(register, law, tables.column_table(name), tables.import_words(), tables.report_words("id"))


def _register_named(name: str) -> Any:
    return import_module("ppidgen.exchange.importing.files").register_named(name)


def _rubric(module: Any, raw: bytes) -> None:
    law = import_module("ppidgen.reading.shipped").shipped_law()
    import_module("ppidgen.scoring.reading").read_rubric("a.yaml", raw, law, module.text_of)


def main() -> None:
    """Fuzz one reader for so long; ends with a code of its own, and a file, when something is found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("reader", choices=list(READERS))
    parser.add_argument("--seconds", type=int, default=60)
    asked = parser.parse_args()
    atheris: Any = import_module("atheris")
    name, seeds, most = READERS[asked.reader]
    with atheris.instrument_imports(include=["ppidgen"]):
        module = import_module(name)
        one = one_input(asked.reader, module)
        one(b"")
    corpus = CHECKOUT / ".gate" / "korpus" / asked.reader
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in CHECKOUT.glob(seeds):
        (corpus / seed.name).write_bytes(seed.read_bytes()[:most])
    limits = [f"-max_total_time={asked.seconds}", f"-max_len={most}", "-timeout=60", "-rss_limit_mb=1024"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={corpus.parent}/", str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
