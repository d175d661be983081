"""The names of files in a Paket Bukti, which its reader sees."""

ANSWERS_CSV = "jawaban.csv"
ANSWERS_XLSX = "jawaban.xlsx"
CONTENTS = "isi.json"
COVER = "lembar-pengantar.pdf"
ITEMS = "butir"
SHOTS = "tangkapan"
