"""The portal folder as it lies on a disk: links, pipes, odd names, and what is left of them."""

import os
import socket
from pathlib import Path

import pytest

from ppidgen.diagnostics import MachineFault
from ppidgen.source.files import CONTENT, FolderReader, open_regular, read_tree
from tests.pace import within


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / CONTENT
    folder.mkdir()
    (folder / "badan-publik.yaml").write_text("nama: Contoh\n", encoding="utf-8")
    return folder


def told(root: Path) -> list[tuple[str, str]]:
    return [(found.code, found.span.path) for found in read_tree(root).findings]


def paths(root: Path) -> list[str]:
    return list(read_tree(root).value.files)


def test_files_are_listed_sorted_and_read_by_path(content: Path) -> None:
    for name in ("b.yaml", "a.yaml"):
        (content / "unit").mkdir(exist_ok=True)
        (content / "unit" / name).write_text(name, encoding="utf-8")
    tree = read_tree(content.parent).value
    assert list(tree.files) == ["content/badan-publik.yaml", "content/unit/a.yaml", "content/unit/b.yaml"]
    assert tree.reader.read("content/unit/b.yaml") == b"b.yaml"
    assert tree.files["content/unit/b.yaml"].stat.size == len("b.yaml")
    assert told(content.parent) == []


def test_hidden_files_and_litter_are_passed_over(content: Path) -> None:
    for name in (".DS_Store", "~$laporan.xlsx", "Thumbs.db", "desktop.ini", ".a.yaml.swp", "a.yaml~", "#a.yaml#"):
        (content / name).write_text("x", encoding="utf-8")
    (content / ".git").mkdir()
    (content / ".git/config").write_text("x", encoding="utf-8")
    assert paths(content.parent) == ["content/badan-publik.yaml"]
    assert told(content.parent) == []


@pytest.mark.parametrize("target", ["/etc/passwd", "badan-publik.yaml", "nowhere", "."])
def test_a_link_is_told_and_never_followed(content: Path, target: str) -> None:
    (content / "tautan.yaml").symlink_to(target)
    assert told(content.parent) == [("SUM050", "content/tautan.yaml")]
    assert paths(content.parent) == ["content/badan-publik.yaml"]


def test_a_content_folder_that_is_a_link_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / CONTENT).symlink_to(tmp_path / "elsewhere")
    assert told(tmp_path) == [("SUM050", "content")]


def test_pipes_and_sockets_are_told_and_never_opened(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(content / "pipa.yaml")
    monkeypatch.chdir(content)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as ear:
        ear.bind("soket.yaml")
        assert told(content.parent) == [("SUM051", "content/pipa.yaml"), ("SUM051", "content/soket.yaml")]


def test_names_that_differ_only_in_case_or_accents_are_told(content: Path) -> None:
    for name in ("Laporan.pdf", "laporan.pdf", "caf\u00e9.pdf", "cafe\u0301.pdf"):
        (content / name).write_bytes(b"x")
    found = read_tree(content.parent).findings
    assert [(one.code, one.data["name"], one.data["other"]) for one in found] == [
        ("SUM052", "caf\u00e9.pdf", "cafe\u0301.pdf"),
        ("SUM052", "laporan.pdf", "Laporan.pdf"),
    ]


@pytest.mark.parametrize(
    ("name", "fixed"),
    [
        ("con.yaml", "con-1.yaml"), ("AUX", "AUX-1"), ("laporan.", "laporan"), ("laporan ", "laporan"),
        ("a:b.pdf", "a-b.pdf"), ("apa?.pdf", "apa.pdf"), ("a\u202eb.pdf", "a-b.pdf"), ("a\tb.pdf", "a-b.pdf"),
        ("a" * 210 + ".pdf", "a" * 100 + ".pdf"),
    ],
)  # fmt: skip
def test_a_name_that_not_every_computer_can_hold_is_told_with_a_better_one(
    content: Path, name: str, fixed: str
) -> None:
    (content / name).write_bytes(b"x")
    (finding,) = read_tree(content.parent).findings
    assert (finding.code, finding.data["fixed"]) == ("SUM053", fixed)


def test_a_name_that_is_no_text_is_told_in_letters_that_can_be_printed(content: Path) -> None:
    (content / os.fsdecode(b"a\xff\nb.yaml")).write_bytes(b"x")
    (finding,) = read_tree(content.parent).findings
    assert finding.code == "SUM053"
    assert finding.data["name"].encode("utf-8").decode() == "a\ufffd\ufffdb.yaml"
    assert paths(content.parent) == ["content/badan-publik.yaml"]


def test_ordinary_names_of_documents_are_left_in_peace(content: Path) -> None:
    for name in ("LKPD 2024 (audited).pdf", "Perda No. 3.pdf", "r\u00e9sum\u00e9.docx"):
        (content / name).write_bytes(b"x")
    assert told(content.parent) == []


def test_a_huge_register_is_told_and_left_out_but_a_huge_document_is_not(content: Path) -> None:
    for name in ("daftar.yaml", "laporan.pdf"):
        with (content / name).open("wb") as file:
            file.truncate(50_000_000_000)  # sparse: it takes no room
    assert told(content.parent) == [("SUM028", "content/daftar.yaml")]
    assert "content/laporan.pdf" in paths(content.parent)


def test_folders_without_end_are_told(content: Path) -> None:
    deep = content.joinpath(*["a"] * 25)
    deep.mkdir(parents=True)
    (deep / "x.yaml").write_text("a: 1\n", encoding="utf-8")
    assert [code for code, _ in told(content.parent)] == ["SUM056"]


def test_a_portal_without_content_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == [("SUM055", "content")]


def test_a_folder_that_is_not_there_is_a_fault_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(MachineFault) as caught:
        read_tree(tmp_path / "nowhere")
    assert caught.value.code == "MSN020"


def test_a_file_that_vanished_is_a_fault_of_the_machine(content: Path) -> None:
    with pytest.raises(MachineFault) as caught:
        FolderReader(content.parent).read("content/nowhere.yaml")
    assert (caught.value.code, caught.value.data["reason"]) == ("MSN021", "ENOENT")


@pytest.mark.parametrize("path", ["../secret", "content/../../secret", "/etc/passwd", "", "content", "content/link/a"])
def test_nothing_outside_the_portal_is_ever_opened(content: Path, path: str) -> None:
    (content.parent.parent / "secret").write_text("x", encoding="utf-8")
    (content / "link").symlink_to(content.parent.parent)
    (content.parent.parent / "a").write_text("x", encoding="utf-8")
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the path; that none is opened is the point
        open_regular(content.parent, path)


def test_a_pipe_in_the_place_of_a_file_does_not_hold_the_reader(content: Path) -> None:
    os.mkfifo(content / "pipa.yaml")
    with pytest.raises(MachineFault):
        FolderReader(content.parent).read("content/pipa.yaml")


def test_files_that_are_read_one_after_another_hold_what_each_holds_by_itself(content: Path) -> None:
    for name in ("a.yaml", "sub/b.yaml", "sub/c.yaml"):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_bytes(name.encode())
    reader, listed = (
        FolderReader(content.parent),
        [f"content/{name}" for name in ("a.yaml", "sub/b.yaml", "sub/c.yaml")],
    )
    assert list(reader.read_each(listed)) == [reader.read(path) for path in listed]


def test_a_link_that_took_the_place_of_a_listed_file_or_folder_is_not_followed(content: Path) -> None:
    (content.parent / "secret.yaml").write_bytes(b"x")
    (content / "a.yaml").symlink_to(content.parent / "secret.yaml")
    (content / "sub").symlink_to(content.parent)
    told = {
        "content/a.yaml": "content/a.yaml",
        "content/sub/secret.yaml": "content/sub",
        "content/no.yaml": "content/no.yaml",
    }
    for path, place in told.items():
        with pytest.raises(MachineFault) as caught:
            list(FolderReader(content.parent).read_each([path]))
        assert (caught.value.code, caught.value.data["path"]) == ("MSN021", place)


@pytest.mark.slow
def test_ten_thousand_files_are_listed_in_a_moment(content: Path) -> None:
    for unit in range(40):
        folder = content / f"unit-{unit}"
        folder.mkdir()
        for number in range(250):
            (folder / f"entri-{number:04}.yaml").write_bytes(b"a: 1\n")
    with within(1.0):
        assert len(read_tree(content.parent).value.files) == 10_001
