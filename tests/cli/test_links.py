"""Links to other sites, tried on servers of the test's own."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from ppidgen.cli.network.links import Manners, Result, answers, tried
from ppidgen.cli.network.public_hosts import is_public
from ppidgen.model.rubrics.scorecard import LinkState
from ppidgen.source.caches import cache_file
from tests.cli.conftest import Run, lay
from tests.cli.sites import CODES, Site

OWN = frozenset(f"127.0.0.{n}" for n in (1, 2, 3))
QUICK = Manners(patience=20, pause=0, allowed=OWN)
DAY = 24 * 3600.0
NOW = 1_800_000_000.0


@pytest.fixture
def site() -> Iterator[Site]:
    """Run a server until the test ends."""
    made = Site()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("path", "result"),
    [
        ("/baik", Result.GOOD),
        ("/hilang", Result.DEAD),
        ("/tertutup", Result.DEAD),
        ("/tanpa-head", Result.GOOD),
        ("/pindah", Result.GOOD),
        ("/putar", Result.DEAD),
        ("/keluar", Result.DEAD),
        ("/rusak", Result.SILENT),
        ("/sibuk", Result.SILENT),
    ],
)
def test_each_answer_of_a_server_counts_for_what_it_is(site: Site, tmp_path: Path, path: str, result: Result) -> None:
    assert tried(tmp_path, [site.at(path)], NOW, QUICK) == {site.at(path): result}


def test_a_redirect_to_a_file_of_this_machine_is_not_followed(site: Site, tmp_path: Path) -> None:
    assert answers(tried(tmp_path, [site.at("/ke-berkas")], NOW, QUICK)) == {site.at("/ke-berkas"): LinkState.DEAD}


def test_a_redirect_into_the_own_network_is_not_followed(site: Site, tmp_path: Path) -> None:
    assert tried(tmp_path, [site.at("/ke-dalam")], NOW, QUICK) == {site.at("/ke-dalam"): Result.PRIVATE}
    assert site.asked == ["HEAD /ke-dalam"]


def test_a_server_that_lets_one_wait_is_left_after_a_while(site: Site, tmp_path: Path) -> None:
    hurried = Manners(patience=0.1, pause=0, allowed=OWN)
    assert tried(tmp_path, [site.at("/lambat")], NOW, hurried) == {site.at("/lambat"): Result.SILENT}


def test_a_silent_server_is_retried_and_then_left_in_peace_and_the_rest_counts_as_not_checked(
    site: Site, tmp_path: Path
) -> None:
    links = [site.at("/rusak?n=1"), site.at("/rusak?n=2"), site.at("/rusak?n=3")]
    CODES.update({f"/rusak?n={n}": 503 for n in (1, 2, 3)})
    results = tried(tmp_path, links, NOW, QUICK)
    assert list(results.values()) == [Result.SILENT, Result.SILENT, Result.UNTRIED]
    assert Counter(site.asked) == {f"{verb} /rusak?n={n}": 2 for verb in ("HEAD", "GET") for n in (1, 2)}
    assert links[2] not in answers(results)


def test_the_last_good_answer_stands_in_for_a_server_that_has_gone_but_not_for_ever(tmp_path: Path) -> None:
    site = Site()
    link = site.at("/baik")
    assert tried(tmp_path, [link], NOW, QUICK) == {link: Result.GOOD}
    site.close()
    assert tried(tmp_path, [link], NOW + 2 * DAY, QUICK) == {link: Result.KEPT}
    assert answers({link: Result.KEPT}) == {link: LinkState.OPEN}
    assert tried(tmp_path, [link], NOW + 15 * DAY, QUICK) == {link: Result.SILENT}
    assert answers({link: Result.SILENT}) == {link: LinkState.DEAD}


def test_a_good_answer_is_not_asked_for_again_on_the_same_day(site: Site, tmp_path: Path) -> None:
    for hours in (0, 5, 23):
        assert tried(tmp_path, [site.at("/baik")], NOW + hours * 3600, QUICK) == {site.at("/baik"): Result.GOOD}
    assert site.asked == ["HEAD /baik"]


def test_a_page_that_was_taken_down_is_dead_whatever_it_once_answered(site: Site, tmp_path: Path) -> None:
    link = site.at("/lenyap")
    assert tried(tmp_path, [link], NOW, QUICK) == {link: Result.GOOD}
    CODES["/lenyap"] = 410
    assert tried(tmp_path, [link], NOW + 2 * DAY, QUICK) == {link: Result.DEAD}
    del CODES["/lenyap"]
    site.close()
    assert tried(tmp_path, [link], NOW + 3 * DAY, QUICK) == {link: Result.SILENT}


def test_hosts_are_asked_side_by_side_and_one_host_never_twice_at_once(site: Site, tmp_path: Path) -> None:
    hosts = [site.at("/bertemu", f"127.0.0.{n}") for n in (1, 2, 3)]  # each waits for the two others
    same = [site.at(f"/baik?n={n}") for n in range(5)]
    assert set(tried(tmp_path, [*hosts, *same], NOW, QUICK).values()) == {Result.GOOD}
    assert set(site.busiest.values()) == {1}


def test_a_link_into_the_own_network_is_never_asked_and_never_good(site: Site, tmp_path: Path) -> None:
    links = [
        site.at("/baik"),
        site.at("/baik", "localhost"),
        "http://[::1]:9/",
        "http://169.254.169.254/latest",
        "http://10.0.0.1/",
        "http://[::ffff:127.0.0.1]:9/",
        "http://0.0.0.0:9/",
        "http://portal.local/",
    ]
    results = tried(tmp_path, links, NOW, Manners(patience=1, pause=0))
    assert set(results.values()) == {Result.PRIVATE}
    assert set(answers(results).values()) == {LinkState.PRIVATE}
    assert site.asked == []


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("127.0.0.2", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("100.64.0.1", False), ("169.254.169.254", False), ("224.0.0.1", False), ("::", False),
        ("::ffff:10.0.0.1", False), ("2002:7f00:1::", False), ("fe80::1%eth0", False), ("fd00::1", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_public_network_are_public(number: str, public: object) -> None:
    assert is_public(number) is public


def test_a_cache_that_is_broken_or_says_what_is_not_yet_is_no_good_answer(site: Site, tmp_path: Path) -> None:
    cache = tmp_path / ".ppidgen/links.json"
    cache.parent.mkdir()
    broken = (b"[", b"[" * 99_999, b'{"a":1%s}' % (b"0" * 400), json.dumps({site.at("/hilang"): NOW}).encode())
    for raw in broken:
        cache.write_bytes(raw)
        assert tried(tmp_path, [site.at("/hilang")], NOW, QUICK) == {site.at("/hilang"): Result.DEAD}
    for held in ([1], {site.at("/hilang"): NOW + DAY}, {site.at("/hilang"): "baik"}):
        cache_file.keep(cache, held)
        assert tried(tmp_path, [site.at("/hilang")], NOW, QUICK) == {site.at("/hilang"): Result.DEAD}


def test_a_cache_that_is_a_link_is_not_written_through(site: Site, tmp_path: Path) -> None:
    cache, other = tmp_path / ".ppidgen/links.json", tmp_path / "milik-orang.txt"
    cache.parent.mkdir()
    other.write_text("isi", "utf-8")
    cache.symlink_to(other)
    assert tried(tmp_path, [site.at("/baik")], NOW, QUICK) == {site.at("/baik"): Result.GOOD}
    assert other.read_text("utf-8") == "isi"


@pytest.mark.slow
def test_score_with_network_leaves_a_private_link_unchecked_and_earns_nothing_by_it(
    run: Run, site: Site, sound: Path
) -> None:
    entry = f"judul: Rencana Strategis\nkategori: berkala\nunit: bpkad\nmemenuhi: [S08]\ntautan: {site.at('/baik')}\n"
    lay(sound, {"content/informasi/bpkad/renstra.yaml": entry})
    words = ("score", sound, "--as-of", "2026-02-16", "--format", "json")
    without, with_network = run(*words), run(*words, "--network", http_proxy="", https_proxy="")
    assert with_network.returncode == 0, with_network.stderr
    assert "1 di jaringan dalam sehingga tidak dibuka" in " ".join(with_network.stderr.split())
    assert site.asked == []
    assert json.loads(with_network.stdout)["totals"] == json.loads(without.stdout)["totals"]
    (told,) = (one for one in json.loads(with_network.stdout)["criteria"] if one["id"] == "S08")
    assert [reason["lack"] for reason in told["reasons"]] == ["private_link"]
    assert "di jaringan dalam, yang tidak pernah dibuka" in str(told["reasons"])
