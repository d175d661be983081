import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ppidgen.diagnostics import MachineFault
from ppidgen.exchange.importing.plan import ImportPlan
from ppidgen.exchange.importing.writing import apply
from ppidgen.exchange.placing import alone, place_files
from tests.publish.sites import contents

Import = Callable[..., ImportPlan]
Table = Callable[..., Path]


def snapshot(root: Path) -> dict[str, bytes]:
    return {path: content for path, content in contents(root).items() if not path.startswith(".ppidgen/")}


@pytest.mark.parametrize("call", ["link", "rename", "replace"])
def test_an_error_while_writing_leaves_the_portal_as_it_was(
    call: str, table: Table, root: Path, take: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = root / "content/informasi/lain.yaml"
    place.parent.mkdir()
    place.write_text("judul: Lain\nkategori: berkala\n", encoding="utf-8")
    plan = take(
        table("judul,kategori,opd\n" + "".join(f"Judul {n},Berkala,\nA {n},Berkala,Dinas A\n" for n in range(5))),
        write=False,
    )
    before = snapshot(root)
    original, calls = getattr(os, call), iter(range(99))

    def full_disk(source: str, target: str, **rest: bool) -> None:
        if next(calls) == (3 if call == "link" else 0):
            raise OSError(28, "No space left on device", target)
        original(source, target, **rest)

    monkeypatch.setattr(os, call, full_disk)
    with pytest.raises(MachineFault) as told:
        apply(plan, root)
    assert told.value.code == "MSN001"
    assert snapshot(root) == before


def test_a_link_out_of_the_portal_is_not_followed(table: Table, root: Path, take: Import, tmp_path: Path) -> None:
    outside = tmp_path / "luar"
    outside.mkdir()
    (root / "content/informasi").symlink_to(outside)
    with pytest.raises(MachineFault):
        take(table("judul,kategori\nNeraca,Berkala\n"))
    assert list(outside.iterdir()) == []


def test_imports_at_the_same_time_all_arrive_whole(swift_path: Path) -> None:
    texts = [{f"content/informasi/{who}-{number}.yaml": who for number in range(20)} for who in "abcd"]
    with ThreadPoolExecutor(len(texts)) as pool:
        placed = list(pool.map(lambda files: _placed_alone(str(swift_path), files), texts))
    assert placed == [tuple(sorted(files)) for files in texts]
    assert snapshot(swift_path) == {path: text.encode() for files in texts for path, text in files.items()}


def _placed_alone(root: str, files: Mapping[str, str]) -> tuple[str, ...]:
    with alone(root):
        return place_files(root, files, {})
