"""What a page of the list is said to be made of changes with whatever it shows, so that no build keeps an old one."""

from typing import Any

import pytest

from ppidgen.making.rendering import page_json
from ppidgen.model.context import Context
from ppidgen.model.elements.origin import Origin
from ppidgen.model.records.body import Site
from ppidgen.model.records.information import InformationEntry
from ppidgen.pages import Family
from ppidgen.pages.dip import information, lists, prints
from tests.pages.portals import context, unit

FAMILIES = (information.FAMILY, lists.FAMILY, prints.FAMILY)
EDITS: dict[str, dict[str, Any]] = {
    "title": {"judul": "Zakat 1"},
    "summary": {"ringkasan_isi": "Isi yang lain."},
    "category": {"kategori": "setiap-saat"},
    "unit": {"unit": "dinkes"},
    "no unit": {"unit": None},
    "year": {"tahun": "2019"},
    "day": {"tanggal_diperbarui": "2019-01-01"},
    "duty": {"memenuhi": ["B04.a"]},
    "holder": {"pejabat_penguasa": "Kepala Bidang"},
    "document": {"dokumen": [{"judul": "A", "berkas": "a.csv"}]},
    "withdrawn": {"ditarik": {"tanggal": "2026-01-02", "alasan": "Keliru"}},
}


def written(number: int, **values: Any) -> InformationEntry:
    """Make an entry as binding does, with a digest of what is written of it."""
    said = {"judul": f"Entri {number}", "kategori": "berkala", "unit": "bpkad", "tahun": "2024", **values}
    made = InformationEntry.model_validate({"id": f"bpkad/entri-{number}", **said})
    made._origin = Origin(f"content/informasi/bpkad/entri-{number}.yaml", "", repr(said))
    return made


def portal(**edit: Any) -> Context:
    """Give a portal whose last entry, on the second pages of lists, has been edited, and whose first stands alone."""
    alone = {"judul": "Laporan 0", "tahun": "2023"}
    entries = (written(0, **alone), *(written(number) for number in range(1, 12)), written(99, **edit))
    units = (unit("bpkad", "Badan Keuangan"), unit("dinkes", "Dinas Kesehatan"))
    return context(information=entries, units=units, site=Site(title="PPID", per_page=10))


def told(family: Family, of: Context) -> dict[str, tuple[bytes, bytes]]:
    """Give what each page says, and what it is said to be made of."""
    assert family.made_of
    return {spec.address: (page_json(family.compose(of, spec)), family.made_of(of, spec)) for spec in family.items(of)}


@pytest.mark.parametrize("name", EDITS)
def test_no_page_says_something_else_while_it_is_said_to_be_made_of_the_same(name: str) -> None:
    before, after = portal(), portal(**EDITS[name])
    changed = 0
    for family in FAMILIES:
        old, new = told(family, before), told(family, after)
        for address in old.keys() & new.keys():
            (said, made), (now_said, now_made) = old[address], new[address]
            changed += said != now_said
            assert said == now_said or made != now_made, address
    assert changed
