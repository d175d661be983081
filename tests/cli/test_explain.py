"""`ppidgen explain`: one page, all codes, or the codes that look like what was typed."""

from tests.cli.conftest import Run


def test_a_code_is_explained_in_either_case(run: Run) -> None:
    shown = run("explain", "skm003")
    assert shown.returncode == 0
    assert shown.stdout.startswith("SKM003  ")
    assert "Mengapa" in shown.stdout
    assert "Contoh yang benar" in shown.stdout


def test_english_is_given_where_the_page_has_it(run: Run) -> None:
    assert "Severity: error" in run("explain", "SKM003", "--bahasa", "en").stdout


def test_without_a_code_every_code_is_listed_with_its_name(run: Run) -> None:
    lines = run("explain").stdout.splitlines()
    assert len(lines) > 50
    assert lines == sorted(lines)
    assert any(line.split()[:2] == ["SKM003", "galat"] for line in lines)


def test_an_unknown_code_is_a_wrong_call_that_names_similar_ones(run: Run) -> None:
    shown = run("explain", "SKM0003")
    assert shown.returncode == 2
    assert "Kode SKM0003 tidak ada dalam buku aturan." in shown.stderr
    assert "Kode yang mirip:\n  SKM003  " in shown.stderr


def test_a_code_without_its_zeros_names_the_one_that_is_meant(run: Run) -> None:
    shown = run("explain", "dip1")
    assert shown.returncode == 2
    assert [line.split()[0] for line in shown.stderr.splitlines() if line.startswith("  ")] == ["DIP001"]
