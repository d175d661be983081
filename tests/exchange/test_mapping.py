from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppidgen.exchange.grids.grid import Unreadable
from ppidgen.exchange.importing.columns import Column
from ppidgen.exchange.importing.files import read_map_file
from ppidgen.exchange.importing.mapping import read_map, write_map
from ppidgen.exchange.tables import report_words
from ppidgen.exchange.wording import clean, one_line


@given(
    st.lists(
        st.text(min_size=1, max_size=20).map(clean).map(one_line).filter(bool), min_size=1, max_size=5, unique=True
    )
)
def test_a_map_reads_back_as_it_was_written(heads: list[str]) -> None:
    columns = [Column(index, head, "judul" if index % 2 else "", 0.9, 3) for index, head in enumerate(heads)]
    text = write_map("informasi", columns, {"kategori": "berkala"}, ("judul",), report_words("id"))
    found = read_map("peta.yaml", text)
    assert found.to == "informasi"
    assert dict(found.columns) == {column.head: "judul" for column in columns if column.target}
    assert set(found.skipped) == {column.head for column in columns if not column.target}
    assert dict(found.fixed) == {"kategori": "berkala"}


def test_a_broken_map_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "peta.yaml"
    path.write_text("ke: informasi\nkolom:\n\tx: y\n")
    with pytest.raises(Unreadable) as told:
        read_map_file(path)
    assert (told.value.reason, told.value.data) == ("bad-map", {"line": "3"})


def test_an_unknown_key_of_a_map_is_told(tmp_path: Path) -> None:
    path = tmp_path / "peta.yaml"
    path.write_text("kolon:\n  Judul: judul\n")
    with pytest.raises(Unreadable) as told:
        read_map_file(path)
    assert (told.value.reason, told.value.data) == ("bad-map-key", {"name": "kolon"})
