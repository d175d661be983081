"""A labelled corpus: sentences that hold one personal datum each, and sentences that only look as if they did.

The numbers are made up by counting, so that every run sees the same ones; the look-alikes of the real registers are
taken from the published tables of `tests/data/real`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ppidgen.source.personal.personal_data import Kind

REAL = Path(__file__).parents[1] / "data/real"
_DIGITS = re.compile(r"\d[\d .\-/]{6,}\d|@")


@dataclass(frozen=True)
class Sample:
    """A text and what is to be found in it, None for nothing."""

    text: str
    kind: Kind | None


def identity(number: int) -> str:
    """Count through provinces, districts, days of birth of men and women, and serials."""
    provinces = "11 12 13 17 21 31 32 33 34 35 36 51 53 61 64 65 71 73 76 81 92 93 94 95 96".split()
    day = number * 7 % 28 + 1 + (40 if number % 2 else 0)
    area = f"{provinces[number % len(provinces)]}{number % 70 + 1:02}{number % 30 + 1:02}"
    return f"{area}{day:02}{number % 12 + 1:02}{(number * 13 + 50) % 100:02}{number % 9998 + 1:04}"


_IDENTITY_TEXTS = (
    "NIK: {0}", "Nama: Budi Contoh, NIK {0}, alamat Desa Contoh", "nik={0}", "No. KTP {0}", "No KTP : {6}",
    "| 1 | Siti | {0} | Dusun II |", "1;Siti Contoh;{0};Perempuan", "1,Siti Contoh,{0},Perempuan", "{6}", "{4}",
    "{2}",
    "penerima: {0}.", "Warga atas nama Sari ({0}) menerima bantuan", "https://contoh.go.id/cek?nik={0}&tahun=2026",
    "https://contoh.go.id/penerima/{0}", "berkas/ktp_{0}.pdf", "**{0}**", "NIK `{0}`", "NIK\u00a0{0}", "{w}", "{z}",
    "NIK {m}", "Nomor Induk Kependudukan\n{0}", "\u201c{0}\u201d", "nik: '{0}'", "- {0} # contoh", "e-KTP {4}",
    "SPPT a.n. Budi, {0}, Rp120.000", "Identitas: {0}/Contoh", "[{0}](#a)", "NIK.{0}", "{0}\t3\tLulus",
)  # fmt: skip
_OTHERS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.FAMILY_CARD, ("No. KK {0}", "Nomor KK: {0}", "Kartu Keluarga {4}", "kk={0}", "No KK. {0} a.n. Budi")),
    (
        Kind.DOUBTFUL,
        ("NIK: 99{n:014}", "No. KTP 00{n:014}", "KK 99{n:014}", "Nomor Induk Kependudukan 4400 1234 {n:04} 0001"),
    ),
    (
        Kind.TAX,
        (
            "NPWP {t}", "NPWP: {t}", "{t}", "wajib pajak {t} (PT Contoh)", "NPWP 0{u}", "npwp={u}", "NPWP\n{t}",
            "No. NPWP {t}, alamat Jalan Contoh", "Pembayaran kepada {t}.",
        ),
    ),
    (
        Kind.PHONE,
        (
            "0812-34{n:02}-7890", "HP 0813{n:08}", "WA: +62 812-3456-{n:04}", "0857 {n:04} 1234", "62852{n:07}1",
            "https://wa.me/62812{n:07}", "hubungi Sari (0878-{n:04}-5678)", "No. HP: 812{n:08}",
            "telp. 0821.{n:04}.4567",
            "Narahubung: 0896{n:07}", "+62813{n:08}", "(0812) {n:04} 7890", "08{p}{n:08}", "ponsel 0819{n:06}",
            "Budi/0838{n:07}", "kontak;0852{n:08};pagi", "call/WA 0822 - {n:04} - 1234",
        ),
    ),
    (
        Kind.MAIL,
        (
            "budi{n}@gmail.com", "sari.contoh{n}@yahoo.co.id", "surel: contoh_{n}@hotmail.com", "a{n}@outlook.com",
            "budi{n} [at] gmail [dot] com", "budi{n}(at)gmail.com", "<mailto:x{n}@ymail.com>", "Budi{n}@Gmail.Com",
            "budi{n}@icloud.com,", "budi{n} @ gmail.com",
        ),
    ),
    (
        Kind.CARD,
        (
            "No. BPJS Kesehatan: 000123{n:07}", "BPJS 0001 2345 {n:05}", "Paspor A{n:07}", "No. Paspor: B {n:07}",
            "passport no. C{n:07}", "NISN 005{n:07}", "NISN: 005-{n:03}-1234",
        ),
    ),
    (
        Kind.ACCOUNT,
        (
            "No. Rekening BRI 0123-01-{n:06}-50-1", "Rek. BCA 1234{n:06}", "rekening: 137-00-{n:07}-8",
            "Bank Jateng no rek 2-034-{n:05}-6", "a/c 0098{n:06}", "transfer ke BNI {n:06}1234",
            "norek 5012{n:06} a.n. Budi",
            "Rekening Bank Mandiri a.n. Siti Contoh 1360{n:09}", "BSI 71{n:08}", "account no. 880{n:07}",
        ),
    ),
)  # fmt: skip


def _shapes(number: int) -> dict[str, object]:
    digits = identity(number)
    wide = "".join(chr(0xFF10 + int(digit)) for digit in digits)
    return {
        "n": number, "p": "1235789"[number % 7] + "1",
        "w": wide, "z": "\u200b".join((digits[:4], digits[4:11], digits[11:])),
        "m": f"{digits[:6]}**{digits[6:12]}**{digits[12:]}",
        "t": f"{number % 90 + 10}.{number % 900 + 100}.678.9-{number % 800 + 101}.000",
        "u": f"{number % 90 + 10}{number % 900 + 100}6789{number % 800 + 101}000",
        "0": digits, "2": ".".join((digits[:2], digits[2:4], digits[4:6], digits[6:12], digits[12:])),
        "4": " ".join(digits[at : at + 4] for at in (0, 4, 8, 12)), "6": f"{digits[:6]} {digits[6:12]} {digits[12:]}",
    }  # fmt: skip


def _filled(text: str, number: int) -> str:
    shapes = _shapes(number)
    return re.sub(r"\{(\w)(:\d+)?\}", lambda place: format(shapes[place[1]], (place[2] or "")[1:]), text)


def positives() -> Iterator[Sample]:
    """Give sentences that hold one personal datum each."""
    for round_ in range(6):
        for at, text in enumerate(_IDENTITY_TEXTS):
            yield Sample(_filled(text, 31 * round_ + 7 * at + 3), Kind.IDENTITY)
        for kind, texts in _OTHERS:
            for at, text in enumerate(texts):
                yield Sample(_filled(text, 101 * round_ + 17 * at + 11), kind)


_LOOKALIKES = (
    "Kode rekening 5.1.02.01.01.{n:04}", "5.1.02.{n:02}.01.0024.00035", "{y}.02.01.2.05.0010.5.1.02.01.01.{n:04}",
    "Nomor 188.45/{n:03}/KEP/2024", "Nomor: 800/1234/{n:03}/2025 tanggal 12-08-2024", "B/{n:03}/HK.01.02/2026",
    "NIP 19850{q}01 201001 1 {n:03}", "NIP. 19{r}1212{s}031{n:03}", "NIP 19{r}0817 2006042 {n:03}",
    "Kode RUP {n:08}", "Kode tender 1012{n:07}", "ISBN 978-602-8123-{n:02}-6", "ISSN 2085-{n:04}",
    "-6.{n:016}, 107.{n:016}",
    "Rp{q}.234.567.8{n:02},00", "Rp 1{n:03}.000.000.000", "{n:010}000", "2024-0{q}-12 2025-0{q}-12",
    "2021-2022-2023-2024",
    "(0261) 20{n:04}", "Telp. (024) 35{n:05}", "021-57{n:06}", "0800-1-{n:03}-567", "1500{n:03}",
    "ppid{n}@sumedangkab.go.id",
    "dinas{n}@desa.id", "info{n}@contoh.co.id", "Kode barang 1.3.2.05.01.01.{n:03}", "Kode wilayah 32.11.01.20{n:02}",
    "20240{q}1312304{q}", "20260{q}12-08{n:04}", "NTPN 0A{n:04}B7C8D9E0F1",
    "a{n:04}e8400-e29b-41d4-a716-446655440{n:03}",
    "{h}", "NUPTK 6{n:015}", "Nomor objek pajak 32.11.{n:03}.001.001-0001.0", "IMEI 35{n:013}",
    "kode billing 1202{n:011}",
    "2{n:015}", "44{n:014}", "99 {n:04} 1234 5678 9012", "halaman 12-34, 56-78, 90-{n:03}", "skor 0,{n:016}",
    "PBB 1.234.567.890.{n:03}", "tahun 2019 2020 2021 2022 202{q}", "Pasal 17 ayat 1 2 3 4 5 6 7 8 9 1{q}",
    "rekening {n} bulan",
    "uraian rekening 4.1.01.{n:02}.01.0001", "rekening belanja 5.2.02.05.01.{n:04}",
    "3211\u2022\u2022{n:02}",
    "0812\u2022\u2022\u2022\u2022\u2022\u2022{n:02}", "Perda 8 Tahun 2012-2032, 0{q} halaman",
    "jam 08.00-16.00 dan 08.12-15.{n:02}",
    "versi 1.12.33.{n:04}.5678.9012", "DPA/A.1/1.02.0.00.0.00.01.0000/{n:03}/2026", "SK 0812/{n:04}/2024",
    "SP2D 03.20/04.0/{n:06}/LS/1.02.0.00/M/8/2024", "192.168.{n}.1 10.0.0.{n}", "SHA {n:08}3211ab12128500ff{n:04}",
    "3211013{q}128500{n:02}", "30{n:02}011212850001", "LHKPN 2024 Rp1.234.567.{n:03}",
    "{n:03} x 2.500.000 = 1{n:03}.500.000",
    "penduduk 1.152.{n:03} jiwa 2.304.{n:03}", "Akta AHU-00{n:05}.AH.01.01", "NIB 912{n:010}",
    "SIUP 503/{n:04}/1234/2024",
    "plat D {n:04} XY 2028", "register 032/II/KI-JBR-PS/20{n:02}", "DIPA-018.01.2.{n:06}/2026",
    "RAL 7035-{n:04} 1200x2400",
    "BPJS Kesehatan Rp1.234.567.890.{n:03}", "iuran BPJS 2024 sebesar 1.234.567.8{n:02}", "NPSN sekolah 2026{n:04}",
    "BPJS, telepon (021) 424-{n:04}", "layanan paspor 2024-{n:04}", "paspor elektronik, DPA/A1/{n:07}",
    "STNK 0{n:07}", "Nomor akun publik 2{n:06}",
)  # fmt: skip


def _lookalike(text: str, number: int) -> str:
    more = {
        "q": number % 8 + 1, "r": 60 + number % 40, "s": 1990 + number % 30, "y": number % 9 + 1, "n": number,
        "h": f"{number:04x}" + "0123456789abcdef" * 3,
    }  # fmt: skip
    return re.sub(r"\{(\w)(:\d+)?\}", lambda place: format(more[place[1]], (place[2] or "")[1:]), text)


def lookalikes() -> Iterator[Sample]:
    """Give sentences without any personal datum, those of real registers among them."""
    for round_ in range(7):
        for at, text in enumerate(_LOOKALIKES):
            yield Sample(_lookalike(text, 37 * round_ + 3 * at + 2), None)
    yield from (Sample(line, None) for line in real_lines())


@cache
def real_lines() -> tuple[str, ...]:
    """Give the lines of real registers that hold long numbers or addresses."""
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in sorted(REAL.rglob("*.csv")))
    return tuple(dict.fromkeys(line for text in texts for line in text.splitlines() if _DIGITS.search(line)))
