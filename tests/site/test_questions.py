"""Real questions of citizens, asked of real registers in a real browser; measured against plain search in titles."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from ppidgen.publish.search_record import SearchRecord
from tests.publish.indexing import files_of, index_of
from tests.site.building import Site, build
from tests.test_real_bodies import REAL, Body, portal_of, ppidgen
from tests.theme.browsing import HOST, visit

pytestmark = pytest.mark.slow

LISTED: Mapping[str, Mapping[str, object]] = yaml.safe_load(
    (Path(__file__).parent / "questions" / "questions.yaml").read_text(encoding="utf-8")
)
TARGET = 0.9
FIRST = 5
TITLES_ONLY = """async ([url, question]) => {
    const engine = await import(url);
    const { results } = await engine.search(question);
    return Promise.all(results.slice(0, 5).map(async (hit) => (await hit.data()).meta.title));
}"""


@dataclass(frozen=True)
class Register:
    """The published register of one body, as a site, with the questions and the titles that answer them."""

    name: str
    site: Site
    titles: Sequence[str]
    questions: Sequence[tuple[str, str]]
    held_out: bool


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Register]:
    return tuple(_register(name, tmp_path_factory.mktemp(name)) for name in LISTED)


def _register(name: str, folder: Path) -> Register:
    listed = LISTED[name]
    body = Body(str(listed["nama"]), "eksekutif", "kabupaten-kota", (), "", "")
    portal = portal_of(body, folder / "portal")
    for table, register in listed["tabel"].items():  # type: ignore[attr-defined]  # YAML
        ppidgen("import", REAL / name / table, "--to", register, "--dir", portal)
    site = build(portal, folder / "situs")
    found = orjson.loads(site.files["data/dip.json"])
    titles = tuple(entry["judul"] for entry in found["informasi"])
    questions = tuple((str(asked), str(answer)) for asked, answer in listed["pertanyaan"])  # type: ignore[attr-defined]  # YAML
    return Register(name, site, titles, questions, bool(listed.get("uji")))


@contextmanager
def search_page(browser: Browser, site: Site) -> Iterator[Page]:
    with visit(browser, site.served) as (page, _):
        page.goto(f"{HOST}/cari/")
        yield page


def answers(page: Page, question: str) -> list[str]:
    """Give the titles of the first results that the search page shows; one that fails is tried once more."""
    found = f"hasil untuk “{question}”"
    for said in (re.compile(f"{re.escape(found)}|tidak dapat dimuat"), found):
        page.locator(".cari input[name=q]").fill(question)
        page.keyboard.press("Enter")
        expect(page.locator(".cari-status")).to_contain_text(said)
        if found in page.locator(".cari-status").inner_text():
            break
    return page.locator(".cari-hasil .entri-judul").all_inner_texts()[:FIRST]


def answered(titles: Sequence[str], pattern: str) -> bool:
    return any(re.search(pattern, title, re.IGNORECASE) for title in titles)


def test_every_question_has_an_answer_in_its_register(registers: Sequence[Register]) -> None:
    asked = [(register, *pair) for register in registers for pair in register.questions]
    assert len(asked) >= 150
    assert [question for register, question, pattern in asked if not answered(register.titles, pattern)] == []


def test_nine_of_ten_questions_are_answered_among_the_first_five(
    registers: Sequence[Register], browser: Browser
) -> None:
    hit: dict[bool, list[bool]] = {True: [], False: []}
    missed: list[tuple[str, list[str]]] = []
    for register in registers:
        with search_page(browser, register.site) as page:
            for question, pattern in register.questions:
                found = answers(page, question)
                hit[register.held_out].append(answered(found, pattern))
                if not hit[register.held_out][-1]:
                    missed.append((question, found))
    rates = {held: sum(each) / len(each) for held, each in hit.items()}
    everything = [*hit[True], *hit[False]]
    whole = sum(everything) / len(everything)
    print(f"\nsuccess at 5: {whole:.3f} of {len(everything)}; held out {rates[True]:.3f} of {len(hit[True])}")  # noqa: T201 - the figure
    for question, found in missed:
        print(f"  missed: {question} -> {[title[:50] for title in found]}")  # noqa: T201 - what to work on
    assert whole >= TARGET
    assert rates[True] >= TARGET


def test_plain_search_in_titles_answers_fewer(registers: Sequence[Register], browser: Browser, tmp_path: Path) -> None:
    hits: list[bool] = []
    for register in registers:
        records = [SearchRecord(f"/{place}/", title, title) for place, title in enumerate(register.titles)]
        index = files_of(index_of(records, tmp_path / register.name))
        files = {f"/polos/{path}": content for path, content in index.items()} | {"/index.html": b"<!doctype html>"}
        with visit(browser, files) as (page, _):
            page.goto(f"{HOST}/")
            for question, pattern in register.questions:
                found = page.evaluate(TITLES_ONLY, [f"{HOST}/polos/pagefind.js", question])
                hits.append(answered(found, pattern))
    print(f"\nplain Pagefind on titles: success at 5 {sum(hits) / len(hits):.3f} of {len(hits)}")  # noqa: T201 - the figure
    assert sum(hits) / len(hits) < TARGET
