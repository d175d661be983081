"""Portals made in memory, for rules that are asked one by one."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from ppidgen.diagnostics import Finding
from ppidgen.duties.standing import derive
from ppidgen.model.context import Context
from ppidgen.model.language.words import Words
from ppidgen.model.law.whole import Law
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.information import InformationEntry
from ppidgen.reading.shipped import shipped_law
from ppidgen.rules import inspect
from tests.rules.examples import AS_OF


@cache
def law() -> Law:
    return shipped_law()


def body(**values: Any) -> PublicBody:
    named = {"name": "Kabupaten Contoh", "kind": "eksekutif", "level": "kabupaten-kota"}
    return PublicBody.model_validate({**named, **values})


def entry(number: int = 1, **values: Any) -> InformationEntry:
    full = {
        "id": f"contoh/entri-{number}",
        "title": f"Laporan nomor {number}",
        "summary": "Isi laporan.",
        "category": "berkala",
        "unit": "contoh",
        "holder": "Kepala Bidang",
        "responsible": "Badan Keuangan",
        "made_on": "Maret 2025",
        "made_at": "Kantor",
        "forms": ["softcopy"],
        "retention": "5 tahun",
        "year": "2024",
        "updated": "2026-01-15",
        "how_to_get": "Loket PPID.",
    }
    return InformationEntry.model_validate(
        {key: value for key, value in {**full, **values}.items() if value is not None}
    )


def exemption(number: int = 1, **values: Any) -> Exemption:
    return Exemption.model_validate({"id": f"contoh/dik-{number}", "title": f"Rekam medis {number}", **values})


def context(as_of: date = AS_OF, base_url: str = "https://ppid.contoh.go.id/", **parts: Any) -> Context:
    given = {"body": body(), "site": Site(id="situs", title="PPID Kabupaten Contoh"), **parts}
    portal = Portal(**given)
    return Context(portal, derive(portal, law(), as_of), law(), Words("id", {}), base_url)


def codes(found: Iterable[Finding], family: str = "") -> list[str]:
    return [finding.code for finding in found if finding.code.startswith(family)]


def inspected(family: str, **parts: Any) -> list[Finding]:
    return [finding for finding in inspect(context(**parts)) if finding.code.startswith(family)]
