"""Packed copies hold exactly their files, are made once, and are listed nowhere."""

import gzip
import hashlib
import json
import sys
import tracemalloc
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.diagnostics import MachineFault
from ppidgen.publish.comparison import Change, Difference, differences
from ppidgen.publish.names import FORMS
from ppidgen.publish.packing import pack, unpacked
from ppidgen.publish.staging import PublishResult, publishing
from tests.publish.sites import DAY, contents, litter

brotli: Any = import_module("brotli")  # has no types
PAGE = b"<!doctype html>" + b"Informasi publik. " * 100
PAGES = {
    "index.html": PAGE,
    "kecil.html": b"a",
    "foto.png": PAGE,
    "data/dip.csv": PAGE,
    "data/dip.csv.gz": b"milik petugas",
}
LARGEST = 10_000


def build(out: Path, pages: dict[str, bytes], forms: tuple[str, ...] = FORMS) -> PublishResult:
    with publishing(out) as site:
        for path, content in pages.items():
            site.put(path, hashlib.sha256(content).hexdigest(), content)
        pack(site, forms)
        return site.publish("1", DAY)


def test_texts_get_copies_and_pictures_small_files_and_other_peoples_names_do_not(tmp_path: Path) -> None:
    build(tmp_path / "situs", PAGES)
    found = contents(tmp_path / "situs")
    assert set(found) - set(PAGES) - {"manifes.json"} == {"index.html.gz", "index.html.br", "data/dip.csv.br"}
    assert found["data/dip.csv.gz"] == b"milik petugas"
    assert gzip.decompress(found["index.html.gz"]) == PAGE
    assert brotli.decompress(found["index.html.br"]) == PAGE
    assert found["index.html.gz"][4:10] == b"\0\0\0\0\x02\xff"  # no date, best, unknown system
    assert set(json.loads(found["manifes.json"])["berkas"]) == set(PAGES)


def test_a_copy_is_made_again_only_when_its_file_changes_and_goes_with_it(tmp_path: Path) -> None:
    out = tmp_path / "situs"
    build(out, PAGES)
    assert build(out, PAGES).written == 1  # the manifest
    assert build(out, {**PAGES, "index.html": PAGE + b"."}).written == 4
    assert brotli.decompress((out / "index.html.br").read_bytes()) == PAGE + b"."
    build(out, PAGES, ())
    assert set(contents(out)) == {*PAGES, "manifes.json"}
    assert litter(out) == set()


def test_a_copy_that_says_something_else_is_a_change_and_one_by_another_compressor_is_none(tmp_path: Path) -> None:
    for name in ("built", "found"):
        build(tmp_path / name, PAGES)
    built, found = str(tmp_path / "built"), tmp_path / "found"
    (found / "index.html.gz").write_bytes(gzip.compress(PAGE, 1))
    (found / "index.html.br").write_bytes(brotli.compress(PAGE, quality=1))
    assert differences(built, str(found)) == ()
    (found / "index.html.gz").write_bytes(gzip.compress(PAGE + b"slot"))
    (found / "index.html.br").write_bytes(brotli.compress(b"slot"))
    assert differences(built, str(found)) == tuple(Difference(f"index.html.{one}", Change.CHANGED) for one in FORMS)


def test_a_changed_document_that_looks_like_a_packed_copy_of_nothing_is_a_change(tmp_path: Path) -> None:
    for name, content in (("built", PAGE), ("found", PAGE + b"slot")):
        build(tmp_path / name, {"berkas/arsip.gz": gzip.compress(content)}, ())
    changed = [one.path for one in differences(str(tmp_path / "built"), str(tmp_path / "found"))]
    assert "berkas/arsip.gz" in changed


def packed(form: str, content: bytes) -> bytes:
    return gzip.compress(content) if form == "gz" else bytes(brotli.compress(content, quality=1))


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_that_was_cut_off_or_goes_on_behind_its_end_is_none(form: str) -> None:
    whole = packed(form, PAGE)
    assert unpacked(f"a.{form}", whole, len(PAGE)) == PAGE
    for other in (whole[:-1], whole + b"<script>", whole + packed(form, b"<script>")):
        assert unpacked(f"a.{form}", other, LARGEST) is None


@given(st.binary(max_size=300), st.sampled_from(FORMS))
def test_anything_given_as_a_packed_copy_is_read_or_none(raw: bytes, form: str) -> None:
    found = unpacked(f"a.{form}", raw, LARGEST)
    assert found is None or len(found) <= LARGEST


@pytest.mark.parametrize("form", FORMS)
def test_a_bomb_is_unpacked_only_so_far_and_is_no_copy(form: str) -> None:
    bomb = packed(form, bytes(20_000_000))
    tracemalloc.start()
    assert unpacked(f"a.{form}", bomb, LARGEST) is None
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 1_000_000


def test_without_brotli_its_copies_are_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(MachineFault) as caught:
        build(tmp_path / "situs", PAGES)
    assert caught.value.code == "MSN061"
    build(tmp_path / "situs", PAGES, ("gz",))
    assert (tmp_path / "situs/index.html.gz").exists()
