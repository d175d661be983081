"""What is kept between runs makes them faster and changes nothing, whatever became of it."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppidgen.diagnostics import Checked, Finding
from ppidgen.model.portal.assembly import Records
from ppidgen.reading.records import read_records
from ppidgen.source.caches.cache_file import SUM
from ppidgen.source.caches.register_cache import recall
from ppidgen.source.files import read_tree
from ppidgen.source.tree import FileStat, SourceFile
from tests.model.registered import LIST, SOUND

PLACE, READINGS = ".ppidgen/registers.json", ".ppidgen/registers.readings.json"
NEWER = ".ppidgen/registers.newer.json"
LONG_AGO = 1_000_000_000
LATER = 4_000_000_000 * 10**9


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    lay(tmp_path, SOUND)
    lay(tmp_path, {"content/informasi/salah.yaml": "judul: A\nkategori: tahunan\n"})
    return tmp_path


def lay(folder: Path, texts: "dict[str, str] | object") -> None:
    """Write registers as they lie after a while: what was touched a moment ago is not kept."""
    assert hasattr(texts, "items")
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (LONG_AGO, LONG_AGO))
    time.sleep(0.025)


def read(portal: Path) -> Checked[Records]:
    return read_records(portal, read_tree(portal).value, processes=1)


def facts(checked: Checked[Records]) -> tuple[object, list[tuple[Finding, str, list[str]]]]:
    """Give all that can be told of a reading, the places of findings and values included."""
    places = [(found, str(found.span), [str(one.span) for one in found.related]) for found in checked.findings]
    spans = {
        (name, record.id): [str(record.origin.start), *(str(record.span(key)) for key in type(record).model_fields)]
        for name, records in checked.value.by_register.items()
        for record in records
    }
    return (checked.value, spans), places


def kept(portal: Path, place: str = PLACE) -> list[str]:
    return list(orjson.loads((portal / place).read_bytes()[SUM:])["files"])


def test_a_kept_reading_gives_the_same_records_faults_and_places(portal: Path) -> None:
    first = read(portal)
    assert set(kept(portal)) == {*SOUND, "content/informasi/salah.yaml"}
    assert facts(read(portal)) == facts(first)
    assert [(one.code, str(one.span)) for one in first.findings] == [("SKM003", "content/informasi/salah.yaml:2:11")]


def test_a_kept_reading_is_taken_instead_of_the_file(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(portal)
    monkeypatch.setattr("ppidgen.source.files.FolderReader.read", lambda *_: pytest.fail("a file was read"))
    assert facts(read(portal)) == facts(first)


def test_a_changed_file_is_read_again(portal: Path) -> None:
    read(portal)
    lay(portal, {LIST: "judul: Laporan Keuangan 2025\nkategori: berkala\n"})  # as long and as old as before
    (entry,) = read(portal).value.by_register["informasi"]
    assert "2025" in repr(entry)


def test_a_file_with_a_fault_in_its_text_is_never_kept(portal: Path) -> None:
    lay(portal, {LIST: "judul: a: b\nkategori: berkala\n"})
    first = read(portal)
    assert LIST not in kept(portal)
    assert facts(read(portal)) == facts(first)


def test_a_deleted_file_is_forgotten(portal: Path) -> None:
    read(portal)
    (portal / LIST).unlink()
    assert read(portal).value.by_register["informasi"] == ()
    assert LIST not in kept(portal)


def test_what_was_touched_a_moment_ago_is_not_kept(portal: Path) -> None:
    read(portal)
    (portal / LIST).write_text("judul: Baru\nkategori: berkala\n", encoding="utf-8")
    os.utime(portal / LIST, ns=(LATER, LATER))  # a moment ago is a moment ago, however slow this machine is
    read(portal)
    assert LIST not in kept(portal)
    assert "content/situs.yaml" in kept(portal)


TEXTS = (
    "judul: A\nkategori: berkala\n", "judul: B\nkategori: berkala\n", "judul: A\nkategori: tahunan\n", "judul: a: b\n",
    "- judul: A\n  kategori: berkala\n- judul: B\n", "", "[",
)  # fmt: skip
EDIT = st.tuples(st.sampled_from(["a", "b", "unit/c"]), st.sampled_from([None, *TEXTS]))


@pytest.mark.slow
@settings(max_examples=8)
@given(st.lists(st.lists(EDIT, max_size=2), max_size=4))
def test_whatever_is_edited_a_memory_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, str | None]]]
) -> None:
    portal = tmp_path_factory.mktemp("portal")
    lay(portal, SOUND)
    for edits in rounds:
        for name, text in edits:
            path = portal / f"content/informasi/{name}.yaml"
            if text is None:
                path.unlink(missing_ok=True)
            else:
                lay(portal, {path.relative_to(portal).as_posix(): text})
        remembered = read(portal)
        memory = (portal / ".ppidgen").rename(portal / "memory")
        fresh = read(portal)
        shutil.rmtree(portal / ".ppidgen")
        memory.rename(portal / ".ppidgen")
        assert facts(remembered) == facts(fresh)


def spoilt(portal: Path, raw: bytes, place: str = PLACE) -> None:
    (portal / place).write_bytes(raw)


def reshaped(portal: Path, change: Callable[[list[list[object]]], object]) -> None:
    """Change the kept readings and leave everything else as it was, the checksums too."""
    line = (portal / READINGS).read_bytes()
    readings = orjson.loads(line[SUM:])
    change(readings)
    spoilt(portal, line[:SUM] + orjson.dumps(readings) + b"\n", READINGS)


PRINTS = ["1", "2"]
SHAPES: dict[str, object] = {
    "another title": [["bpkad/lkpd-2024", {"judul": "Palsu", "kategori": "berkala"}, "[1,1,1,1]", PRINTS]],
    "an id that leads out": [
        ["../../x", {"judul": "A", "kategori": "berkala", "id": "../../x"}, "[1,1,1,1]", ["1", "2"]]
    ],
    "numbers for words": [["a", {"judul": 5, "kategori": [None]}, "[1,1,1,1]", PRINTS]],
    "places without end": [["a", {"judul": "A"}, "[1,1,1,1,[" * 400, PRINTS]],
    "no list": {"judul": "A"},
    "nothing": None,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_memory_that_was_changed_is_no_memory(portal: Path, shape: str) -> None:
    first = read(portal)

    def change(readings: list[list[object]]) -> None:
        readings[kept(portal).index(LIST)][2] = SHAPES[shape]

    reshaped(portal, change)
    assert facts(read(portal)) == facts(first)
    assert facts(read(portal)) == facts(first)


BYTES = {
    "empty": b"",
    "cut off": None,
    "nul": b"\0" * 500,
    "brackets": b"[" * 200_000,
    "no text": b"\xff\xfe\xfa",
    "a list": b"[]",
    "of an older program": b'{"program":"0123456789abcdef","files":{}}',
    "infinite": b'{"program":1e999}',
}


@pytest.mark.parametrize("place", [PLACE, READINGS])
@pytest.mark.parametrize("name", BYTES)
def test_a_memory_of_any_bytes_is_ignored_and_written_anew(portal: Path, name: str, place: str) -> None:
    first = read(portal)
    whole = (portal / place).read_bytes()
    raw = BYTES[name]
    spoilt(portal, whole[: len(whole) // 2] if raw is None else raw, place)
    assert facts(read(portal)) == facts(first)
    assert set(kept(portal)) == {*SOUND, "content/informasi/salah.yaml"}


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_at_all_open_as_an_empty_memory(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    place = tmp_path_factory.mktemp("memory") / "registers.json"
    place.write_bytes(raw)
    assert not recall(place).knows(SourceFile(LIST, FileStat(1, 2, 3, 4)))


def test_a_file_is_known_again_only_by_all_its_numbers(tmp_path: Path) -> None:
    place = tmp_path / "memory" / "registers.json"
    memory = recall(place)
    memory.keep(SourceFile(LIST, FileStat(1, 2, 3, 4)), ["kept"])
    memory.save()
    for numbers, is_known in (
        ((1, 2, 3, 4), True),
        ((9, 2, 3, 4), False),
        ((1, 9, 3, 4), False),
        ((1, 2, 3, 9), False),
    ):
        assert recall(place).knows(SourceFile(LIST, FileStat(*numbers))) == is_known
    assert recall(place).reading(SourceFile(LIST, FileStat(1, 2, 3, 4))) == ["kept"]


@pytest.mark.parametrize("name", ["registers.json", "registers.newer.json"])
def test_a_link_in_the_place_of_the_memory_leads_nowhere(portal: Path, tmp_path: Path, name: str) -> None:
    first = read(portal)
    victim = tmp_path / "letter.txt"
    victim.write_text("mine", encoding="utf-8")
    for path in (portal / ".ppidgen").iterdir():
        path.unlink()
    (portal / ".ppidgen" / name).symlink_to(victim)
    assert facts(read(portal)) == facts(first)
    assert victim.read_text(encoding="utf-8") == "mine"


def test_a_pipe_in_the_place_of_the_memory_holds_nobody(portal: Path) -> None:
    first = read(portal)
    (portal / PLACE).unlink()
    os.mkfifo(portal / PLACE)
    assert facts(read(portal)) == facts(first)


def test_a_folder_in_the_place_of_the_memory_is_left_alone(portal: Path) -> None:
    first = read(portal)
    (portal / PLACE).unlink()
    (portal / PLACE / "mine").mkdir(parents=True)
    assert facts(read(portal)) == facts(first)
    assert (portal / PLACE / "mine").is_dir()


def test_where_nothing_can_be_written_everything_is_read(portal: Path) -> None:
    first = read(portal)
    shutil.rmtree(portal / ".ppidgen")
    if os.geteuid() == 0:
        (portal / ".ppidgen").write_text("root may write into any folder, but not into a file", encoding="utf-8")
    else:
        portal.chmod(0o555)
    try:
        assert facts(read(portal)) == facts(first)
    finally:
        portal.chmod(0o755)


def test_of_many_readings_only_those_that_changed_are_written(portal: Path) -> None:
    many = {f"content/informasi/unit/l{number}.yaml": f"judul: L {number}\nkategori: berkala\n" for number in range(60)}
    lay(portal, many)
    read(portal)
    of_all = (portal / READINGS).read_bytes()
    lay(portal, {LIST: "judul: Baru\nkategori: berkala\n"})
    first = read(portal)
    assert (portal / READINGS).read_bytes() == of_all
    assert kept(portal, NEWER) == [LIST]
    assert facts(read(portal)) == facts(first)
    (portal / NEWER).write_bytes(b"x")
    assert facts(read(portal)) == facts(first)
    lay(portal, {path: text.replace("L", "Laporan") for path, text in many.items()})
    again = read(portal)
    assert (portal / READINGS).read_bytes() != of_all
    assert kept(portal, NEWER) == []
    assert facts(read(portal)) == facts(again)


def test_readings_after_a_damaged_line_are_made_again_and_kept(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(portal, {f"content/informasi/unit/l{number}.yaml": f"judul: L {number}\n" for number in range(60)})
    first = read(portal)
    line, *others = (portal / READINGS).read_bytes().splitlines(keepends=True)
    spoilt(portal, b"".join((line, *(other.replace(b"L 4", b"M 4") for other in others))), READINGS)
    assert facts(read(portal)) == facts(first)
    monkeypatch.setattr("ppidgen.source.files.FolderReader.read", lambda *_: pytest.fail("a file was read"))
    assert facts(read(portal)) == facts(first)


def test_nothing_that_another_program_read_is_believed_since_a_later_one_finds_more(
    portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(portal)
    file = read_tree(portal).value.files["content/badan-publik.yaml"]
    assert recall(portal / PLACE).knows(file)
    monkeypatch.setattr("ppidgen.source.caches.register_cache.identity", lambda: "another")
    assert not recall(portal / PLACE).knows(file)
