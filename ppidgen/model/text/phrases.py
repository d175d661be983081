"""Words by which free text of the registers says something that a rule must understand.

The patterns are linear: every repetition in them is bounded or over one class of characters.
"""

import re

# "Tidak terbatas", "permanen", "selamanya", "seterusnya", "sampai kapan pun": a term without an end.
FOREVER = re.compile(
    r"\b(?:tidak\s{1,3}(?:di)?batas(?:i)?|tidak\s{1,3}terbatas|tanpa\s{1,3}batas(?:\s{1,3}waktu)?|tak\s{1,3}terbatas"
    r"|seumur\s{1,3}hidup|sepanjang\s{1,3}masa|permanen|selamanya|seterusnya|selama-lamanya|kapan\s{0,3}pun|kekal|abadi)\b",
    re.IGNORECASE,
)

# What names an act of parliament: "UU", "Undang-Undang", and the codes that are acts themselves.
ACT = re.compile(
    r"\b(?:uu|u\.u\.|undang[-\s]{1,2}undang|uud|perppu|perpu|kuhp|kuhap|kuh\s{1,3}perdata|kitab\s{1,3}undang)\b",
    re.IGNORECASE,
)

# What names legislation of any rank.
LEGISLATION = re.compile(
    rf"{ACT.pattern}|\b(?:peraturan|pp|perpres|permen\w{{0,20}}|perka|perda|perbup|perwali|pergub|perki|pmk|keppres)\b",
    re.IGNORECASE,
)

# What is below an act though it names one: "PP 61/2010 tentang Pelaksanaan UU 14/2008", "Perbup 5/2019 berdasarkan
# UU 27/2022". A Perppu is an act in its place, and "peraturan perundang-undangan" names nothing.
_BELOW = re.compile(
    rf"\b(?:peraturan(?!\s{{1,3}}(?:pemerintah\s{{1,3}}pengganti|perundang))|pp|perpres|permen\w{{0,20}}|perka|perda|perbup"
    rf"|perwali|pergub|perki|pmk|kep(?:pres|men\w{{0,20}}|utusan)|sk|surat\s{{1,3}}edaran|instruksi)\b|(?P<act>{ACT.pattern})",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[;,\n]|\b(?:jo|juncto)\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:dan|serta)\b", re.IGNORECASE)


def names_act(text: str) -> bool:
    """Tell a text that names an act of parliament in its own right, not as the ground of a lower regulation."""
    return any(_stands_in(clause) for clause in _NEXT.split(text))


def _stands_in(clause: str) -> bool:
    """Tell an act among what "dan" joins, but for one that goes on with a lower regulation's own list of acts.

    "Perpres 16/2018 dan UU 43/2009" names the act; "PP 61/2010 tentang Pelaksanaan UU 14/2008 dan UU 43/2009" does not.
    """
    lists_acts = False
    for part in _AND.split(clause):
        first = _BELOW.search(part)
        if first is None:
            continue
        if first["act"] is not None:
            if not lists_acts:
                return True
        else:
            lists_acts = ACT.search(part, first.end()) is not None
    return False


# "10 tahun", "5 (lima) tahun", "30 th": a term that can be counted.
YEARS = re.compile(r"\b(\d{1,3})\s{0,3}(?:\([a-z\s]{1,30}\)\s{0,3})?(?:tahun|thn?|th)\b", re.IGNORECASE)

# "5 tahun", "selama 6 (enam) bulan" and nothing else: how long something lasts, not when it ends.
LENGTH_OF_TIME = re.compile(
    r"(?:(?:selama|paling\s{1,3}lama|maksimal)\s{1,3})?\d{1,3}\s{0,3}(?:\([a-z\s]{1,30}\)\s{0,3})?"
    r"(?:tahun|thn?|th|bulan|bln|hari)\b\W{0,3}\Z",
    re.IGNORECASE,
)

# The commission of the whole country in its own name.
NATIONAL_COMMISSION = re.compile(r"\bpusat\b", re.IGNORECASE)

# Names of the whole state under which public bodies publish.
PUBLIC_DOMAINS = (".go.id", ".desa.id", ".mil.id", ".ac.id", ".sch.id")

# A title that names a whole class of papers and nothing within it: a word for papers, or "all", with the name of a
# field of work, or one of the two alone. Found in published lists: "Dokumen kepegawaian", "Perijinan", "Proposal".
_PAPERS = (
    r"dokumen|dokumentasi|data|informasi|arsip|berkas|naskah|surat(?:-surat)?|laporan|administrasi|proposal|urusan|bidang"
    r"|seluruh|semua|segala|dan|atau|serta|tentang|terkait|mengenai"
)
_FIELDS = (
    r"kepegawaian|pegawai|asn|keuangan|anggaran|kependudukan|pengadaan|barang|jasa|pengaduan|peri[zj]inan|kesehatan"
    r"|pendidikan|perencanaan|aset|pajak|perpajakan|hukum|penegakan|perda|pengawasan|kearsipan|pertanahan|tanah|sosial"
    r"|konflik|pelaku|usaha|perlindungan|haki|hubungan|kerja\s?sama|perjanjian|kontrak|rapat|internal|dinas|persandian"
)
WHOLE_CLASS = re.compile(rf"(?:(?:{_PAPERS}|{_FIELDS})(?:[\s/,&]{{1,3}}|$)){{1,6}}", re.IGNORECASE)
EVERYTHING_OF = re.compile(
    r"(?:seluruh|semua|segala)\s{1,3}(?:bentuk\s|jenis\s)?(?:dokumen|data|informasi|arsip|berkas|surat|laporan)\b",
    re.IGNORECASE,
)
