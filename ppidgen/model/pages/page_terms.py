"""The Indonesian terms by which page types, tones and styles are known, for the chapters that name them in English."""

from typing import Final

PAGE_TYPES: tuple[str, ...] = (
    "beranda", "entri", "daftar", "naskah", "cari", "galat", "cetak", "besar", "hitung", "formulir", "blanko", "lacak",
)  # fmt: skip
(
    HOME_PAGE, ENTRY_PAGE, LIST_PAGE, PROSE_PAGE, SEARCH_PAGE, ERROR_PAGE, PRINT_PAGE, LARGE_PAGE, COUNT_PAGE,
    FORM_PAGE, BLANK_PAGE, STATUS_PAGE,
) = PAGE_TYPES  # fmt: skip

NOTE: Final = "catatan"

INFO: Final = "info"
NEUTRAL: Final = "netral"
EMPTY: Final = "kosong"
SUCCESS: Final = "sukses"
WARNING: Final = "peringatan"
DANGER: Final = "bahaya"

# Each setting of the display with its choices; "" is the portal's own look.
DISPLAY_SETTINGS: Final = (
    ("huruf", ("", "besar", "sangat-besar")), ("jarak", ("", "lega")), ("kontras", ("", "tinggi")),
    ("rupa", ("", "disleksia")),
)  # fmt: skip

RADIO: Final = "radio"

SAME_CATEGORY: Final = "kategori"
SAME_UNIT: Final = "unit"

LINE: Final = "baris"
DOWNLOADS: Final = "unduhan"

CHOOSE: Final = "pilih"
DAY: Final = "tanggal"
