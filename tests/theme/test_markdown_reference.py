"""Held against markdown-it-py, which officers' texts must read no differently by than by our own writer."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.bench import corpus
from tests.theme.plain_html import ours, plain

REFERENCE = MarkdownIt("js-default", {"html": False})
CONTENT = Path(__file__).resolve().parents[2] / "content"
ARTICLES = sorted(CONTENT.rglob("*.md"))


def body_of(article: Path) -> str:
    text = article.read_text(encoding="utf-8")
    return text.split("---\n", 2)[2] if text.startswith("---\n") else text


@pytest.mark.slow
def test_three_hundred_entries_read_the_same() -> None:
    different = [
        entry.name for entry in corpus.entries(300) if plain(ours(entry.body)) != plain(REFERENCE.render(entry.body))
    ]
    assert different == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: str(path.relative_to(CONTENT)))
def test_every_article_of_the_specimen_reads_the_same(article: Path) -> None:
    text = body_of(article)
    assert plain(ours(text)) == plain(REFERENCE.render(text))


def test_the_specimen_has_articles() -> None:
    assert ARTICLES


@pytest.mark.parametrize(
    "text",
    [
        "<center>\n**Penting** [DIP](/informasi/)\n</center>\n\n# Judul",
        "<!-- tidak ditutup\n\n# Judul\n\n- a\n- b",
        'Satu <b>*dua*</b> <a href="*x*">tiga*</a> `<i>` \\<u> &lt;s>',
        "[a](<b c> 'd <e>') <https://contoh.go.id/?a=<b>> <ppid@contoh.go.id>",
        "<script>\nx\n</script>\n- a\n  <div>\n  - b",
        "    <kode>\n\n```<html>\n<kode>\n```",
        "- a\n\n  b\n- c\n  1. d\n  2. e\n\n> f\ng  \nh\\\ni",
        "| a | b |\n|:--|:-:|\n| `x\\|y` | **z** |\n| hanya satu |",
        "Rapat\n| a |\n|---|\n| b |\n\nJudul\n=====",
        "***a** b* __c__d__ *e**f*g** ~~h *i*~~ ~j~",
        "[a]: /b 'c'\n\n[a][] [A] ![a] [tiada]",
        "3) a\n4) b\n\n---\n***\n\n&copy; &#35; &tiada; \\& \\*",
    ],
)
def test_odd_texts_read_the_same(text: str) -> None:
    assert plain(ours(text)) == plain(REFERENCE.render(text))


@pytest.mark.parametrize(
    ("text", "other"),
    [("# a", "a"), ("a `b`", "a b"), ("[a](/b)", "[a](/c)"), ("- a", "1. a"), ("    a b", "    a  b"), ("a", "a b")],
)
def test_what_reads_differently_is_told_apart(text: str, other: str) -> None:
    assert plain(ours(text)) != plain(REFERENCE.render(other))
