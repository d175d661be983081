"""What the importer knows of the officers' own tables: words for columns, ticks and groups; the mapping file.

The words stand in `data/impor/`; these are the types that read them. A `ColumnMap` is also what the officer
corrects by hand.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from ppidgen.model.elements.record import Part

FOLDER = "impor"


class ColumnRole(StrEnum):
    """What a column can be besides a key of the register."""

    NUMBER = "nomor"
    PLACE_AND_TIME = "tempat_waktu_pembuatan"
    SOFTCOPY = "bentuk.softcopy"
    HARDCOPY = "bentuk.hardcopy"
    DOCUMENT_LINK = "dokumen.tautan"
    PERIODIC = "kategori.berkala"
    IMMEDIATE = "kategori.serta-merta"
    ON_DEMAND = "kategori.setiap-saat"
    EXEMPT = "kategori.dikecualikan"


class ColumnTable(Part):
    """The column heads known for one register: for each key the words that stand for it."""

    columns: Mapping[str, tuple[str, ...]] = Field(alias="kolom")
    shared: tuple[str, ...] = Field((), alias="boleh_lebih_dari_satu")


class ImportPatterns(Part):
    """Regular expressions over lower-case text; every repetition is bounded."""

    article: str = Field(alias="pasal_17")
    next_letter: str = Field(alias="huruf_berikut")
    number: str = Field(alias="angka")
    act: str = Field(alias="undang_undang")
    until: str = Field(alias="sampai_tanggal")
    document_address: str = Field(alias="alamat_dokumen")
    part: str = Field(alias="dikecualikan_sebagian")

    def is_document(self, address: str) -> bool:
        """Tell an address that leads to a file and not to a page."""
        return re.search(self.document_address, address.lower()) is not None


class ImportWords(Part):
    """Words and patterns for any table."""

    stop_words: frozenset[str] = Field(alias="kata_sambung")
    abbreviations: Mapping[str, str] = Field(alias="singkatan")
    personal: tuple[str, ...] = Field(alias="kolom_pribadi")
    personal_beside: tuple[str, ...] = Field(alias="kolom_pribadi_bersama")
    personal_in_cases: tuple[str, ...] = Field(alias="kolom_pribadi_perkara")
    case_prefix: str = Field(alias="awalan_perkara")
    case_words: Mapping[str, tuple[str, ...]] = Field(alias="kata_perkara")
    personal_in_units: tuple[str, ...] = Field(alias="kolom_pribadi_unit")
    ticks: frozenset[str] = Field(alias="tanda_ada")
    crosses: frozenset[str] = Field(alias="tanda_silang")
    blanks: frozenset[str] = Field(alias="tanda_kosong")
    dittos: frozenset[str] = Field(alias="tanda_ulang")
    time_words: frozenset[str] = Field(alias="kata_waktu")
    day_starts: tuple[str, ...] = Field(alias="awal_tanggal")
    categories: Mapping[str, tuple[str, ...]] = Field(alias="kategori")
    not_exempt: frozenset[str] = Field(alias="kata_bukan_dikecualikan")
    exempt: frozenset[str] = Field(alias="kata_dikecualikan")
    exempt_lists: frozenset[str] = Field(alias="kata_daftar_dikecualikan")
    forms: Mapping[str, tuple[str, ...]] = Field(alias="bentuk")
    totals: tuple[str, ...] = Field(alias="baris_jumlah")
    closings: tuple[str, ...] = Field(alias="baris_penutup")
    unit_starts: tuple[str, ...] = Field(alias="awal_nama_unit")
    posts: tuple[str, ...] = Field(alias="awalan_jabatan")
    areas: frozenset[str] = Field(alias="kata_wilayah")
    unit_kinds: Mapping[str, tuple[str, ...]] = Field(alias="jenis_unit")
    area_kinds: frozenset[str] = Field(alias="sebutan_wilayah")
    patterns: ImportPatterns = Field(alias="pola")
    information_act: str = Field(alias="undang_undang_kip")
    act_name: str = Field(alias="sebutan_undang_undang")
    article_name: str = Field(alias="sebutan_pasal_17")
    number_name: str = Field(alias="sebutan_angka")
    source: str = Field(alias="sumber")


class ColumnMap(Part):
    """Which column of the officer's table fills which key; written by the program, corrected by the officer."""

    to: str = Field("", alias="ke")
    columns: Mapping[str, str] = Field({}, alias="kolom")
    fixed: Mapping[str, str] = Field({}, alias="tetap")
    skipped: tuple[str, ...] = Field((), alias="lewati")
