"""What programs and spreadsheets take from the site."""

import csv
import hashlib
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import openpyxl
import pytest

from tests.site.building import Site
from tests.site.reading import read

pytestmark = pytest.mark.slow

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
DIGEST = re.compile(r"[0-9a-f]{64}")
FORMULA = re.compile(r"[=+\-@\t\r]")
TITLE = {"dip": "Judul", "dik": "Informasi"}


@pytest.mark.parametrize("name", TITLE)
def test_the_json_fits_the_schema_that_lies_beside_it(name: str, either: Site) -> None:
    schema = json.loads(either.files[f"data/{name}.schema.json"])
    data = json.loads(either.files[f"data/{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)
    assert schema["$id"] == f"{either.base_url}data/{name}.schema.json"


def rows_of(site: Site, name: str) -> list[list[str]]:
    text = site.files[f"data/{name}.csv"].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))


@pytest.mark.parametrize("name", TITLE)
def test_csv_json_and_workbook_hold_the_same_entries(name: str, site: Site) -> None:
    head, *rows = rows_of(site, name)
    (listed,) = [each for each in json.loads(site.files[f"data/{name}.json"]).values() if isinstance(each, list)]
    assert len(rows) == len(listed) > 10
    assert {len(row) for row in rows} == {len(head)}
    titles = [one["judul"] for one in listed]
    assert [row[head.index(TITLE[name])] for row in rows] == titles
    (sheet,) = openpyxl.load_workbook(io.BytesIO(site.files[f"data/{name}.xlsx"]))
    numbered = [row for row in sheet.iter_rows(values_only=True) if str(row[0]).isdigit()]
    in_force = [one["judul"] for one in listed if one.get("status") != "dibuka"]
    assert [str(row[1]).partition("\n")[0] for row in numbered] == in_force


def test_no_cell_of_any_table_is_a_formula(site: Site) -> None:
    for name in TITLE:
        cells = [cell for row in rows_of(site, name) for cell in row]
        assert [cell for cell in cells if FORMULA.match(cell) and not re.fullmatch(r"[+-]?[\d.,]+", cell)] == []
        for sheet in openpyxl.load_workbook(io.BytesIO(site.files[f"data/{name}.xlsx"])):
            assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_every_feed_has_what_a_reader_of_feeds_needs(either: Site) -> None:
    feeds = [path for path in either.files if path.startswith("umpan/") and path.endswith(".xml")]
    assert len(feeds) > 20
    ids = {}
    for path in feeds:
        feed = ET.fromstring(either.files[path])  # noqa: S314 - our own output
        own = feed.find("atom:link[@rel='self']", ATOM)
        assert own is not None
        assert own.get("href") == either.base_url + path
        for part in (feed, *feed.findall("atom:entry", ATOM)):
            assert part.findtext("atom:title", namespaces=ATOM)
            assert MOMENT.fullmatch(part.findtext("atom:updated", "", ATOM))
        ids[path] = feed.findtext("atom:id", "", ATOM)
        links = [link.get("href", "") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
        assert [link for link in links if not link.startswith(either.base_url)] == []
        entries = [entry.findtext("atom:id", "", ATOM) for entry in feed.findall("atom:entry", ATOM)]
        assert len(set(entries)) == len(entries)
    assert len(set(ids.values())) == len(ids)


def test_documents_leave_as_they_came_and_are_what_their_digest_says(site: Site, sources: Path) -> None:
    documents = {path: content for path, content in site.files.items() if path.startswith("berkas/")}
    came = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (sources / "content/berkas").rglob("*.*")}
    left = {hashlib.sha256(content).hexdigest() for content in documents.values()}
    assert len(documents) > 40
    assert left <= came
    shown = {code for html in site.pages.values() for code in read(html).codes if DIGEST.fullmatch(code)}
    assert shown <= left
    entries = json.loads(site.files["data/dip.json"])["informasi"]
    for document in (each for entry in entries for each in entry["dokumen"] if each["sha256"]):
        content = site.files[document["alamat"].removeprefix(site.base_url)]
        assert (document["sha256"], document["ukuran"]) == (hashlib.sha256(content).hexdigest(), len(content))
        assert document["sha256"] in shown
