"""Files that programs look for at fixed places."""

from xml.etree import ElementTree as ET

import pytest

from ppidgen.pages import wellknown
from tests.pages.portals import context, files, pages, rich

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(content: bytes) -> list[str]:
    root = ET.fromstring(content)  # noqa: S314 - our own output, not somebody's input
    return [element.text or "" for element in root.iter(f"{SITEMAP}loc")]


def test_the_site_maps_hold_every_page_that_may_be_found_once() -> None:
    portal = rich()
    expected = [f"https://ppid.contoh.go.id{at}" for at, page in sorted(pages(portal).items()) if page.index]
    main, whole = (locations(files(portal)[name]) for name in ("sitemap.xml", "sitemap-terkini.xml"))
    assert sorted(main + whole) == expected
    assert main == sorted(main)
    assert "https://ppid.contoh.go.id/serta-merta/" in whole


def test_the_site_map_says_when_an_entry_changed() -> None:
    assert b"bpkad/lkpd-2024/</loc><lastmod>2026-01-05</lastmod>" in files(rich())["sitemap.xml"]


def test_a_long_site_map_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wellknown, "MOST_ADDRESSES", 50)
    made = files(context())
    names = locations(made["sitemap.xml"])
    assert names[:2] == ["https://ppid.contoh.go.id/sitemap-1.xml", "https://ppid.contoh.go.id/sitemap-2.xml"]
    assert len(locations(made["sitemap-1.xml"])) == 50


def test_without_an_address_there_is_no_site_map() -> None:
    made = files(context(base_url=""))
    assert "sitemap.xml" not in made
    assert made["robots.txt"] == b"User-agent: *\nAllow: /\n"


def test_robots_are_led_to_the_site_map_and_kept_from_a_draft() -> None:
    for name in (b"sitemap", b"sitemap-terkini"):
        assert b"Sitemap: https://ppid.contoh.go.id/%s.xml\n" % name in files(context())["robots.txt"]
    assert files(context(draft=True))["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_security_txt_names_the_contact_and_runs_out_in_half_a_year() -> None:
    text = files(rich())[".well-known/security.txt"].decode()
    assert "Contact: mailto:aman@contoh.go.id\n" in text
    assert "Expires: 2026-09-12T00:00:00Z\n" in text
    assert "Canonical: https://ppid.contoh.go.id/.well-known/security.txt\n" in text


def test_without_a_contact_there_is_no_security_txt() -> None:
    assert ".well-known/security.txt" not in files(context())
