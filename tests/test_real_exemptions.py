"""Lists of exempt information as bodies published them: what the law misses in them, and the documents they give."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from ppidgen.exchange.importing.files import import_files, register_named
from ppidgen.exchange.importing.writing import apply
from ppidgen.exchange.papers.makers import MAKERS
from ppidgen.exchange.papers.rendering import rendered
from ppidgen.model.context import Context
from ppidgen.model.paper_kind import PaperKind
from ppidgen.options import Options
from ppidgen.reading.shipped import shipped_law
from ppidgen.reading.study import read_portal
from ppidgen.rules import inspect
from tests.exchange.accessible import accessibility_errors

REAL = Path(__file__).parent / "data/real"
DAY = date(2026, 2, 16)
# The typesetter refuses what is not accessible, for every row; the second judge takes one row in so many.
CHECKED = 8


@dataclass(frozen=True)
class Published:
    """One published list: how many entries it gives, and which faults are found in them how often."""

    table: str
    entries: int
    faults: Mapping[str, int]


# In every row the law misses an end that can be computed (DIK006) and a decree (DIK009).
LISTS = (
    Published(
        "kab-sumedang/dik-2022.csv",
        53,
        {
            "DIK001": 3, "DIK002": 7, "DIK004": 4, "DIK006": 53, "DIK009": 53, "DIK010": 21, "DIK011": 8, "DIK032": 6,
            "DIK034": 8, "DIK035": 10, "HKM001": 2,
        },
    ),
    Published(
        "kab-sumedang/dik-2024.csv",
        52,
        {
            "DIK001": 3, "DIK002": 7, "DIK004": 4, "DIK006": 52, "DIK009": 52, "DIK010": 21, "DIK011": 8, "DIK032": 6,
            "DIK034": 8, "DIK035": 10, "HKM001": 2,
        },
    ),
    Published("upbu-tardamu/dik-2025.csv", 10, {"DIK006": 10, "DIK009": 10, "DIK011": 7, "DIK032": 4, "DIK034": 2}),
)  # fmt: skip


def taken(published: Published, folder: Path) -> Context:
    content = folder / "content"
    content.mkdir(parents=True)
    (content / "badan-publik.yaml").write_text(
        "nama: Pemerintah Kabupaten\njenis: eksekutif\ntingkat: kabupaten-kota\n"
    )
    (content / "situs.yaml").write_text("judul: PPID\nalamat: https://ppid.contoh.go.id/\n")
    plan = import_files([REAL / published.table], register_named("dikecualikan"), folder, shipped_law())
    apply(plan, folder)
    return read_portal(folder, Options(DAY, processes=1)).context


@pytest.mark.slow
@pytest.mark.parametrize("published", LISTS, ids=lambda one: one.table)
def test_what_the_law_misses_in_a_published_list_is_told(published: Published, tmp_path: Path) -> None:
    context = taken(published, tmp_path)
    assert len(context.portal.exemptions) == published.entries
    found = Counter(one.code for one in inspect(context) if one.code.startswith(("DIK", "HKM")))
    assert dict(sorted(found.items())) == published.faults


@pytest.mark.slow
@pytest.mark.parametrize("published", LISTS, ids=lambda one: one.table)
def test_every_row_of_a_published_list_gives_all_its_documents(published: Published, tmp_path: Path) -> None:
    context = taken(published, tmp_path)
    file = tmp_path / "dokumen.pdf"
    for kind in PaperKind:
        maker = MAKERS[kind]
        for place, record_id in enumerate(maker.ids(context) if maker.ids else ("",)):
            paper = maker.make(context, record_id)
            content = rendered(paper, "pdf")
            assert content.startswith(b"%PDF-")
            if place % CHECKED == 0:
                file.write_bytes(content)
                assert accessibility_errors(file) == [], (kind, record_id)
                book = docx.Document(BytesIO(rendered(paper, "docx")))
                assert paper.title in [paragraph.text for paragraph in book.paragraphs]
