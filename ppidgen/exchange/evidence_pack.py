"""EDGE. Paket Bukti: a questionnaire answered, with the file behind each answer, as a folder that can be browsed.

A file of at most 2 MB is copied byte for byte. A larger one is never made smaller here: a cover page with its
address and digest stands in its place, and the index says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

import orjson

from ppidgen.diagnostics import MachineFault
from ppidgen.exchange.paper import Fields, Paper, Paragraph
from ppidgen.exchange.rendering import rendered
from ppidgen.exchange.score_sheet import addresses_of, answer_words, score_csv, score_xlsx
from ppidgen.model.context import Context
from ppidgen.model.pack_files import ANSWERS_CSV as _CSV
from ppidgen.model.pack_files import ANSWERS_XLSX as _XLSX
from ppidgen.model.pack_files import CONTENTS as _CONTENTS
from ppidgen.model.pack_files import COVER, ITEMS
from ppidgen.model.scorecard import Answer, Scorecard
from ppidgen.model.words import Words
from ppidgen.pages import urls
from ppidgen.scoring.told import decimal, tell
from ppidgen.source.documents import DocumentFacts
from ppidgen.theme.standalone import page

LARGEST = 2_000_000
_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One file behind an answer: where it lies in the pack, its digest, and whether a cover page stands for it."""

    path: str
    name: str
    sha256: str
    size: int
    covered: bool


@dataclass(frozen=True, slots=True)
class Pack:
    """The files of a pack by their path, and what was enclosed for each criterion."""

    files: dict[str, bytes]
    enclosed: dict[str, tuple[Enclosed, ...]]

    @property
    def covered(self) -> tuple[Enclosed, ...]:
        """Give the files for which a cover page stands."""
        return tuple(one for found in self.enclosed.values() for one in found if one.covered)


def make_pack(card: Scorecard, context: Context, root: Path, words: Words) -> Pack:
    """Make every file of a pack; `root` is the portal's folder."""
    files: dict[str, bytes] = {_CSV: score_csv(card, words), _XLSX: score_xlsx(card, words)}
    enclosed: dict[str, tuple[Enclosed, ...]] = {}
    for answer in card.answers:
        found = []
        for facts in _behind(answer, context):
            one, content = _enclose(answer, facts, card, root, words)
            files[one.path] = content
            found.append(one)
        enclosed[answer.criterion.id] = tuple(found)
    files[_INDEX] = _index(card, enclosed, words).encode()
    files[_CONTENTS] = orjson.dumps(_contents(card, enclosed, words), option=orjson.OPT_INDENT_2) + b"\n"
    return Pack(files, enclosed)


def _behind(answer: Answer, context: Context) -> Iterator[DocumentFacts]:
    """Give the files that an answer rests on, each once: those of its proofs and of its evidence."""
    portal = context.portal
    attached = (one.file for one in portal.evidence if one.id in answer.evidence)
    named = dict.fromkeys(filter(None, (*(proof.file for proof in answer.proofs), *attached)))
    return (portal.facts[name] for name in named if name in portal.facts)


def _enclose(answer: Answer, facts: DocumentFacts, card: Scorecard, root: Path, words: Words) -> tuple[Enclosed, bytes]:
    folder, name = f"{ITEMS}/{answer.criterion.id}", PurePosixPath(facts.path).name
    if facts.size <= LARGEST:
        content = (root / facts.path).read_bytes()
        return Enclosed(f"{folder}/{name}", name, facts.sha256, facts.size, covered=False), content
    one = Enclosed(f"{folder}/{name}.{COVER}", name, facts.sha256, facts.size, covered=True)
    return one, rendered(_cover(answer, facts, card, words), "pdf")


def _cover(answer: Answer, facts: DocumentFacts, card: Scorecard, words: Words) -> Paper:
    address = card.base_url.rstrip("/") + urls.file(facts.path)
    rows = (
        (words("question"), answer.criterion.question),
        (words("address"), address),
        ("SHA-256", facts.sha256),
        (words("size"), f"{facts.size} B"),
    )
    return Paper(
        title=PurePosixPath(facts.path).name,
        day=card.as_of,
        blocks=(Paragraph(words("label")), Paragraph(words("cover")), Fields(rows)),
    )


def _index(card: Scorecard, enclosed: dict[str, tuple[Enclosed, ...]], words: Words) -> str:
    losses = {one.answer.criterion.id: one.points for one in card.losses}
    heads = tuple(
        words(name) for name in ("criterion", "question", "answer", "address", "evidence", "points", "reviewer")
    )
    ordered = sorted(card.answers, key=lambda one: (-(losses.get(one.criterion.id) or 0), one.criterion.id))
    blank = [one for one in ordered if one.criterion.id in losses]
    full = [one for one in card.answers if one.criterion.id not in losses]
    rows = [_cells(one, losses.get(one.criterion.id), enclosed, card, words) for one in (*blank, *full)]
    told = tell(card, words)
    totals = " · ".join(f"{row.name} {row.value}" for row in told.totals)
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = (
        f"<h1>{escape(told.title)}</h1>\n<p>{escape(told.subtitle)}</p>\n"
        f'<p class="label">{escape(told.label)}</p>\n<p>{escape(totals)}</p>\n<p>{escape(words("no_screenshot"))}</p>\n'
        f'<p><a href="{_XLSX}">XLSX</a> · <a href="{_CSV}">CSV</a> · <a href="{_CONTENTS}">JSON</a></p>\n'
        f'<div class="scroll" tabindex="0"><table><thead><tr>{top}</tr></thead><tbody>\n{table}</tbody></table></div>'
    )
    return page(told.title, body, words.language)


def _cells(
    one: Answer, points: Fraction | None, enclosed: dict[str, tuple[Enclosed, ...]], card: Scorecard, words: Words
) -> tuple[str, ...]:
    links = (f'<a href="{escape(url)}">{escape(url)}</a>' for url in addresses_of(one, card.base_url))
    files = (_file_cell(each, words) for each in enclosed[one.criterion.id])
    return (
        escape(one.criterion.id), escape(one.criterion.question), escape(answer_words(one, words)),
        "<br>".join(links), "<br>".join(files), escape(decimal(points)) if points else "", "",
    )  # fmt: skip


def _file_cell(one: Enclosed, words: Words) -> str:
    covered = f" ({escape(words('covered'))})" if one.covered else ""
    return f'<a href="{escape(one.path)}">{escape(one.name)}</a>{covered}<br><small>{one.sha256}</small>'


def _contents(card: Scorecard, enclosed: dict[str, tuple[Enclosed, ...]], words: Words) -> dict[str, Any]:
    return {
        "version": 1,
        "label": words("label"),
        "rubric": card.rubric.edition.id,
        "as_of": card.as_of.isoformat(),
        "items": [
            {
                "id": one.criterion.id,
                "answer": answer_words(one, words),
                "addresses": list(addresses_of(one, card.base_url)),
                "files": [
                    {"path": each.path, "sha256": each.sha256, "size": each.size, "cover_page": each.covered}
                    for each in enclosed[one.criterion.id]
                ],
                "screenshot": None,
                "reviewer": "",
            }
            for one in card.answers
        ],
    }


def write_pack(pack: Pack, out: Path) -> None:
    """Write a pack into a folder that is empty or not there yet; raises MachineFault otherwise."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise MachineFault("MSN052", {"path": str(out)})
    for name, content in _in_order(pack.files.items()):
        place = out / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _in_order(files: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return sorted(files)
