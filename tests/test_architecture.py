"""The shape of the repository: sizes, facing pages, places where nothing but one thing may stand."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import get_args

from ppidgen.model.pages.page import Block
from ppidgen.model.pages.page_terms import PAGE_TYPES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ppidgen"
RULEBOOK = PACKAGE / "data/rulebook"

CODE = re.compile(r"[A-Z]{3}\d{3}")
# What each first half of a code is about; a new subject is a decision, not a slip of the keyboard.
SUBJECTS = frozenset("SUM SKM RUJ DIP KWJ DIK LYN PRK LAP DOK PDP HKM SIT RBK TLR BHS MSN".split())
TOP_LEVEL = frozenset("ppidgen content themes tests pyproject.toml README.md CHANGELOG.md LICENSE".split())
NAMES_THAT_SAY_NOTHING = frozenset("util utils helper helpers common manager base misc".split())

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 60

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules(*folders: str) -> tuple[Path, ...]:
    """List the Python files of some folders of the checkout."""
    found = chain.from_iterable((ROOT / folder).rglob("*.py") for folder in folders)
    return tuple(sorted(found))


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_bytes(), str(module))


def place(file: Path, line: int = 0) -> str:
    path = file.relative_to(ROOT).as_posix()
    return f"{path}:{line}" if line else path


def texts() -> Iterator[tuple[Path, str]]:
    """Give every text file that belongs to the repository, with its text."""
    homes = [ROOT / name for name in ("ppidgen", "content", "themes", "tests", ".github", ".ci")]
    files = chain(
        (file for home in homes for file in home.rglob("*") if file.is_file()),
        (file for file in ROOT.iterdir() if file.is_file() and file.name != ".git"),
    )
    for file in sorted(files):
        if "__pycache__" in file.parts:
            continue
        raw = file.read_bytes()
        if b"\0" not in raw:
            yield file, raw.decode("utf-8", errors="replace")


def test_no_file_is_longer_than_the_house_allows() -> None:
    lengths = {place(file): len(file.read_bytes().splitlines()) for file in modules("ppidgen", "tests")}
    assert {file: lines for file, lines in lengths.items() if lines > LINES_OF_A_FILE} == {}


def test_no_function_is_longer_than_the_house_allows() -> None:
    too_long = [
        place(file, node.lineno)
        for file in modules("ppidgen", "tests")
        for node in ast.walk(tree(file))
        if isinstance(node, Function) and (node.end_lineno or 0) - node.lineno + 1 > LINES_OF_A_FUNCTION
    ]
    assert too_long == []


def test_no_module_is_named_after_nothing() -> None:
    assert [place(file) for file in modules("ppidgen") if file.stem in NAMES_THAT_SAY_NOTHING] == []
    assert [place(file) for file in PACKAGE.rglob("*") if file.is_dir() and file.name in NAMES_THAT_SAY_NOTHING] == []


def chapters() -> set[str]:
    """Name the modules and packages that lie at the top of the package."""
    return {file.stem for file in PACKAGE.glob("[!_]*.py")} | {
        file.parent.name for file in PACKAGE.glob("*/__init__.py")
    }


def test_the_readme_leads_to_every_chapter() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("| read | to learn |")[2].partition("\n\n")[0]
    assert chapters() - set(re.findall(r"`(?:ppidgen/)?(\w+)(?:\.py|/)`", table)) == set()


def test_no_chapter_is_left_out_of_the_ban_on_identities_and_internal_papers() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (ban,) = (
        contract
        for contract in project["tool"]["importlinter"]["contracts"]
        if "ppidgen.model.records.applicant" in contract.get("forbidden_modules", ())
    )
    makers_of_letters = {"cli", "exchange", "model"}
    assert {name.removeprefix("ppidgen.") for name in ban["source_modules"]} == chapters() - makers_of_letters


def codes_in_the_program() -> dict[str, str]:
    """Give every code that the program can yield, with a place that names it."""
    return {
        node.value: place(file, node.lineno)
        for file in modules("ppidgen")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


def test_every_code_has_its_page_in_the_rulebook() -> None:
    pages = {page.stem for page in RULEBOOK.glob("*.md")}
    assert {code: where for code, where in codes_in_the_program().items() if code not in pages} == {}


def test_every_page_of_the_rulebook_has_a_code_that_yields_it() -> None:
    pages = {page.stem for page in RULEBOOK.iterdir()}
    assert sorted(pages - codes_in_the_program().keys()) == []


def test_every_code_begins_with_a_known_subject() -> None:
    assert sorted(code for code in codes_in_the_program() if code[:3] not in SUBJECTS) == []


def test_no_template_trusts_a_value_blindly() -> None:
    trusting = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")
    found = [
        place(file, text.count("\n", 0, hit.start()) + 1)
        for file, text in texts()
        if file.is_relative_to(ROOT / "themes") and file.suffix == ".html"
        for hit in trusting.finditer(text)
    ]
    assert found == []


def test_markup_is_made_only_where_markdown_is_rendered() -> None:
    makers = {
        place(file)
        for file in modules("ppidgen")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Markup"
    }
    assert makers <= {"ppidgen/theme/markdown.py"}


def test_a_silenced_check_says_why() -> None:
    silent = re.compile(r"# (?:noqa: *[A-Z0-9, ]+|type: ignore\[[\w, -]+\]|noqa|type: ignore)\s*$")
    found = [
        place(file, number)
        for file in modules("ppidgen", "tests")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if silent.search(line)
    ]
    assert found == []


def test_no_test_asserts_what_a_clock_says() -> None:
    clocks = {"monotonic", "perf_counter", "process_time", "thread_time", "time"}
    told = [
        f"{place(module, call.lineno)}: hold it with tests/pace.py"
        for module in modules("tests")
        for statement in ast.walk(tree(module))
        if isinstance(statement, ast.Assert)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name | ast.Attribute)
        if (call.func.id if isinstance(call.func, ast.Name) else call.func.attr) in clocks
    ]
    assert told == []


def test_the_repository_stands_alone() -> None:
    """No file names a place of one machine or the host of a package registry."""
    # Written in halves, or this file would name them itself.
    needles = [
        "/wo" + "rk/",
        "../" + "shared",
        "/ro" + "ot/",
        "pypi" + ".org",
        "python" + "hosted",
        "npm" + "js.",
    ]
    found = [f"{place(file)}: {needle}" for file, text in texts() for needle in needles if needle in text]
    assert found == []


def assigned(module: Path, name: str) -> ast.expr | None:
    """Give the value that a module binds to a name at its top level."""
    for node in tree(module).body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=bound), value=value) if bound == name:
                return value
            case ast.Assign(targets=[ast.Name(id=bound)], value=value) if bound == name:
                return value
    return None


def mentioned(node: ast.AST) -> set[str]:
    """Give the names that an expression or a module uses, and the modules that it imports."""
    used = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    for inner in ast.walk(node):
        if isinstance(inner, ast.ImportFrom):
            used |= set((inner.module or "").split(".")) | {alias.name for alias in inner.names}
    return used


def test_every_rule_is_in_the_table_of_its_module() -> None:
    forgotten = [
        f"{place(module, node.lineno)}: {node.name}"
        for module in modules("ppidgen/rules")
        if (table := assigned(module, "RULES")) is not None and module.stem != "__init__"
        for node in tree(module).body
        if isinstance(node, Function) and not node.name.startswith("_") and node.name not in mentioned(table)
    ]
    assert forgotten == []


def test_every_table_of_rules_is_read_by_the_chapter() -> None:
    chapter = mentioned(tree(PACKAGE / "rules/__init__.py"))
    tables = [module for module in modules("ppidgen/rules") if assigned(module, "RULES") and module.stem != "__init__"]
    assert tables
    assert [place(module) for module in tables if module.stem not in chapter] == []


def test_every_file_of_the_command_line_has_its_line_in_the_chapter() -> None:
    # A verb has its line in the table; what verbs share is imported by one of them.
    table = tree(PACKAGE / "cli/__init__.py")
    verbs = {
        part
        for node in ast.walk(table)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for part in node.value.split(".")
    }
    loaded = verbs.union(*(mentioned(tree(file)) for file in modules("ppidgen/cli")))
    assert [place(file) for file in modules("ppidgen/cli") if file.stem not in loaded | {"__init__"}] == []


def themes() -> list[Path]:
    return sorted(file.parent for file in (ROOT / "themes").glob("*/theme.yaml"))


def test_every_page_type_has_its_template_in_every_theme_and_none_is_left_over() -> None:
    assert themes()
    templates = {theme.name: sorted(file.stem for file in (theme / "halaman").glob("*.html")) for theme in themes()}
    assert templates == dict.fromkeys(templates, sorted(PAGE_TYPES))


def test_every_kind_of_block_has_its_component_in_every_theme() -> None:
    kinds = {vars(block)["kind"] for block in get_args(Block)}
    components = {theme.name: {folder.name for folder in (theme / "komponen").iterdir()} for theme in themes()}
    assert components
    assert {name: sorted(kinds - offered) for name, offered in components.items() if kinds - offered} == {}


def test_pages_ask_a_record_only_where_its_file_is() -> None:
    """The places of a record lead to its source text, which holds what is not public too."""
    asking = [
        place(file, node.lineno)
        for file in modules("ppidgen/pages", "ppidgen/theme")
        for node in ast.walk(tree(file))
        if (isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".span"))
        or (
            isinstance(node, ast.Attribute) and node.attr in {"node", "written"} and "origin" in ast.unparse(node.value)
        )
    ]
    assert asking == []


def test_nothing_stands_at_the_top_but_what_belongs_there() -> None:
    """What a tool drops into the folder it is run from is soon kept by mistake."""
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    names = {path.partition("/")[0] for path in told.split("\0") if path}
    assert {name for name in names if not name.startswith(".")} == TOP_LEVEL
