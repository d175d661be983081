"""What is no page is made again only when what it is made of has changed."""

from ppidgen.digests import Digests
from ppidgen.extras import all_extras, extras
from tests.pages.portals import rich

BEFORE = Digests(b"all", b"list", b"whole")


def keys(digests: Digests) -> dict[str, set[str]]:
    """Give the paths made under each key."""
    found: dict[str, set[str]] = {}
    for file, key in extras(rich(), digests, b"", lambda _key: ()).made:
        found.setdefault(key, set()).add(file.path)
    return found


def test_a_warning_leaves_the_list_and_its_workbooks_as_they_are() -> None:
    known = keys(BEFORE)
    after = extras(rich(), BEFORE._replace(whole=b"warned"), b"", lambda key: tuple(sorted(known.get(key, ()))))
    kept, made = {path for path, _ in after.kept}, {file.path for file, _ in after.made}
    assert {"data/dip.csv", "data/dip.xlsx", "data/dik.xlsx", "sitemap.xml", "sw.js"} <= kept
    assert "sitemap-terkini.xml" in made
    assert kept | made == set(after.paths) == {file.path for file in all_extras(rich())}
    assert not kept & made


def test_a_change_of_the_list_or_of_the_program_leaves_nothing() -> None:
    known = keys(BEFORE)
    assert not known.keys() & keys(BEFORE._replace(common=b"other")).keys()
    assert len(known.keys() & keys(BEFORE._replace(quiet=b"other")).keys()) == 1
