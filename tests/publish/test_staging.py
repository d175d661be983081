import hashlib
import os
import stat
import tempfile
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppidgen.diagnostics import MachineFault
from ppidgen.publish.plan import DocumentCopy
from ppidgen.publish.staging import publishing
from ppidgen.publish.writing import write
from tests.publish.sites import DAY, build, clean, contents, home, in_child, litter

PAGES = {"index.html": b"beranda", "informasi/bpkad/lkpd-2024/index.html": b"lkpd", "aset/gaya.css": b"css"}

names = st.sampled_from(["a", "b", "a/a", "a/b/c", "b/index.html", "c/d/e", "c/d/f"])


def no_clash(pages: dict[str, bytes]) -> bool:
    return not any(other.startswith(f"{path}/") for path in pages for other in pages)


sites = st.dictionaries(names, st.binary(max_size=3)).filter(no_clash)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "di sini" / "situs"


def test_a_first_build_publishes_everything_with_a_manifest(out: Path) -> None:
    result = build(out, PAGES)
    found = contents(out)
    manifest = orjson.loads(found.pop("manifes.json"))
    assert found == PAGES
    assert list(manifest) == ["dibuat_oleh", "versi", "tanggal", "berkas"]
    assert list(manifest["berkas"]) == sorted(PAGES)
    assert manifest["berkas"]["index.html"] == [hashlib.sha256(b"beranda").hexdigest(), 7]
    assert (result.written, result.reused, result.removed) == (4, 0, 0)
    assert result.total_bytes == sum(map(len, contents(out).values()))
    assert litter(out) == set()


def test_of_files_written_ahead_that_nobody_wants_no_folder_is_left(out: Path) -> None:
    build(out, PAGES)
    with publishing(out) as site:
        site.take_ahead([site.write("informasi/bpkad/hilang/index.html", "k", b"hilang")], as_wanted=True)
        for path, content in PAGES.items():
            assert site.keep(path, content.hex())
        assert site.publish("1", DAY).removed == 0
    assert contents(out).keys() == {*PAGES, "manifes.json"}


def test_an_edit_writes_only_what_changed(out: Path) -> None:
    for _ in range(3):
        build(out, PAGES)
    result = build(out, {**PAGES, "index.html": b"beranda baru"})
    assert (result.written, result.reused) == (2, 2)
    assert contents(out)["index.html"] == b"beranda baru"


def test_what_is_equal_in_both_generations_is_stored_once(out: Path) -> None:
    build(out, PAGES)
    build(out, {**PAGES, "index.html": b"baru"})
    assert (out / "aset/gaya.css").stat().st_nlink == 2
    assert (out / "index.html").stat().st_nlink == 1


def test_a_page_taken_out_is_gone_with_its_folders(out: Path, tmp_path: Path) -> None:
    build(out, PAGES)
    build(out, PAGES)
    result = build(out, {"index.html": b"beranda"})
    assert result.removed == 2
    assert contents(out) == clean(tmp_path / "lain", {"index.html": b"beranda"})


@pytest.mark.parametrize(("before", "after"), [("a/b/index.html", "a/b"), ("a", "a/b/index.html"), ("a/b/c", "a")])
def test_a_folder_may_become_a_file_and_back(out: Path, before: str, after: str) -> None:
    for path in (before, before, after, after, before):
        build(out, {path: b"isi"})
        assert set(contents(out)) == {path, "manifes.json"}


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sites, min_size=2, max_size=6))
def test_any_sequence_of_edits_ends_like_a_clean_build(steps: list[dict[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for pages in steps:
            build(Path(folder) / "situs", pages)
        assert contents(Path(folder) / "situs") == clean(Path(folder) / "bersih", steps[-1])
        assert litter(Path(folder) / "situs") <= {"bersih"}


def test_an_address_may_change_its_capitals(out: Path) -> None:
    """True as well where capitals do not count: there the old spelling names the new file."""
    for path in ("Unit/A.html", "Unit/A.html", "Unit/a.html", "unit/a.html", "unit/a.html"):
        build(out, {path: b"isi"})
        assert {found.lower() for found in contents(out)} == {"unit/a.html", "manifes.json"}
    assert (out / "unit/a.html").read_bytes() == b"isi"


def test_leaving_without_publishing_changes_nothing(out: Path) -> None:
    build(out, PAGES)
    build(out, PAGES)
    before = contents(out)
    with publishing(out) as site:
        site.add([write(site.root_for_workers, "index.html", "k", b"setengah jadi")])
        site.add([write(site.root_for_workers, "baru/index.html", "k", b"setengah jadi")])
    assert contents(out) == before
    assert litter(out) == set()
    build(out, PAGES)
    assert contents(out) == before


def test_leaving_a_first_build_without_publishing_leaves_no_pages(out: Path) -> None:
    with publishing(out) as site:
        site.add([write(site.root_for_workers, "index.html", "k", b"setengah jadi")])
    assert not out.exists()
    assert {entry.name for entry in home(out).iterdir()} == {".gitignore", "lock"}


@pytest.mark.parametrize("which", ["live", "spare"])
@pytest.mark.parametrize("how", ["in place", "same size and time", "replaced", "deleted", "link", "folder", "mode"])
def test_a_file_that_somebody_touched_is_written_again(out: Path, tmp_path: Path, which: str, how: str) -> None:
    for generation in (b"1", b"2", b"3"):
        build(out, {**PAGES, "x/index.html": generation})
    expected = contents(out)
    victim = (out if which == "live" else home(out) / "spare") / "informasi/bpkad/lkpd-2024/index.html"
    tamper(victim, how, tmp_path)
    for _ in range(2):
        build(out, {**PAGES, "x/index.html": b"3"})
        assert contents(out) == expected
        assert stat.S_IMODE((out / "informasi/bpkad/lkpd-2024/index.html").lstat().st_mode) == 0o644


def tamper(victim: Path, how: str, elsewhere: Path) -> None:
    before = victim.stat()
    if how == "in place":
        victim.write_bytes(b"palsu")
    elif how == "same size and time":
        victim.write_bytes(b"pals")
        os.utime(victim, ns=(before.st_atime_ns, before.st_mtime_ns))
    elif how == "mode":
        victim.chmod(0o600)
    else:
        victim.unlink()
    if how == "replaced":
        victim.write_bytes(b"lkpd")
    elif how == "link":
        (elsewhere / "rahasia").write_bytes(b"lkpd")
        victim.symlink_to(elsewhere / "rahasia")
    elif how == "folder":
        (victim / "dalam").mkdir(parents=True)


def test_what_somebody_added_to_the_site_is_gone_two_builds_later(out: Path) -> None:
    build(out, PAGES)
    build(out, PAGES)
    (out / "informasi/titipan.html").write_bytes(b"titipan")
    (out / "titipan/dalam").mkdir(parents=True)
    (out / "titipan/dalam/x").write_bytes(b"titipan")
    os.mkfifo(out / "pipa")
    for _ in range(2):
        build(out, PAGES)
        assert set(contents(out)) == {*PAGES, "manifes.json"}


def test_a_folder_replaced_by_a_link_leads_nowhere(out: Path, tmp_path: Path) -> None:
    build(out, PAGES)
    build(out, PAGES)
    outside = tmp_path / "luar"
    (outside / "lkpd-2024").mkdir(parents=True)
    (outside / "lkpd-2024/penting.txt").write_bytes(b"penting")
    bpkad = home(out) / "spare/informasi/bpkad"
    bpkad.rename(tmp_path / "dipindah")
    bpkad.symlink_to(outside)
    expected = contents(out)
    build(out, PAGES)
    assert contents(out) == expected
    assert not (out / "informasi/bpkad").is_symlink()
    assert contents(outside) == {"lkpd-2024/penting.txt": b"penting"}


def test_modes_do_not_depend_on_the_umask(out: Path) -> None:
    for umask in (0o077, 0o000):
        before = os.umask(umask)
        try:
            build(out, {**PAGES, f"u{umask}/index.html": b"x"})
        finally:
            os.umask(before)
        for base, _folders, files in os.walk(out):
            assert stat.S_IMODE(os.lstat(base).st_mode) == 0o755
            assert {stat.S_IMODE((Path(base) / name).lstat().st_mode) for name in files} <= {0o644}


def test_documents_are_copied_and_kept(out: Path, tmp_path: Path) -> None:
    source = tmp_path / "lkpd.pdf"
    source.write_bytes(b"%PDF" * 700_000)
    source.chmod(0o600)
    document = DocumentCopy("unduh/lkpd.pdf", str(source), hashlib.sha256(b"%PDF" * 700_000).hexdigest(), 2_800_000)
    results = []
    for _ in range(2):
        with publishing(out) as site:
            site.copy(document)
            results.append(site.publish("1", DAY))
    assert (out / "unduh/lkpd.pdf").read_bytes() == source.read_bytes()
    assert [(result.written, result.reused) for result in results] == [(2, 0), (1, 1)]
    source.write_bytes(b"diubah")
    assert (out / "unduh/lkpd.pdf").stat().st_size == 2_800_000


@pytest.mark.parametrize("what", ["altered", "longer", "link", "fifo", "folder", "missing"])
def test_a_document_that_is_no_longer_what_was_checked_stops_the_build(out: Path, tmp_path: Path, what: str) -> None:
    build(out, PAGES)
    before = contents(out)
    source = tmp_path / "lkpd.pdf"
    if what in {"altered", "longer"}:
        source.write_bytes(b"lain" if what == "altered" else b"asli dan lagi")
    elif what == "link":
        source.symlink_to(out / "index.html")
    elif what == "fifo":
        os.mkfifo(source)
    elif what == "folder":
        source.mkdir()
    document = DocumentCopy("unduh/lkpd.pdf", str(source), hashlib.sha256(b"asli").hexdigest(), 4)
    with pytest.raises(MachineFault, match=r"MSN0(07|12|23)"), publishing(out) as site:
        site.copy(document)
    assert contents(out) == before
    assert litter(out) == set()


def test_a_folder_that_is_not_ours_is_refused(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "skripsi.docx").write_bytes(b"penting")
    with pytest.raises(MachineFault, match="MSN002"):
        build(out, PAGES)
    assert contents(out) == {"skripsi.docx": b"penting"}
    assert not home(out).exists()


@pytest.mark.parametrize("marker", [b"", b"[]", b'{"dibuat_oleh":"lain"}', b"\xff" * 300])
def test_a_manifest_of_another_program_is_no_mark(out: Path, marker: bytes) -> None:
    out.mkdir(parents=True)
    (out / "manifes.json").write_bytes(marker)
    with pytest.raises(MachineFault, match="MSN002"):
        build(out, PAGES)


def test_an_empty_folder_is_taken(out: Path) -> None:
    out.mkdir(parents=True)
    build(out, PAGES)
    assert contents(out)["index.html"] == b"beranda"


def test_a_link_or_a_file_in_place_of_the_folder_is_refused(out: Path, tmp_path: Path) -> None:
    target = tmp_path / "sasaran"
    build(target, PAGES)
    out.parent.mkdir(exist_ok=True)
    out.symlink_to(target)
    with pytest.raises(MachineFault, match="MSN013"):
        build(out, PAGES)
    out.unlink()
    out.write_bytes(b"berkas")
    with pytest.raises(MachineFault, match="MSN013"):
        build(out, PAGES)


def test_a_link_in_place_of_the_companion_folder_is_refused(out: Path, tmp_path: Path) -> None:
    out.parent.mkdir()
    home(out).symlink_to(tmp_path)
    with pytest.raises(MachineFault, match="MSN013"):
        build(out, PAGES)


@pytest.mark.parametrize("where", ["content", ".", "content/situs"])
def test_the_folder_of_sources_is_never_a_site(tmp_path: Path, where: str) -> None:
    (tmp_path / "portal/content").mkdir(parents=True)
    with (
        pytest.raises(MachineFault, match="MSN014"),
        publishing(tmp_path / "portal" / where, forbidden=[tmp_path / "portal/content"]),
    ):
        pass
    assert contents(tmp_path) == {"portal/content/": b""}


def test_a_site_beside_the_sources_is_fine(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with publishing(tmp_path / "contents", forbidden=[tmp_path / "content"]) as site:
        site.publish("1", DAY)
    assert (tmp_path / "contents/manifes.json").is_file()


def test_a_disk_in_the_place_of_the_folder_is_told_before_anything_is_made() -> None:
    with pytest.raises(MachineFault, match="MSN009"), publishing("/proc"):
        pytest.fail("the work had begun")


def test_a_folder_where_nothing_may_be_written_is_told(out: Path) -> None:
    build(out, PAGES)
    before = contents(out)
    home(out).chmod(0o500)
    out.parent.chmod(0o555)

    def as_nobody() -> None:
        if os.geteuid() == 0:
            os.setuid(65534)
        with pytest.raises(MachineFault, match="MSN004"):
            build(out, {"index.html": b"baru"})

    assert in_child(as_nobody) == 0
    assert contents(out) == before


def test_the_site_can_be_built_anew_after_it_was_deleted(out: Path, tmp_path: Path) -> None:
    build(out, PAGES)
    build(out, PAGES)
    expected = contents(out)
    out.rename(tmp_path / "dipindah")
    build(out, PAGES)
    assert contents(out) == expected


def test_the_caller_hears_of_progress(out: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    with publishing(out, progress=lambda stage, done, everything: heard.append((stage, done, everything))) as site:
        site.put("index.html", "k", b"isi")
        site.publish("1", DAY, {"rancangan": True})
    assert heard == [("sync", 0, 1), ("sync", 1, 1)]
    assert orjson.loads((out / "manifes.json").read_bytes())["rancangan"] is True


@pytest.mark.parametrize("path", ["../luar.html", "/luar.html", "a/../../luar.html"])
def test_nothing_is_ever_written_outside_the_site(out: Path, path: str) -> None:
    with pytest.raises(MachineFault, match="MSN017"), publishing(out) as site:
        write(site.root_for_workers, path, "k", b"luar")
    assert not (out.parent / "luar.html").exists()
