"""Time how documents are looked at and texts are searched for personal data: `python -m tests.bench.documents`.

Nothing here asserts anything. Documents are PDFs of 20 pages with 2,500 letters each, all different; the text is that
of the registers and tables of the repository, repeated.
"""

import argparse
import resource
import tempfile
import time
from pathlib import Path

import typst

from ppidgen.source.documents import facts
from ppidgen.source.personal.personal_data import personal_data

ROOT = Path(__file__).resolve().parents[2]
PAGE = (
    "Laporan pelaksanaan kegiatan tahun anggaran 2026 dengan nilai Rp1.234.567.890,00 dan kode 5.1.02.01.01.0024. " * 23
)
SOURCE = "#set page(margin: 2cm)\n#for n in range({pages}) [{number}.#n {text} #pagebreak()]"


def lay_out(folder: Path, count: int, pages: int) -> list[str]:
    """Write so many different PDFs: one is made, and the others differ from it behind its end."""
    raw = typst.compile(SOURCE.format(pages=pages - 1, number=1, text=PAGE).encode(), format="pdf")
    names = [f"dokumen-{number:05}.pdf" for number in range(count)]
    for name in names:
        (folder / name).write_bytes(raw + f"% {name}\n".encode())
    return names


def looked_at(folder: Path, names: list[str], processes: int) -> float:
    """Give the seconds that looking at all documents takes."""
    begun = time.perf_counter()
    found = facts(folder, names, folder / ".ppidgen/documents.json", processes=processes)
    seconds = time.perf_counter() - begun
    assert len(found) == len(names)
    return seconds


def searched(megabytes: int) -> float:
    """Give how many megabytes of text are searched in a second of the processor."""
    endings = ("*.yaml", "*.md", "*.csv")
    files = [
        file
        for ending in endings
        for folder in ("content", "tests/data/real")
        for file in (ROOT / folder).rglob(ending)
    ]
    text = "".join(file.read_text(encoding="utf-8", errors="replace") for file in sorted(files))
    text *= -(-megabytes * 1_000_000 // len(text))
    personal_data(text[:100_000])  # patterns are compiled once
    begun = time.process_time()
    personal_data(text)
    return len(text.encode()) / 1_000_000 / (time.process_time() - begun)


def main() -> None:
    """Read the sizes and run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--megabytes", type=int, default=20)
    chosen = parser.parse_args()
    print(f"personal data: {searched(chosen.megabytes):.1f} MB of text a second")
    with tempfile.TemporaryDirectory() as place:
        names = lay_out(Path(place), chosen.documents, chosen.pages)
        first = looked_at(Path(place), names, chosen.processes)
        again = looked_at(Path(place), names, chosen.processes)
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = children.ru_utime + children.ru_stime
        print(f"{chosen.documents} documents of {chosen.pages} pages: {first:.1f} s ({cpu:.1f} s of processor)")
        print(f"unchanged: {again:.2f} s")


if __name__ == "__main__":
    main()
