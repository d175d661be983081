"""Documents under odd names, and the archive of the portal that holds them: each unpacks inside its own folder."""

import json
import random
import unicodedata
import zipfile
from pathlib import Path

from ppidgen.cli.program import FINDINGS, FINE
from tests.portals.laying import DAY, lay, ppidgen

_PIECES = (
    *["a", "neraca", "lra-2024"] * 15,
    "A", "laporan 2024", "..", ".", "...", "~", "CON", "nul.pdf", "a.pdf.exe", "é", "e\u0301", "\u202efdp.exe",
    "\u200b", "\ufeff", "%2e%2e", "%2f", "\\..\\..\\x", "C:", "C:\\x", ":stream", "a\nb", "a\tb", "\x1b[31m", "\x7f",
    "'", '"', "<svg onload=x>", "&amp;", "?a=1", "#a", "{{ 7*7 }}", "$(id)", "-rf", " ", ".htaccess", "_headers",
    "index.html", "manifes.json", "a" * 120, "é" * 120, "\ud800", "\u2028", "a.csv ", "a.csv.", "|", "*",
)  # fmt: skip


def name(dice: random.Random) -> bytes:
    """Make the name of a document, with folders or without."""
    parts = ["".join(dice.choices(_PIECES, k=dice.choice((1, 1, 2)))) for _ in range(dice.choice((1, 1, 2, 4)))]
    return ("/".join(parts) + dice.choice((".csv", ".csv", ".CSV", ""))).encode("utf-8", "replace")


def packs_well(portal: Path, raw: bytes) -> str:
    """Lay a document under this name and pack the portal; say what is wrong with the archive, "" when nothing is."""
    named = raw.decode("utf-8", "surrogateescape")
    inside = "/".join(part for part in named.split("/") if part not in {"", ".", ".."}).replace("\0", "")
    entry = {"judul": "Lampiran", "kategori": "berkala", "dokumen": [{"judul": "A", "berkas": named}]}
    try:
        lay(portal, {f"content/berkas/{inside or 'a'}": "a;b\n1;2\n"})
    except (OSError, UnicodeError):
        return ""  # no file can have this name
    lay(portal, {"content/informasi/a.yaml": json.dumps(entry)})
    told = ppidgen("bundle", portal, "--out", portal / "portal.zip", "--as-of", DAY)
    if told.code not in {FINE, FINDINGS} or "Traceback" in told.out + told.err:
        return f"bundle: code {told.code}\n{told.err[-3_000:]}"
    if told.code == FINDINGS:
        return "refused, and packed all the same" if (portal / "portal.zip").exists() else ""
    with zipfile.ZipFile(portal / "portal.zip") as archive:
        names = archive.namelist()
    strays = [one for one in names if _strays(one)]
    alike = len(names) - len({unicodedata.normalize("NFC", one).casefold() for one in names})
    return f"strays: {strays[:3]}; {alike} names are alike" if strays or alike else ""


def _strays(path: str) -> bool:
    """Say whether a name of an archive leads out of the folder it is unpacked in, or lies to who reads it."""
    is_out = path.startswith("/") or ".." in path.split("/") or "\\" in path or ":" in path
    return is_out or any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in path)
