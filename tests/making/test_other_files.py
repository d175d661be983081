"""What is no page is made again only when what it is made of has changed."""

from ppidgen.making.batches import Order
from ppidgen.making.digests import Basis, Digests
from ppidgen.making.other_files import all_other_files, other_files
from ppidgen.model.public.whole import PublicContext
from tests.pages.portals import rich

BEFORE = Digests(b"all", b"list", b"whole")


def keys(digests: Digests) -> dict[str, set[str]]:
    """Give the paths made under each key."""
    asked: list[str] = []

    def nothing(key: str) -> tuple[str, ...]:
        asked.append(key)
        return ()

    made = [set(errand().beside) for errand in other_files(order(digests), nothing).errands]
    return dict(zip(asked, made, strict=True))


def order(digests: Digests) -> Order:
    return Order(PublicContext(rich()), basis=Basis(digests))


def after(digests: Digests) -> tuple[set[str], set[str]]:
    """Give the paths that a build keeps after one of `BEFORE`, and those that it makes."""
    known = keys(BEFORE)
    found = other_files(order(digests), lambda key: tuple(sorted(known.get(key, ()))))
    kept, made = set(found.kept.beside), {path for errand in found.errands for path in errand().beside}
    assert kept == {path for path, _ in found.kept.kept}
    assert kept | made == {file.path for file in all_other_files(rich())}
    assert not kept & made
    return kept, made


def test_a_warning_leaves_the_list_and_its_workbooks_as_they_are() -> None:
    kept, made = after(BEFORE._replace(whole=b"warned"))
    assert {"data/dip.csv", "data/dip.xlsx", "data/dik.xlsx", "sitemap.xml", "sw.js"} <= kept
    assert "sitemap-terkini.xml" in made


def test_a_change_of_the_list_leaves_the_table_of_deadlines_as_it_is() -> None:
    kept, made = after(BEFORE._replace(quiet=b"other"))
    assert {"data/tenggat.json", "sw.js", "sitemap-terkini.xml"} <= kept
    assert {"data/dip.csv", "data/dip.xlsx", "sitemap.xml"} <= made


def test_a_change_of_the_program_leaves_nothing() -> None:
    assert not keys(BEFORE).keys() & keys(BEFORE._replace(common=b"other")).keys()
