"""`ppidgen guide`, and that what the guides say of headers is what the site's own files say."""

import re

from ppidgen.cli import VERBS
from ppidgen.cli.verbs.guide import guides
from ppidgen.pages.hosting import EVERYWHERE
from ppidgen.source import package_data
from tests.cli.conftest import Run


def test_the_list_names_every_guide_with_its_title(run: Run) -> None:
    told = run("guide")
    assert told.returncode == 0
    assert "github-pages        Terbit dengan GitHub Pages" in told.stdout
    assert len(told.stdout.splitlines()) == len(guides())


def test_a_guide_is_printed_whole(run: Run) -> None:
    whole = package_data.read_text("panduan/nginx.md")
    assert run("guide", "nginx").stdout == run("guide", "Nginx").stdout == whole


def test_a_guide_that_is_not_there_is_told_with_those_that_are(run: Run) -> None:
    told = run("guide", "iis")
    assert told.returncode == 2
    assert "cpanel" in told.stderr


def test_nginx_sends_the_headers_that_other_hosts_read_from_the_site() -> None:
    text = package_data.read_text("panduan/nginx.md").partition("location ~")[0]
    assert dict(re.findall(r'add_header (\S+) "([^"]+)" always;', text)) == dict(EVERYWHERE)


def test_guides_name_only_verbs_that_exist() -> None:
    texts = map(package_data.read_text, guides().values())
    assert {verb for text in texts for verb in re.findall(r"`(?:npx )?ppidgen ([a-z]+)", text)} <= VERBS.keys()
