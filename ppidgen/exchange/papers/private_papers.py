"""EDGE. Internal working papers: read from a folder outside the repository, put only into internal documents."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ppidgen.diagnostics import Checked
from ppidgen.exchange.papers.paper import Block, NewPage, Paper, Paragraph, Section
from ppidgen.exchange.papers.paper_words import paper_words
from ppidgen.model.portal.binding import bind_file
from ppidgen.model.private_test import PRIVATE_TESTS, PrivateTest


def is_inside(path: Path, repository: Path) -> bool:
    """Tell whether a path, links followed, lies in a folder."""
    return path.resolve().is_relative_to(repository)


def read_private_test(folder: Path, record_id: str) -> Checked[PrivateTest | None]:
    """Read the working paper of one exemption, `folder/ID.yaml`; raises OSError where there is none."""
    name = f"{record_id}.yaml"
    bound = bind_file(name, (folder / name).read_bytes(), PRIVATE_TESTS)
    found = next((record for record in bound.value.records if isinstance(record, PrivateTest)), None)
    return Checked(found, bound.findings)


def with_working_paper(paper: Paper, test: PrivateTest) -> Paper:
    """Give a document with the working paper behind it, marked as internal on every page."""
    blocks = (*paper.blocks, NewPage(), *_blocks(test))
    return replace(paper, blocks=blocks, marking=paper_words()("private.marking"))


def _blocks(test: PrivateTest) -> Iterator[Block]:
    words = paper_words()
    yield Section(words("private.title"), centred=True)
    opinions = "\n".join(f"{one.tester}: {one.text}" for one in test.opinions)
    examined = "\n".join(f"{place}. {name}" for place, name in enumerate(test.examined, start=1))
    for key, text in (
        ("described", test.described), ("examined", examined), ("analysis", test.analysis), ("opinions", opinions),
        ("conclusion", test.conclusion),
    ):  # fmt: skip
        if text:
            yield Section(words(f"private.{key}"))
            yield Paragraph(text)
