"""Small rubrics and answers for the sums of scoring."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from ppidgen.model.rubrics.rubric import Criterion, Rubric
from ppidgen.model.rubrics.scorecard import Answer, Basis, Ends
from ppidgen.reading import rubric_files
from ppidgen.reading.shipped import shipped_law
from ppidgen.scoring.reading import read_rubric

HEAD = """edisi:
  id: contoh
  nama: Rubrik Contoh
  otoritas: {jenis: kabupaten, nama: PPID Kabupaten Contoh}
  status: contoh
  verifikator: [Tim Penilai]
  sumber: [{judul: Keputusan contoh, yakin: S}]
"""
BANDS = """kategori:
  - {nama: Informatif, min: 90}
  - {nama: Menuju Informatif, min: 80}
  - {nama: Cukup Informatif, min: 60}
  - {nama: Kurang Informatif, min: 40}
  - {nama: Tidak Informatif, min: 0}
"""
STAGE = "tahap: [{id: saq, nama: Kuesioner, bobot: 100}]\n"


@cache
def read(text: str) -> Rubric:
    """Read a rubric that must be sound."""
    checked = read_rubric("rubrik/contoh.yaml", text.encode(), shipped_law(), rubric_files.text_of)
    assert checked.value is not None, [(one.code, str(one.span), dict(one.data)) for one in checked.findings]
    return checked.value.rubric


def of(indicators: str, aggregation: str = "bobot_indikator", stages: str = STAGE, more: str = "") -> Rubric:
    """Read a rubric with these indicators."""
    return read(f"{HEAD}agregasi: {aggregation}\n{stages}{BANDS}{more}indikator:\n{indicators}")


def attached(name: str, points: object, more: str = "") -> str:
    """Write a criterion that an officer attests; more keys follow as they are."""
    keys = f", {more}" if more else ""
    weight = "" if points is None else f", poin: {points}"
    return f"      - {{id: {name}, tanya: Ada {name}{weight}, otomasi: lampiran, bukti: {{jenis: [foto]}}{keys}}}\n"


def indicator(name: str, weight: object, criteria: Iterable[str]) -> str:
    """Write an indicator."""
    mass = "" if weight is None else f"    bobot: {weight}\n"
    return f"  - id: {name}\n    nama: Indikator {name}\n{mass}    kriteria:\n{''.join(criteria)}"


def ends(recorded: object, claimed: object = None, possible: object = None) -> Ends:
    """Make ends of numbers as people write them."""
    low = Fraction(str(recorded))
    middle = low if claimed is None else Fraction(str(claimed))
    return Ends(low, middle, middle if possible is None else Fraction(str(possible)))


def answer(criterion: Criterion, indicator_id: str, given: Ends | None) -> Answer:
    """Answer a criterion."""
    return Answer(criterion, indicator_id, Basis.COMPUTED, given)


def answered(rubric: Rubric, given: dict[str, Ends | None]) -> list[Answer]:
    """Answer every criterion of a rubric by its id."""
    return [
        answer(criterion, one.id, given[criterion.id]) for one in rubric.indicators for criterion in one.all_criteria
    ]
