from hypothesis import example, given
from hypothesis import strategies as st

from ppidgen.theme.addresses import allowed, external, normal_base, resolve

HOSTILE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "blob:https://contoh.go.id/x",
    "ftp://contoh.go.id/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example\\x",
    "https:evil.example",
    "https:///evil.example/",
    "https://contoh.go.id@evil.example/",
    "https://contoh.go.id%2f@evil.example/",
    "HTTPS://contoh.go.id:443@evil.example",
    "https://cont\u043eh.go.id/",
]


def test_no_hostile_address_is_allowed() -> None:
    assert [address for address in HOSTILE if allowed(address) or resolve(address, "/") != "#"] == []


def test_honest_addresses_are_allowed() -> None:
    honest = ["https://contoh.go.id/a?b=c#d", "http://contoh.go.id", "mailto:ppid@contoh.go.id", "tel:112"]
    honest += ["/informasi/", "#isi-dasar", "lampiran.pdf", "../lain/", "?q=a:b", ""]
    assert [address for address in honest if not allowed(address)] == []


def test_the_base_path_stands_before_every_address_of_the_portal_and_no_other() -> None:
    assert resolve("/informasi/", "/ppid/") == "/ppid/informasi/"
    assert resolve("/", "/ppid/") == "/ppid/"
    assert resolve("#isi", "/ppid/") == "#isi"
    assert resolve("https://contoh.go.id/", "/ppid/") == "https://contoh.go.id/"


def test_a_base_path_is_written_one_way() -> None:
    assert {normal_base(text) for text in ("", "/")} == {"/"}
    assert {normal_base(text) for text in ("ppid", "/ppid", "ppid/", "/ppid/")} == {"/ppid/"}


def test_a_space_in_a_file_name_is_written_as_browsers_want_it() -> None:
    assert resolve("/berkas/a b.pdf", "/") == "/berkas/a%20b.pdf"


def test_only_the_web_is_elsewhere() -> None:
    assert external("HTTPS://contoh.go.id")
    assert not any(map(external, ("/a/", "#a", "mailto:a@contoh.go.id", "tel:112")))


@given(st.text())
@example("/\t/evil.example")
def test_what_is_resolved_has_an_allowed_scheme_or_none(address: str) -> None:
    shown = resolve(address, "/ppid/")
    head = shown.partition("/")[0].partition("?")[0].partition("#")[0]
    assert ":" not in head or head.lower().startswith(("http:", "https:", "mailto:", "tel:"))
    assert not shown.startswith(("//", "/\\"))
