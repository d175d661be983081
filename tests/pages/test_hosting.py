"""The files by which a host is told what headers to send."""

import re

from ppidgen.pages.addresses import urls
from ppidgen.pages.hosting import data_files
from ppidgen.theme import assets
from tests.pages.portals import context, entry


def files(base: str) -> dict[str, str]:
    return {file.path: file.content.decode() for file in data_files(context(base_url=base))}


def test_nobody_may_frame_the_portal_and_no_type_is_guessed() -> None:
    headers = files("https://ppid.contoh.go.id/")["_headers"].splitlines()
    assert headers[0] == "/*"
    assert "  Content-Security-Policy: frame-ancestors 'none'" in headers
    assert "  X-Content-Type-Options: nosniff" in headers


def test_a_drawing_opened_by_itself_runs_nothing() -> None:
    headers = files("https://ppid.contoh.go.id/")["_headers"].splitlines()
    assert "sandbox" in headers[headers.index("/berkas/*.svg") + 1]


def test_a_portal_below_a_path_has_its_own_page_for_what_is_lost() -> None:
    found = files("https://contoh.go.id/ppid/")
    assert "ErrorDocument 404 /ppid/404.html\n" in found[".htaccess"]
    assert found["_headers"].startswith("/ppid/*\n")


def test_apache_is_told_the_same_headers() -> None:
    found = files("https://ppid.contoh.go.id/")
    told = [line.strip().partition(": ") for line in found["_headers"].splitlines() if line.startswith("  ")]
    assert [f'Header always set {name} "{value}"' in found[".htaccess"] for name, _, value in told] == [True] * len(
        told
    )


def test_apache_lets_browsers_keep_only_what_is_named_after_its_content() -> None:
    text = files("https://contoh.go.id/ppid/")[".htaccess"]
    assert 'Header set Cache-Control "no-cache"\n' in text
    pattern, name = re.findall(r'SetEnvIf Request_URI "(.+)" (\w+)', text)[0]
    assert f'Header set Cache-Control "max-age=31536000, immutable" env={name}\n' in text
    addresses = ("/ppid/aset/theme-0123456789.css", "/ppid/informasi/bpkad/aset/", "/ppid/informasi/aset/a")
    assert [bool(re.search(pattern, one)) for one in addresses] == [True, False, False]
    assert f"/{assets.FOLDER}" == urls.ASSETS


def test_apache_hands_out_a_packed_drawing_under_the_same_policy() -> None:
    text = files("https://ppid.contoh.go.id/")[".htaccess"]
    (pattern,) = re.findall(r'<FilesMatch "(.+)">', text)
    assert [bool(re.search(pattern, name)) for name in ("a.svg", "a.svg.br", "a.svg.html")] == [True, True, False]
    assert "RewriteCond %{REQUEST_FILENAME}.br -f" in text


def test_apache_does_not_take_the_ending_of_a_packed_copy_for_breton() -> None:
    """Debian's Apache says `AddLanguage br .br`: every page so handed out was said to be in another language."""
    assert "RemoveLanguage .br\n" in files("https://ppid.contoh.go.id/")[".htaccess"]


def test_hosts_that_can_lead_from_an_old_address_to_the_entry_do_so_and_are_told_nothing_where_none_moved() -> None:
    moved = entry("a", "A", old_ids=("b/lama.1",))
    found = {file.path: file.content.decode() for file in data_files(context(information=(moved,)))}
    assert found["_redirects"] == "/informasi/b/lama.1/ /informasi/a/ 301\n"
    assert 'RedirectMatch 301 "^/informasi/b/lama\\.1/$" "/informasi/a/"\n' in found[".htaccess"]
    assert "_redirects" not in files("https://ppid.contoh.go.id/")


def test_apache_hands_out_no_packed_copy_to_who_refuses_it() -> None:
    text = files("https://ppid.contoh.go.id/")[".htaccess"]
    (pattern,) = re.findall(r"RewriteCond %\{HTTP:Accept-Encoding\} (\S+)\n", text)
    wanted = ("gzip, deflate, br", "br;q=1.0", "br; q=0.5, gzip", "br;q=0.01")
    refused = ("gzip", "br;q=0", "gzip, br; q=0.000, *", "br ;q=0.0")
    assert [bool(re.search(pattern, one)) for one in (*wanted, *refused)] == [True] * 4 + [False] * 4
