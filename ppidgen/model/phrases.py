"""Words by which free text of the registers says something that a rule must understand.

The patterns are linear: every repetition in them is bounded or over one class of characters.
"""

import re

# "Tidak terbatas", "permanen", "selamanya", "seterusnya", "sampai kapan pun": a term without an end.
FOREVER = re.compile(
    r"\b(?:tidak\s{1,3}(?:di)?batas(?:i)?|tidak\s{1,3}terbatas|tanpa\s{1,3}batas(?:\s{1,3}waktu)?|tak\s{1,3}terbatas"
    r"|permanen|selamanya|seterusnya|selama-lamanya|kapan\s{0,3}pun|kekal|abadi)\b",
    re.IGNORECASE,
)

# What names an act of parliament: "UU", "Undang-Undang", and the codes that are acts themselves.
ACT = re.compile(
    r"\b(?:uu|u\.u\.|undang[-\s]{1,2}undang|uud|perppu|perpu|kuhp|kuhap|kuh\s{1,3}perdata|kitab\s{1,3}undang)\b",
    re.IGNORECASE,
)

# "10 tahun", "5 (lima) tahun", "30 th": a term that can be counted.
YEARS = re.compile(r"\b(\d{1,3})\s{0,3}(?:\([a-z\s]{1,30}\)\s{0,3})?(?:tahun|thn?|th)\b", re.IGNORECASE)

# The commission of the whole country in its own name.
NATIONAL_COMMISSION = re.compile(r"\bpusat\b", re.IGNORECASE)

# Names of the whole state under which public bodies publish.
PUBLIC_DOMAINS = (".go.id", ".desa.id", ".mil.id", ".ac.id", ".sch.id")
