"""Facing pages: every kind of block has a component with declared inputs and examples, and the other way round."""

import re
from collections.abc import Callable
from dataclasses import fields

import html5lib
import pytest
import yaml

from ppidgen.model.pages.page_terms import PAGE_TYPES
from ppidgen.theme import Theme, built_in, load
from ppidgen.theme.examples import KINDS, Example, examples_of
from ppidgen.theme.load import theme_of

BAKU = load(built_in("baku"))
EXAMPLES = examples_of(BAKU)
HOSTILE = re.compile(r"<script>alert|<img|<i>|<b>|javascript:|vbscript:|data:text", re.IGNORECASE)


def inputs(kind: str) -> dict[str, object]:
    parsed: dict[str, object] = yaml.safe_load(BAKU.files[f"komponen/{kind}/masukan.yaml"])
    return parsed


def test_every_kind_of_block_has_a_component_and_every_component_a_kind() -> None:
    assert {path.split("/")[1] for path in BAKU.below("komponen/", "")} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_component_has_its_macro_inputs_and_examples(kind: str) -> None:
    assert {f"komponen/{kind}/{name}" for name in (f"{kind}.html", "masukan.yaml", "contoh.yaml")} <= set(BAKU.files)
    assert f"{{% macro {kind.replace('-', '_')}(block, level) %}}" in BAKU.text(f"komponen/{kind}/{kind}.html")


@pytest.mark.parametrize("kind", KINDS)
def test_the_declared_inputs_are_those_of_the_block(kind: str) -> None:
    declared = inputs(kind)
    wanted = {
        field.name: re.sub(r"typing\.|ppidgen\.model\.(?:[a-z]+\.)+|<class '|'>", "", str(field.type))
        for field in fields(KINDS[kind])
    }
    shown = {name: str(entry["tipe"]) for name, entry in declared["masukan"].items()}  # type: ignore[attr-defined]  # YAML
    if kind == "bagian":  # its blocks are named before they are all known
        wanted["blocks"] = "tuple[Block, ...]"
    assert shown == wanted
    assert (declared["nama"], declared["blok"]) == (kind, KINDS[kind].__name__)
    assert all(entry["arti"] for entry in declared["masukan"].values())  # type: ignore[attr-defined]  # YAML


def test_every_page_type_has_its_template() -> None:
    assert {path.removeprefix("halaman/") for path in BAKU.below("halaman/", ".html")} == {
        f"{kind}.html" for kind in PAGE_TYPES
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_component_shows_hard_cases(kind: str) -> None:
    names = {example.name for example in EXAMPLES if example.kind == kind}
    exempt = {"halaman": {"html", "panjang"}, "cari": {"html", "panjang"}}
    assert {"html", "panjang"} - exempt.get(kind, set()) <= names


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.kind}-{example.name}")
def test_an_example_is_well_formed_and_harmless(example: Example, html_of: Callable[..., str]) -> None:
    html = html_of(example.block)
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    parser.parse(html)
    assert parser.errors == []
    body = html.partition("<main")[2].partition("</main>")[0]
    assert [hit for hit in HOSTILE.findall(re.sub(r"<img src=\"/", "", body)) if hit != "javascript:"] == []
    assert not re.search(r'(?:href|src)="(?:javascript|vbscript|data):', body)
    assert not re.search(r"<[^>]*\s(?:style|on\w+)=", re.sub(r'"[^"]*"', '""', body))


def test_an_unknown_field_in_an_example_is_not_passed_over(theme: Theme) -> None:
    files = {**theme.files, "komponen/paragraf/contoh.yaml": b"biasa: {teks: x}"}
    with pytest.raises(TypeError, match="teks"):
        examples_of(theme_of(files))
