"""The schemas that editors use: right for every entry of the specimen, and never stricter than the reader."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from ppidgen.model.portal.registers import CONTENT, FILES, REGISTERS, Register, language_of, original_of
from ppidgen.model.portal.schema import editor_settings, schema_of, schemas

ROOT = Path(__file__).resolve().parents[2]
BY_NAME = {register.name: register for register in REGISTERS}


class EditorLoader(yaml.SafeLoader):
    """Reads scalars as an editor does, by the core schema of YAML 1.2: no days, and numbers that begin with 0."""


EditorLoader.yaml_implicit_resolvers = {}
CORE = {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}
for kind, pattern in CORE.items():
    compiled = re.compile(rf"(?:{pattern})\Z")
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", compiled, None)


def _integer(loader: EditorLoader, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


EditorLoader.add_constructor("tag:yaml.org,2002:int", _integer)


def as_editors_read(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a safe loader with other resolvers


def validator(register: Register) -> Draft202012Validator:
    return Draft202012Validator(schema_of(register), format_checker=FormatChecker())


def faults(register: str, text: str) -> list[str]:
    found = validator(BY_NAME[register]).iter_errors(as_editors_read(text))
    return sorted("/".join(map(str, fault.absolute_path)) + ": " + fault.message for fault in found)


def specimen() -> Iterator[tuple[str, Register, str]]:
    content = ROOT / CONTENT
    for file in sorted(content.rglob("*.yaml")):
        inside = file.relative_to(content)
        if inside.parts[0] != FILES:
            original = Path(original_of(inside.as_posix()))
            yield inside.as_posix(), BY_NAME[original.parts[0].removesuffix(".yaml")], file.read_text(encoding="utf-8")


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_each_schema_is_valid_itself(register: Register) -> None:
    Draft202012Validator.check_schema(schema_of(register))


def kind_of(path: str) -> str:
    return ".terjemahan" if language_of(path) else ""


def test_every_entry_of_the_specimen_passes_its_schema() -> None:
    checkers = {name: Draft202012Validator(one, format_checker=FormatChecker()) for name, one in schemas().items()}
    found = [
        f"{path}: {'/'.join(map(str, fault.absolute_path))}: {fault.message}"
        for path, register, text in specimen()
        for fault in checkers[f"{register.name}{kind_of(path)}.schema.json"].iter_errors(as_editors_read(text))
    ]
    assert found == []


ENTRY = "judul: Laporan\nkategori: berkala\n"


@pytest.mark.parametrize(
    "text",
    [
        ENTRY,
        "- judul: A\n  kategori: berkala\n- judul: B\n  kategori: berkala\n",
        ENTRY + "tahun: 2024\nringkasan_isi: 2024\nunit: 007\n",
        ENTRY + "tahun: '2024'\n",
        ENTRY + "ringkasan_isi:\nbentuk: ~\ndokumen: null\n",
        ENTRY + "waktu_pembuatan: 2023\n",
        ENTRY + "tanggal_terbit: 2024-01-31\n",
    ],
)
def test_what_our_reader_takes_the_schema_takes(text: str) -> None:
    assert faults("informasi", text) == []


@pytest.mark.parametrize(
    ("register", "text", "told"),
    [
        ("informasi", "judul: X\n", "'kategori' is a required property"),
        ("informasi", "judul: X\nkategori: tahunan\n", "'tahunan' is not one of"),
        ("informasi", ENTRY + "judull: Y\n", "'judull' was unexpected"),
        ("informasi", ENTRY + "bentuk: softcopy\n", "'softcopy' is not of type 'array', 'null'"),
        ("informasi", ENTRY + "tahun: dua\n", "'dua' is not valid under any of the given schemas"),
        ("informasi", ENTRY + "tanggal_terbit: 31-01-2024\n", "is not valid under any of the given schemas"),
        ("informasi", "teks saja\n", "is not of type 'object'"),
        ("badan-publik", "- nama: X\n", "is not of type 'object'"),
        ("layanan", "jenis: lain\n", "'lain' is not one of"),
        ("layanan", "jenis: permohonan\nmakan: siang\n", "'makan' was unexpected"),
    ],
)
def test_what_our_reader_refuses_the_schema_refuses(register: str, text: str, told: str) -> None:
    assert any(told in fault for fault in faults(register, text)), faults(register, text)


def test_the_hours_of_an_office_may_be_typed_bare() -> None:
    hours = "nama: X\njenis: desa\ntingkat: desa\njam_layanan:\n  - hari: Senin\n    buka: 08.00\n    tutup: 16:00\n"
    assert faults("badan-publik", hours) == []


def fields() -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Give each field of each register with the definitions around it."""
    for name, schema in schemas().items():
        for definition in schema["$defs"].values():
            for key, field in definition.get("properties", {}).items():
                yield f"{name}: {key}", field, schema["$defs"]


def test_every_field_has_a_title_and_says_what_it_is_for() -> None:
    assert [name for name, field, _ in fields() if not field.get("title") or not field.get("description")] == []


def test_every_example_passes_its_own_field() -> None:
    wrong = [
        f"{name}: {example}"
        for name, field, definitions in fields()
        for example in field.get("examples", ())
        if not Draft202012Validator({**field, "$defs": definitions}).is_valid(example)
    ]
    assert wrong == []


def test_a_field_cites_its_law_and_says_when_it_stays_inside() -> None:
    entry = schema_of(BY_NAME["informasi"])["$defs"]["InformationEntry"]["properties"]
    assert entry["jangka_waktu_simpan"]["dasar"] == "Perki 1/2021 Pasal 21(2) huruf g"
    assert entry["jangka_waktu_simpan"]["description"].endswith("Dasar: Perki 1/2021 Pasal 21(2) huruf g.")
    assert entry["sumber"]["description"].endswith("Tidak diterbitkan.")


def test_a_choice_tells_what_each_value_means() -> None:
    category = schema_of(BY_NAME["informasi"])["$defs"]["Category"]
    assert category["enum"] == ["berkala", "serta-merta", "setiap-saat"]
    assert "serta-merta: Informasi Serta-Merta" in category["description"]


def test_no_english_docstring_reaches_the_editor() -> None:
    described = [definition for schema in schemas().values() for definition in schema["$defs"].values()]
    assert [one["description"] for one in described if "(`" in one.get("description", "")] == []
    assert [one for one in described if "title" in one] == []


def test_the_editor_finds_a_schema_for_every_register_and_asks_no_other_host() -> None:
    settings = editor_settings()
    assert settings["yaml.schemas"]["./skema/informasi.schema.json"] == [
        "content/informasi/**/*.yaml",
        "content/informasi/**/*.yml",
        "!content/informasi/**/*.en.yaml",
        "!content/informasi/**/*.en.yml",
        "!content/informasi/**/*.jv.yaml",
        "!content/informasi/**/*.jv.yml",
    ]
    assert "content/informasi/**/*.en.yaml" in settings["yaml.schemas"]["./skema/informasi.terjemahan.schema.json"]
    assert {path.removeprefix("./skema/") for path in settings["yaml.schemas"]} == schemas().keys()
    assert settings["yaml.schemaStore.enable"] is False
