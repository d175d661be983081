"""Warnings are put on finished pages only where a theme draws them alike on all."""

from dataclasses import replace

import pytest

from ppidgen.model.pages.page import Alert, Link, Page
from ppidgen.model.pages.shell import Shell
from ppidgen.theme import Renderer, Theme, built_in, load
from ppidgen.theme.edges import MARK

PAGE = Page("/a/", "entri", "A", ())
LAYOUT = "layout.html"


def with_layout(theme: Theme, before: str, after: str) -> Theme:
    """Give the theme with another text in its layout; what is replaced stands there once."""
    layout = theme.text(LAYOUT)
    assert layout.count(before) == 1
    return replace(theme, files={**theme.files, LAYOUT: layout.replace(before, after).encode()})


@pytest.mark.parametrize("name", ["baku", "polos"])
def test_our_themes_let_warnings_be_changed_without_drawing_a_page_again(name: str, shell: Shell) -> None:
    theme = load(built_in(name))
    calm, warned = Renderer(theme, replace(shell, alerts=())), Renderer(theme, shell)
    old = calm.render(PAGE)
    piece = warned.warnings_for(old)
    assert piece is not None
    assert old[: piece.start] + piece.content + old[piece.end :] == warned.render(PAGE)


def test_of_many_warnings_the_worst_stands_in_full_two_by_name_and_a_link_tells_how_many(shell: Shell) -> None:
    alerts = tuple(Alert(f"Bahaya {n}", "Hilir", f"Anjuran {n}.", Link("", f"/pengumuman/{n}/")) for n in range(5))
    html = Renderer(load(built_in("baku")), replace(shell, alerts=alerts)).render(PAGE).decode()
    assert [f"Bahaya {n}" in html for n in range(5)] == [True, True, True, False, False]
    assert ("Anjuran 0." in html, "Anjuran 1." in html) == (True, False)
    assert 'href="/serta-merta/">Semua 5 peringatan yang berlaku</a>' in html


@pytest.mark.parametrize(
    "between",
    [
        "{% if type != 'entri' %}{% for alert in shell.alerts %}",
        "{% set here = section %}{{ here }}{% for alert in shell.alerts %}",
        "{% for alert in shell.alerts %}<p lang='{{ language }}'>",
        "{% include 'potongan/bersama.html' %}{% for alert in shell.alerts %}",
    ],
    ids=["type", "section", "language", "another file"],
)
def test_in_a_theme_that_draws_them_otherwise_on_some_pages_each_page_is_drawn(shell: Shell, between: str) -> None:
    loop = "{% for alert in shell.alerts %}"
    end = "{% endfor %}{% endif %}\n" if "if type" in between else "{% endfor %}\n"
    other = with_layout(load(built_in("polos")), loop, between)
    other = with_layout(other, f"{{% endfor %}}\n{MARK}", end + MARK)
    renderer = Renderer(other, shell)
    assert renderer.warnings_for(renderer.render(PAGE)) is None


def test_marks_within_a_block_mark_nothing(shell: Shell) -> None:
    other = with_layout(load(built_in("polos")), f"{{% endfor %}}\n{MARK}", f"{MARK}{{% endfor %}}\n")
    renderer = Renderer(other, shell)
    assert renderer.warnings_for(renderer.render(PAGE)) is None
