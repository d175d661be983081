"""The corpus as a MkDocs site, built by MkDocs in an environment of its own, which `program` makes.

Less work than ours and than Hugo's: each entry's text, facts and documents in MkDocs' own theme, and the lists of all,
per category, unit and year; no feeds, no open data, no related entries, no checks. Only the lists stand in the menu,
for with every entry in it each page would grow with the number of pages. Search is left out.
"""

import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from tests.bench import corpus

VERSION = "1.6.1"
PLACE = Path(__file__).resolve().parents[2] / ".gate" / f"mkdocs-{VERSION}"
ON_A_PAGE = 50
LISTED = ("kategori", "unit", "tahun")
Row = tuple[str, str, Mapping[str, object]]  # title, path below docs/, fields


def program() -> Path:
    """Give MkDocs, installed at its first use into a folder that nothing else uses."""
    found = PLACE / "bin/mkdocs"
    if not found.exists():
        uv = str(Path(sys.executable).with_name("uv"))
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(PLACE)], check=True)
        python = ("--python", str(PLACE / "bin/python"))
        subprocess.run([uv, "pip", "install", "--quiet", *python, f"mkdocs=={VERSION}"], check=True)
    return found


def write_site(root: Path, count: int) -> None:
    """Write the corpus as a MkDocs site at `root`, anew."""
    shutil.rmtree(root, ignore_errors=True)
    docs = root / "docs"
    rows = [_entry(docs, one) for one in corpus.entries(count)]
    menu = [{name.capitalize(): [f"{path}" for path in pages]} for name, pages in _lists(docs, rows).items()]
    _write(docs / "index.md", "# PPID Kabupaten Contoh\n")
    settings = {
        "site_name": "PPID Kabupaten Contoh", "site_url": "https://ppid.contohkab.go.id/", "plugins": [],
        "theme": "mkdocs", "nav": [{"Beranda": "index.md"}, *menu], "validation": {"omitted_files": "ignore"},
    }  # fmt: skip
    _write(root / "mkdocs.yml", yaml.safe_dump(settings, sort_keys=False))


def _entry(docs: Path, entry: corpus.Entry) -> Row:
    fields = yaml.load(entry.head, Loader=yaml.CSafeLoader)
    title, path = str(fields["judul"]), f"{entry.unit}/{entry.name}.md"
    facts = "".join(f"| {name} | {value} |\n" for name, value in fields.items() if isinstance(value, (str, int)))
    documents = "".join(f"- [{one['judul']}]({one['tautan']})\n" for one in fields.get("dokumen", ()))
    _write(docs / path, f"# {title}\n\n{documents}\n| Keterangan | Isi |\n|---|---|\n{facts}\n{entry.body}")
    made = str(fields.get("waktu_pembuatan", ""))[:4]
    return title, path, {"kategori": fields["kategori"], "unit": entry.unit, "tahun": made}


def _lists(docs: Path, rows: Sequence[Row]) -> dict[str, list[str]]:
    """Write the lists, fifty entries a page; give the first page of each by what it is a list by."""
    first: defaultdict[str, list[str]] = defaultdict(list)
    for by in ("semua", *LISTED):
        groups: defaultdict[str, list[Row]] = defaultdict(list)
        for row in rows:
            groups[str(row[2].get(by, "semua"))].append(row)
        for name, found in sorted(groups.items()):
            pages = list(_pages(by, name, found))
            for path, text in pages:
                _write(docs / path, text)
            first[by].append(pages[0][0])
    return first


def _pages(by: str, name: str, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for number, start in enumerate(range(0, len(rows), ON_A_PAGE), start=1):
        listed = "".join(f"- [{title}](../../{path})\n" for title, path, _ in rows[start : start + ON_A_PAGE])
        yield f"daftar/{by}/{name or 'lain'}-{number}.md", f"# {name} {number}\n\n{listed}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
