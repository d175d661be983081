"""No memory of an earlier build is ever seen in the site: after any edits it is what a build from nothing makes.

Nor is that of the preview, which shows the same after every save, as long as no error keeps it from being shown.
How many sequences are tried is the profile's to say: `--hypothesis-profile thorough` tries five hundred.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen import pipeline
from ppidgen.cli.preview import Preview
from ppidgen.making import ahead
from ppidgen.options import Options
from tests.portals.laying import SOUND, contents, lay

DAY = date(2026, 1, 31)
BODY = "Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas.\n"
SITE = "judul: PPID {}\nalamat: https://ppid.contoh.go.id/\ngambar_bagikan: tidak\n"
# The memories of earlier builds: beside the sources, and beside the site.
MEMORIES = (".ppidgen", ".site.ppidgen")
# What the preview makes while nobody waits, or has no use for.
NOT_SHOWN = ("pagefind/", "manifes.json", "sw.js")

Edit = Callable[[Path, int], object]


def write(portal: Path, path: str, text: str) -> None:
    lay(portal, {f"content/{path}": text})


def entry(portal: Path, number: int, *, title: str = "Laporan", more: str = "") -> None:
    place = f"informasi/bpkad/entri-{number % 4}.md"
    text = f"judul: {title} {number % 4}\nkategori: {('berkala', 'setiap-saat')[number % 2]}\n{more}"
    write(portal, place, f"---\n{text}---\n{BODY * (number % 3)}")


def remove(portal: Path, number: int) -> None:
    found = sorted(path for path in (portal / "content").rglob("*") if path.is_file() and "entri" in path.name)
    if found:
        found[number % len(found)].unlink()


def move(portal: Path, number: int) -> None:
    found = sorted((portal / "content/informasi/bpkad").glob("entri-*.md"))
    if found:
        found[number % len(found)].rename(portal / f"content/informasi/bpkad/entri-pindah-{number % 3}.md")


def document(portal: Path, number: int) -> None:
    write(portal, "berkas/a.csv", f"uraian,nilai\nA,{number}\n")
    entry(portal, number, more="dokumen:\n  - judul: A\n    berkas: a.csv\n")


def published(portal: Path, number: int) -> Path | None:
    found = sorted(path for path in (portal / "site").rglob("*") if path.is_file() and path.name != "manifes.json")
    return found[number % len(found)] if found else None


def spoil_site(portal: Path, number: int) -> None:
    path = published(portal, number)
    if path is not None:
        path.unlink()
        if number % 2:
            path.write_bytes(b"dirusak")


def memories(portal: Path) -> list[Path]:
    return sorted(path for name in MEMORIES for path in (portal / name).rglob("*") if path.is_file())


def spoil_memory(portal: Path, number: int) -> None:
    found = memories(portal)
    if found:
        path = found[number % len(found)]
        raw = path.read_bytes()
        at = number * 7919 % (len(raw) or 1)
        path.write_bytes((b"", raw[:at], raw[:at] + b"?" + raw[at + 1 :], raw + raw)[number % 4])


def forget(portal: Path, number: int) -> None:
    for name in MEMORIES if number % 3 == 2 else (MEMORIES[number % 3],):
        shutil.rmtree(portal / name, ignore_errors=True)


def bring_back(portal: Path, number: int) -> None:
    """Put an older memory of the sources in the place of the new one."""
    old, now = portal / "lama", portal / MEMORIES[0]
    if number % 2 and old.is_dir():
        shutil.rmtree(now, ignore_errors=True)
        old.rename(now)
    elif now.is_dir():
        shutil.rmtree(old, ignore_errors=True)
        shutil.copytree(now, old)


EDITS: Mapping[str, Edit] = {
    "entry": entry,
    "title": lambda portal, n: entry(portal, n, title="Neraca"),
    "duty": lambda portal, n: entry(portal, n, more=f"memenuhi: [{('B02.a', 'B04.a')[n % 2]}]\n"),
    "day": lambda portal, n: entry(portal, n, more=f"tanggal_diperbarui: 20{20 + n % 6}-01-01\n"),
    "withdrawn": lambda portal, n: entry(portal, n, more="ditarik: {tanggal: 2026-01-02, alasan: Keliru}\n"),
    "old address": lambda portal, n: entry(portal, n, more=f"alamat_lama: [bpkad/dulu-{n % 2}]\n"),
    "document": document,
    "remove": remove,
    "move": move,
    "unit": lambda portal, n: write(portal, f"unit/{('bpkad', 'dinkes')[n % 2]}.yaml", f"nama: Badan {n}\n"),
    "news": lambda portal, n: write(
        portal, f"berita/entri-{n % 2}.md", f"---\njudul: B\ntanggal: 2026-01-0{n % 9 + 1}\n---\n"
    ),
    "article": lambda portal, n: write(
        portal, "halaman/entri.md", f"---\njudul: Visi\nmenu: {('profil/visi-misi', 'dip')[n % 2]}\n---\n{BODY}"
    ),
    "broken link": lambda portal, _: write(
        portal, "halaman/entri-tautan.md", "---\njudul: Tautan\n---\nLihat [ini](/tidak/ada/).\n"
    ),
    "announcement": lambda portal, n: write(
        portal,
        "pengumuman/entri.yaml",
        f"judul: Banjir\njenis: bencana-alam\nmulai: 2026-01-{10 + n % 20}\nselesai: 2026-0{1 + n % 3}-28\n"
        "wilayah: Kota\ninstruksi: Mengungsi.\n",
    ),
    "exemption": lambda portal, n: write(
        portal, "dikecualikan/entri.yaml", f"judul: Rahasia {n}\ndasar: [{{huruf: 17h}}]\n"
    ),
    "site": lambda portal, n: write(portal, "situs.yaml", SITE.format(n)),
    "broken": lambda portal, n: write(portal, f"informasi/bpkad/entri-{n % 4}.md", "---\njudul: A\n---\n"),
    "spoil site": spoil_site,
    "spoil memory": spoil_memory,
    "forget": forget,
    "bring back": bring_back,
}  # fmt: skip


def shown(preview: Preview, path: str) -> bytes:
    """Give what the preview has at a path of the site."""
    made = preview.site.make(path) if preview.site else None
    assert made, path
    return Path(made.document).read_bytes() if made.document else made.content


def build(portal: Path, out: Path, *, search: bool) -> tuple[bool, list[str]]:
    """Build, and give whether anything was published and what was found."""
    options = Options(as_of=DAY, search=search, processes=2)
    outcome = pipeline.build(portal, out, options, lambda one: one.code.startswith("SKM"))
    return outcome.published is not None, sorted(f"{one.code} {one.span}" for one in outcome.findings)


def check(portal: Path) -> list[str]:
    """Check, and give all that was found."""
    return list(map(repr, pipeline.check(portal, Options(as_of=DAY, processes=1)).findings))


def prove(steps: list[tuple[str, int]], *, search: bool = False) -> int:
    """Check and build after every step; compare site and findings with those of runs that remember nothing.

    Gives how many of the steps were published.
    """
    count, site = 0, dict[str, bytes]()
    with tempfile.TemporaryDirectory() as folder:
        portal = lay(Path(folder) / "portal", SOUND)
        build(portal, portal / "site", search=search)
        preview = Preview(portal, lambda: Options(as_of=DAY, processes=1))
        for name, number in steps:
            EDITS[name](portal, number)
            clean = Path(folder) / "clean"
            shutil.rmtree(clean, ignore_errors=True)
            shutil.copytree(portal / "content", clean / "content")
            assert check(portal) == check(clean), name
            shutil.rmtree(clean / ".ppidgen")
            is_published, found = build(portal, portal / "site", search=search)
            assert (is_published, found) == build(clean, clean / "site", search=search), name
            count += is_published
            site = contents(clean / "site") if is_published else {}
            if is_published:
                assert contents(portal / "site") == site, name
            preview.read()
        # Compared once, after all that the preview has then to remember: it costs as much as a build.
        expected = {path: content for path, content in site.items() if not path.startswith(NOT_SHOWN)}
        assert {path: shown(preview, path) for path in expected} == expected
    return count


STEPS = st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 35))


def few(examples: int) -> settings:
    """Give the settings of a test: a few sequences in the gate, a quarter of all a profile asks for outside of it."""
    asked = settings.default.max_examples if settings.default else 0
    return settings(max_examples=examples if asked <= 100 else asked // 4, deadline=None)


@pytest.fixture(autouse=True, scope="module")
def few_pages_are_many() -> Iterator[None]:
    """Let warnings be put on pages ahead of the reading, as in a portal of many pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ahead, "WORTH_SHARING", 1)
        yield


@pytest.mark.slow
@few(8)
@given(steps=st.lists(STEPS, min_size=1, max_size=6))
def test_any_edits_leave_the_site_that_a_build_from_nothing_makes(steps: list[tuple[str, int]]) -> None:
    prove(steps)


@pytest.mark.slow
@few(2)
@given(steps=st.lists(STEPS, min_size=2, max_size=4))
def test_so_do_they_with_a_search_index(steps: list[tuple[str, int]]) -> None:
    prove(steps, search=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_each_edit_leaves_the_site_that_a_build_from_nothing_makes(name: str) -> None:
    steps = [("duty", 1), (name, 1), (name, 2)]
    assert prove(steps) == (1 if name == "broken" else len(steps))


@pytest.mark.slow
def test_a_text_that_turns_a_promise_into_information_is_seen_everywhere() -> None:
    """A long text decides whether a duty counts as met, so more than the page of its entry may change."""
    prove([("duty", 0), ("duty", 4)])
