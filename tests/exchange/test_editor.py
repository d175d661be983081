"""The web editor's configuration: what the editor itself accepts, and every key of every register in it."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from ppidgen.exchange.editor.configuration import NOWHERE, Forge, Repository, configuration, editor_files
from ppidgen.exchange.editor.program import CHANGES
from ppidgen.model.portal import registers as reg

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "ppidgen/data/penyunting"
LOCAL = Repository(Forge.GITHUB, NOWHERE, "main")
PATHS = ("content/informasi/bpkad/lkpd-2024.yaml", "content/berita/apel.md", "content/badan-publik.yaml")
SPOKEN = (*PATHS, "content/informasi/bpkad/lkpd-2024.en.yaml")


@cache
def collections(paths: tuple[str, ...] = PATHS) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in configuration(paths, LOCAL, "Penyunting")["collections"]}


def fields(name: str) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in collections()[name]["fields"]}


@pytest.mark.slow
@pytest.mark.parametrize("paths", [PATHS, SPOKEN])
@pytest.mark.parametrize("forge", Forge)
def test_the_editor_accepts_its_configuration(forge: Forge, paths: tuple[str, ...]) -> None:
    schema = json.loads((HERE / "sveltia-cms.schema.json").read_bytes())
    target = Repository(forge, "kab-contoh/ppid", "main", "https://masuk.contoh.go.id")
    faults = Draft7Validator(schema).iter_errors(configuration(paths, target, "Penyunting"))
    assert [(list(fault.absolute_path), fault.message) for fault in faults] == []


def test_every_register_that_officers_fill_has_its_form() -> None:
    made = configuration(PATHS, LOCAL, "Penyunting")
    shown = {one["folder"].removeprefix("content/") for one in made["collections"]}
    shown |= {one["name"] for one in made["singletons"]}
    assert {register.name for register in reg.REGISTERS} - shown == {reg.WAIVERS.name, reg.PERMITS.name}
    # A single file that holds a list is kept by hand: each of its items is a reason that somebody has to stand for.
    by_hand = {register.name for register in reg.REGISTERS if register.single and register.many}
    assert {register.name for register in reg.REGISTERS} - shown == by_hand


def test_every_key_of_an_entry_has_a_field_with_its_help() -> None:
    shown = fields("informasi")
    known = {field.alias or name for name, field in reg.INFORMATION.record_types[0].model_fields.items()}
    assert known - shown.keys() == {reg.ID_KEY}
    assert shown["jangka_waktu_simpan"]["hint"].startswith("Jangka waktu penyimpanan atau retensi arsip.")
    assert shown["kategori"]["options"][0] == {"label": "Informasi Berkala", "value": "berkala"}
    assert shown["judul"]["required"] is True
    assert shown["ringkasan_isi"]["required"] is False


def test_fields_ask_for_what_the_reader_takes() -> None:
    shown = fields("informasi")
    kinds = {
        key: shown[key]["widget"] for key in ("ringkasan_isi", "tahun", "tanggal_terbit", "dokumen", "tag", "unit")
    }
    assert kinds == {
        "ringkasan_isi": "text", "tahun": "number", "tanggal_terbit": "datetime", "dokumen": "list", "tag": "list",
        "unit": "relation",
    }  # fmt: skip
    assert shown["bentuk"]["multiple"] is True
    assert "judul" in {field["name"] for field in shown["dokumen"]["fields"]}


def test_long_texts_are_edited_below_their_head() -> None:
    assert collections()["berita-md"]["body_field"] == {"key": "isi"}
    assert "informasi-md" not in collections()
    assert "informasi-md" in collections((*PATHS, "content/informasi/bpkad/hibah.md"))


def test_the_key_that_chooses_the_kind_of_record_is_fixed() -> None:
    charter = collections()["layanan-maklumat"]
    assert charter["filter"] == {"field": "jenis", "value": "maklumat"}
    assert {"name": "jenis", "widget": "hidden", "default": "maklumat"} in charter["fields"]


def policies(files: dict[str, bytes]) -> Iterator[str]:
    head = files["index.html"].decode().partition('Content-Security-Policy" content="')[2]
    yield from head.partition('"')[0].split("; ")


def test_the_editor_may_reach_its_forge_and_nobody_else() -> None:
    target = Repository(Forge.GITLAB, "kab-contoh/ppid", "main", "https://masuk.contoh.go.id/oauth")
    files = dict(editor_files(configuration(PATHS, target, "Penyunting")))
    rules = dict(rule.split(" ", 1) for rule in policies(files))
    assert rules["connect-src"] == "'self' blob: data: https://gitlab.com https://masuk.contoh.go.id"
    assert rules["script-src"] == "'self'"
    assert rules["font-src"] == "'self'"
    assert b"jsdelivr" not in files["sveltia-cms.js"]
    assert b"displayLocale:t=`id`" in files["sveltia-cms.js"]
    assert {"huruf/material-symbols-outlined.woff2", "huruf/source-sans-3.woff2"} <= files.keys()


def test_what_is_not_ours_is_as_it_was_fetched_and_licensed() -> None:
    listed = {row["berkas"]: row for row in yaml.safe_load((SHIPPED / "ASAL.yaml").read_text(encoding="utf-8"))}
    found = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*") if path.is_file()}
    assert found - {"ASAL.yaml", "index.html", "kata.yaml"} == listed.keys()
    for name, row in listed.items():
        raw = (SHIPPED / name).read_bytes()
        assert hashlib.sha256(gzip.decompress(raw) if name.endswith(".gz") else raw).hexdigest() == row["sha256"], name
        assert row["lisensi"]


def test_two_cases_of_one_day_are_told_apart_in_their_list() -> None:
    forms = {form["name"]: form for form in configuration(PATHS, LOCAL, "Penyunting")["collections"]}
    assert forms["perkara-permohonan"]["summary"] == "{{slug}} ({{diterima}})"
    assert (forms["perkara-permohonan"]["slug"], forms["perkara-keberatan"]["slug"]) == (
        "permohonan-{{diterima}}", "keberatan-{{diterima}}",
    )  # fmt: skip
    assert "summary" not in forms["informasi"]
    assert "slug" not in forms["informasi"]


def test_labels_are_written_as_they_are_read() -> None:
    made = configuration(PATHS, LOCAL, "Penyunting")
    forms = {form["name"]: form for form in [*made["collections"], *made["singletons"]]}
    assert forms["layanan-sop"]["label"] == "SOP: layanan informasi"
    assert forms["perkara-permohonan"]["label"] == "Permohonan: register perkara"
    body = {field["name"]: field["label"] for field in forms["badan-publik"]["fields"]}
    assert (body["pejabat_ppid"], body["penetapan_dip"]) == ("Pejabat PPID", "Penetapan DIP")
    basis = next(field for field in forms["dikecualikan"]["fields"] if field["name"] == "dasar")
    assert "Undang-undang" in [field["label"] for field in basis["fields"]]


def test_every_field_that_is_shown_has_a_label_and_a_hint() -> None:
    def bare(shown: list[dict[str, Any]], place: str) -> Iterator[str]:
        for field in shown:
            here = f"{place}.{field['name']}"
            if field["widget"] != "hidden" and not (field.get("label") and field.get("hint")):
                yield here
            yield from bare(field.get("fields", []), here)

    made = configuration(PATHS, LOCAL, "Penyunting")
    forms = [*made["collections"], *made["singletons"]]
    assert [field for form in forms for field in bare(form["fields"], form["name"])] == []


def test_every_text_that_is_changed_in_the_program_is_found_there() -> None:
    program = gzip.decompress((SHIPPED / "sveltia-cms.js.gz").read_bytes()).decode()
    assert [there for there in CHANGES if there not in program] == []


def test_what_an_officer_meets_in_lists_dialogs_and_settings_is_said_in_indonesian() -> None:
    program = editor_files(configuration(PATHS, LOCAL, "Portal PPID"))["sveltia-cms.js"].decode()
    for english, own in (
        ("No matching options found", "Tidak ada pilihan yang cocok"),
        ("Heading 1", "Judul tingkat 1"),
        ("Erase All Data", "Hapus semua data"),
        ("Rename Folder", "Ganti nama folder"),
        ("Save an entry", "Simpan entri"),
    ):
        assert (f":`{english}`" in program, f":`{own}`" in program) == (False, True)


def test_every_word_that_is_put_into_the_program_is_found_there_and_ends_no_text() -> None:
    program = gzip.decompress((SHIPPED / "sveltia-cms.js.gz").read_bytes()).decode()
    rows = yaml.load((SHIPPED / "kata.yaml").read_bytes(), yaml.CBaseLoader)  # noqa: S506 - builds only text
    assert [english for key, english, _own in rows if f"{key}:`{english}`" not in program] == []
    made = editor_files(configuration(PATHS, LOCAL, "Portal PPID"))["sveltia-cms.js"].decode()
    assert [own for key, _english, own in rows if f"{key}:`{own}`" not in made] == []
    assert [own for _key, _english, own in rows if re.search(r"[`\\]|\$\{", own)] == []
    holes = [(re.findall(r"\{\$\w+\}", english), re.findall(r"\{\$\w+\}", own)) for _key, english, own in rows]
    assert [pair for pair in holes if not set(pair[1]) <= set(pair[0])] == []
