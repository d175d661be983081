from pathlib import Path

import pytest

from ppidgen.diagnostics.machine import MachineFault
from ppidgen.theme.location import built_in, read


def test_the_default_theme_lies_beside_the_package_in_a_checkout(repository: Path) -> None:
    assert built_in("baku") == repository / "themes" / "baku"


def test_every_file_of_a_theme_is_read_in_order(tmp_path: Path) -> None:
    for name in ("theme.yaml", "b/c.html", "a.html", ".rahasia"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert list(read(tmp_path).items()) == [
        ("a.html", b"a.html"),
        ("b/c.html", b"b/c.html"),
        ("theme.yaml", b"theme.yaml"),
    ]


def test_a_folder_without_a_theme_is_told_and_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(MachineFault, match="MSN030"):
        read(tmp_path / "tidak-ada")


def test_a_theme_cannot_bring_a_file_of_this_machine_into_the_site(tmp_path: Path) -> None:
    (tmp_path / "rahasia").write_text("kunci", encoding="utf-8")
    theme = tmp_path / "tema"
    (theme / "aset").mkdir(parents=True)
    (theme / "theme.yaml").write_text("", encoding="utf-8")
    (theme / "aset/gambar.svg").symlink_to(tmp_path / "rahasia")
    with pytest.raises(MachineFault) as caught:
        read(theme)
    assert caught.value.data == {"path": "tema", "reason": "aset/gambar.svg"}
