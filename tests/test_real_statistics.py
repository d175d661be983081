"""The statistics of two real bodies rebuilt from their registers; every difference to what was published is explained.

Sumedang: the anonymised register of requests, imported as an officer would import it. Sumatera Utara: its reports
count requests by office, so each is laid out as that many cases. Sources: `tests/data/real/SOURCES.md`.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ppidgen.duties.case_standing import notice_deadline
from ppidgen.duties.figures import mean, yearly
from ppidgen.duties.working_days import working_calendar
from ppidgen.exchange.importing.files import ImportOptions, import_files, register_named
from ppidgen.exchange.importing.writing import apply
from ppidgen.model.elements.vocabulary import Decision
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.cases import Case, DisputeCase, RequestCase
from ppidgen.model.standing.figures import YearFigures
from ppidgen.options import Options
from ppidgen.reading.shipped import shipped_law
from ppidgen.reading.study import read_portal
from tests.rules.portals import context

REAL = Path(__file__).with_name("data") / "real"
SUMEDANG, NORTH_SUMATRA = REAL / "kab-sumedang", REAL / "prov-sumatera-utara"


@dataclass(frozen=True)
class Told:
    """What the body published of a year, what its register gives, and why they differ ("" where they do not)."""

    published: float | None
    rebuilt: float | None
    why: str = ""


# The published means are in calendar days; the register gives them in the same days only where its days are sound.
SUMEDANG_YEARS: dict[tuple[int, str], Told] = {
    (2022, "requests"): Told(16, 16),
    (2022, "granted"): Told(16, 16),
    (2022, "refused"): Told(0, 0),
    (2022, "calendar_mean"): Told(0.29, 0.3, "over 15 rows, not 14: the day of row 15, without its year, is read"),
    (2023, "requests"): Told(75, 75),
    (2023, "granted"): Told(74, 74),
    (2023, "refused"): Told(0, 0),
    (2023, "calendar_mean"): Told(5.0, 5.0),
    (2023, "disputes"): Told(6, 6),
    (2024, "requests"): Told(56, 55, "row 46 has no day of receipt, so no year can be told of it; the import names it"),
    (2024, "granted"): Told(56, 55, "row 46, as above"),
    (2024, "refused"): Told(0, 0),
    (2024, "calendar_mean"): Told(
        7.88,
        7.9,
        "to tenths; rows without a sound day of giving are in neither",
    ),
}

NORTH_SUMATRA_YEARS: dict[tuple[int, str], Told] = {
    (2019, "requests"): Told(198, 198),
    (2019, "granted"): Told(186, 186),
    (2019, "refused"): Told(2, 2),
    (2019, "undecided"): Told(10, 10),
    (2020, "requests"): Told(131, 131),
    (2020, "granted"): Told(131, 131),
    (2020, "refused"): Told(0, 0),
    (2020, "undecided"): Told(0, 0),
    (2021, "requests"): Told(233, 233),
    (2021, "granted"): Told(232, 232),
    (2021, "refused"): Told(0, 0),
    (2021, "undecided"): Told(1, 1),
}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | None:
    return float(text) if text else None


@pytest.fixture(scope="module")
def sumedang(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """Import the register year by year, as it was published, and read the portal back."""
    root = tmp_path_factory.mktemp("sumedang")
    (root / "content").mkdir()
    by_year = defaultdict(list)
    for row in rows(SUMEDANG / "register-permohonan-anonim.csv"):
        by_year[row.pop("tahun_laporan")].append(row)
    for year, found in sorted(by_year.items()):
        table = root / f"register-{year}.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(found[0]))
            writer.writeheader()
            writer.writerows(found)
        apply(import_files([table], register_named("perkara"), root, shipped_law(), ImportOptions()), root)
    return read_portal(root, Options(date(2026, 1, 5), processes=1)).context.portal


def disputes() -> Iterator[DisputeCase]:
    """Lay out the six disputes; their day was not published, so the month of the register number stands for it."""
    months = {"III": 3, "IV": 4}
    for row in rows(SUMEDANG / "sengketa-2023.csv"):
        head, _, year = row["nomor_register"].rpartition("/")
        month = next(value for name, value in sorted(months.items()) if head.endswith(name))
        yield DisputeCase(
            id=f"s-{row['nomor_register'][:4]}",
            kind="sengketa",
            received=date(int(year), month, 1),
            register_number=row["nomor_register"],
            stage=row["tahap"].lower(),
        )


def counted(cases: tuple[Case, ...]) -> dict[int, YearFigures]:
    law = shipped_law()
    calendar = working_calendar(law, context().portal)
    found = yearly(cases, (), calendar.since_receipt, lambda case: notice_deadline(case, law, calendar).due, date.max)
    return {year.year: year for year in found}


def measure(year: YearFigures, cases: tuple[Case, ...], name: str) -> float | None:
    """Give one number of a year; the mean in calendar days is worked out here, the program counts working days."""
    if name == "calendar_mean":
        lasted = [
            (case.given - case.received).days
            for case in cases
            if isinstance(case, RequestCase) and case.received.year == year.year and case.given
        ]
        return mean(lasted)
    decisions = {"granted": Decision.GRANTED, "refused": Decision.REFUSED}
    if name in decisions:
        return year.decisions.get(decisions[name], 0)
    value: float | None = getattr(year, name)
    return value


PUBLISHED = {"requests": "permohonan_diterima", "granted": "dikabulkan", "refused": "ditolak", "disputes": "sengketa",
             "calendar_mean": "rata_rata_hari_kalender_hitungan"}  # fmt: skip


@pytest.mark.parametrize(("year", "name"), SUMEDANG_YEARS)
def test_the_numbers_of_sumedang_are_those_published_or_the_difference_is_explained(
    sumedang: Portal, year: int, name: str
) -> None:
    told = SUMEDANG_YEARS[year, name]
    published = {int(row["tahun"]): row for row in rows(SUMEDANG / "statistik-layanan.csv")}[year]
    cases = (*sumedang.cases, *disputes())
    assert number(published[PUBLISHED[name]]) == told.published
    assert measure(counted(cases)[year], cases, name) == told.rebuilt
    assert (told.published == told.rebuilt) == (told.why == "")


def test_a_year_without_requests_has_no_register_to_count(sumedang: Portal) -> None:
    published = {int(row["tahun"]): row for row in rows(SUMEDANG / "statistik-layanan.csv")}[2021]
    assert published["permohonan_diterima"] == "0"
    assert 2021 not in counted(sumedang.cases)


def test_working_days_are_fewer_than_the_calendar_days_that_were_published(sumedang: Portal) -> None:
    found = counted(sumedang.cases)
    assert [(year, found[year].mean_days, found[year].measured) for year in (2022, 2023, 2024)] == [
        (2022, 0.1, 15), (2023, 3.3, 74), (2024, 5.0, 51),
    ]  # fmt: skip


def offices() -> tuple[RequestCase, ...]:
    """Lay out each counted request of Sumatera Utara as a case; only its year was published."""
    outcomes = (("diterima", Decision.GRANTED), ("ditolak", Decision.REFUSED), ("respon_kosong", None))
    return tuple(
        RequestCase(
            id=f"{row['tahun']}-{row['no']}-{column}-{place}",
            kind="permohonan",
            received=date(int(row["tahun"]), 1, 2),
            unit=row["ppid_pembantu"],
            decision=decision,
        )
        for row in rows(NORTH_SUMATRA / "permohonan-per-ppid-pembantu.csv")
        for column, decision in outcomes
        for place in range(int(row[column]))
    )


@pytest.mark.parametrize(("year", "name"), NORTH_SUMATRA_YEARS)
def test_the_numbers_of_north_sumatra_add_up_from_its_offices(year: int, name: str) -> None:
    told = NORTH_SUMATRA_YEARS[year, name]
    columns = {
        "requests": "baris_permohonan", "granted": "diterima", "refused": "ditolak", "undecided": "respon_kosong",
    }  # fmt: skip
    published = {int(row["tahun"]): row for row in rows(NORTH_SUMATRA / "statistik-layanan.csv")}[year]
    cases = offices()
    assert number(published[columns[name]]) == told.published
    assert measure(counted(cases)[year], cases, name) == told.rebuilt
    assert (told.published == told.rebuilt) == (told.why == "")


def test_the_requests_of_each_office_are_those_of_its_row() -> None:
    told = {
        (int(row["tahun"]), row["ppid_pembantu"]): int(row["baris_permohonan"])
        for row in rows(NORTH_SUMATRA / "permohonan-per-ppid-pembantu.csv")
    }
    years = counted(offices()).items()
    found = {(year, unit): count for year, one in years for unit, count in one.units.items()}
    assert found == {key: count for key, count in told.items() if count}
