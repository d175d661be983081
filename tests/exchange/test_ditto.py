from collections.abc import Callable
from pathlib import Path

from ppidgen.exchange.importing.plan import ImportPlan
from ppidgen.exchange.importing.telling import tell
from ppidgen.exchange.tables import report_words

Import = Callable[..., ImportPlan]
Table = Callable[..., Path]


def test_a_cell_that_says_as_above_takes_what_stands_above_it(take: Import, table: Table) -> None:
    rows = (
        "No;Judul;Ringkasan;Penanggung Jawab;Waktu Pembuatan;Softcopy\n"
        "1;Neraca;Neraca diaudit;Kepala BPKAD;12 Pebruari 2024;V\n"
        "2;LRA;Realisasi;s.d.a.;sda;\u3003\n"
        "3;Aset;Rekap aset;- idem -;Idem;-\n"
    )
    plan = take(table(rows), write=False)
    written = {write.path.rpartition("/")[2]: write.text for write in plan.writes}
    for name in ("lra.yaml", "aset.yaml"):
        assert "penanggung_jawab: Kepala BPKAD\nwaktu_pembuatan: 2024-02-12\n" in written[name]
    assert "bentuk: [softcopy]" in written["lra.yaml"]
    assert "bentuk" not in written["aset.yaml"]
    assert "(idem, sda) diisi dengan isi sel di atasnya: 5" in tell(plan.report, report_words("id"))


def test_a_mark_below_an_empty_cell_is_told_and_not_published(take: Import, table: Table) -> None:
    plan = take(table("No;Judul;Ringkasan;Penanggung Jawab\n1;Neraca;Diaudit;idem\n2;LRA;Realisasi;sda\n"), write=False)
    assert not any("penanggung_jawab" in write.text for write in plan.writes)
    told = tell(plan.report, report_words("id"))
    assert "D2 (Penanggung Jawab): menunjuk ke sel di atasnya, yang kosong: idem" in told
    assert "D3 (Penanggung Jawab): menunjuk ke sel di atasnya, yang kosong: sda" in told
