"""Make the binary documents of the specimen portal again, the same bytes each time.

The words and figures are in `documents.yaml`. PDF and PNG files need `typst` (pip install typst==0.15.2),
which is not a dependency of ppidgen: run this with an environment of its own that has typst, xlsxwriter and PyYAML.

    python tests/specimen/make_documents.py content/berkas
"""

import csv
import importlib
import io
import json
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml

HERE = Path(__file__).parent
Sheet = Mapping[str, Any]


def main(target: Path) -> None:
    """Write each document that `documents.yaml` describes below `target`."""
    specimens: Mapping[str, Sheet] = yaml.safe_load((HERE / "documents.yaml").read_text(encoding="utf-8"))
    for path, sheet in specimens.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(MAKERS[sheet["jenis"]](sheet))


def pdf(sheet: Sheet) -> bytes:
    """Set one tagged PDF (PDF/UA-1) with title, paragraphs and at most one table."""
    return _typeset(sheet, "document.typ", format="pdf", pdf_standards="ua-1")


def png(sheet: Sheet) -> bytes:
    """Draw one infographic."""
    return _typeset(sheet, "picture.typ", format="png", ppi=48.0)


def comma_separated(sheet: Sheet) -> bytes:
    """Write one CSV file: UTF-8, comma, one header row, LF."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([sheet["kolom"], *sheet["baris"]])
    return text.getvalue().encode()


def workbook(sheet: Sheet) -> bytes:
    """Write one worksheet whose first row is its header; the file carries the date of the document, not of today."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    made = datetime.fromisoformat(sheet["tanggal"]).replace(tzinfo=UTC)
    book.set_properties({"title": sheet["judul"], "author": "Pemerintah Kabupaten Contoh", "created": made})
    page = book.add_worksheet("Data")
    page.freeze_panes(1, 0)
    page.write_row(0, 0, sheet["kolom"], book.add_format({"bold": True, "text_wrap": True}))
    for number, row in enumerate(sheet["baris"], start=1):
        page.write_row(number, 0, row)
    page.set_column(0, len(sheet["kolom"]) - 1, 24)
    book.close()
    return buffer.getvalue()


def _typeset(sheet: Sheet, template: str, **options: object) -> bytes:
    # Imported by name: only whoever makes the documents needs it.
    typst: Any = importlib.import_module("typst")
    made: bytes = typst.compile(str(HERE / template), sys_inputs={"data": json.dumps(sheet)}, **options)
    return made


MAKERS: Mapping[str, Callable[[Sheet], bytes]] = {"pdf": pdf, "png": png, "csv": comma_separated, "xlsx": workbook}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
