"""EDGE. Paket Bukti: a questionnaire answered, with files and pictures of pages behind each answer, to be browsed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ppidgen.exchange.evidence.enclosed import Behind, Enclosed, enclose
from ppidgen.exchange.evidence.screenshots import Shot
from ppidgen.exchange.score_sheet import addresses_of, answer_words
from ppidgen.model.context import Context
from ppidgen.model.elements.named_files import named_files
from ppidgen.model.language.words import Words
from ppidgen.model.pack_files import SHOTS
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.rubrics.scorecard import Answer, Loss, Scorecard
from ppidgen.model.text.indented import indented_json


@dataclass(frozen=True, slots=True)
class Item:
    """One answer with all that lies behind it; `loss` is None where it is full."""

    answer: Answer
    loss: Loss | None
    addresses: tuple[str, ...]
    shots: Mapping[str, str]
    files: tuple[Enclosed, ...]
    day: date | None


@dataclass(frozen=True, slots=True)
class Pack:
    """The items of a pack, those that are not full first and by their points, and the pictures by their path."""

    card: Scorecard
    items: tuple[Item, ...]
    shots: Mapping[str, Shot] = field(default_factory=dict)

    @property
    def enclosed(self) -> tuple[Enclosed, ...]:
        """Give every file that is enclosed, in the order of the items."""
        return tuple(one for item in self.items for one in item.files)


def shown_at(card: Scorecard) -> tuple[str, ...]:
    """Give the addresses in the portal of all pages that show what answers rest on, each once."""
    return tuple(dict.fromkeys(address for answer in card.answers for address in addresses_of(answer, "")))


def make_pack(
    card: Scorecard, context: Context, root: Path, words: Words, shots: Mapping[str, Shot] | None = None
) -> Pack:
    """Gather what lies behind each answer; `root` is the portal's folder, `shots` pictures by their address."""
    placed = {address: shot_path(address) for address in shots or {}}
    losses = {one.answer.criterion.id: one for one in card.losses}
    items = []
    for answer in _in_order(card):
        addresses = tuple(addresses_of(answer, ""))
        items.append(
            Item(
                answer,
                losses.get(answer.criterion.id),
                addresses,
                {address: placed[address] for address in addresses if address in placed},
                tuple(enclose(one, answer, card, root, words) for one in _behind(answer, context)),
                _day(answer, context),
            )
        )
    return Pack(card, tuple(items), {placed[address]: shot for address, shot in (shots or {}).items()})


def _in_order(card: Scorecard) -> Iterator[Answer]:
    """Give first what is not full, by its points, then what is, in the order of the rubric."""
    lost = [one.answer.criterion.id for one in sorted(card.losses, key=lambda one: -(one.points or 0))]
    known = {one.criterion.id: one for one in card.answers}
    yield from (known[name] for name in lost)
    yield from (one for one in card.answers if one.criterion.id not in lost)


def shot_path(address: str) -> str:
    """Give the place of the picture of a page in the pack, of each page another."""
    return f"{SHOTS}/{address.strip('/') or 'index'}.png"


def _attached(answer: Answer, context: Context) -> tuple[Attestation, ...]:
    return tuple(one for one in context.portal.evidence if one.id in answer.evidence)


def _behind(answer: Answer, context: Context) -> Iterator[Behind]:
    """Give the files that an answer rests on, each once: those of its proofs and of its evidence."""
    portal = context.portal
    public = {name for record in portal.publishing for _, name in named_files(record)}
    attached = (one.file for one in _attached(answer, context))
    for name in dict.fromkeys(filter(None, (*(proof.file for proof in answer.proofs), *attached))):
        if name in portal.facts:
            yield Behind(name, portal.facts[name], name in public)


def _day(answer: Answer, context: Context) -> date | None:
    """Give the newest day of what an answer rests on."""
    days = (*(proof.day for proof in answer.proofs), *(one.day for one in _attached(answer, context)))
    return max(filter(None, days), default=None)


def contents(pack: Pack, words: Words) -> bytes:
    """Write what a pack holds as JSON."""
    card = pack.card
    told: dict[str, Any] = {
        "version": 3,
        "label": words("label"),
        "rubric": card.rubric.edition.id,
        "as_of": card.as_of.isoformat(),
        "base_url": card.base_url,
        "items": [_told(item, pack, words) for item in pack.items],
    }
    return indented_json(told).encode()


def _told(item: Item, pack: Pack, words: Words) -> dict[str, Any]:
    base = pack.card.base_url.rstrip("/")
    return {
        "id": item.answer.criterion.id,
        "answer": answer_words(item.answer, words),
        "addresses": [base + address for address in item.addresses],
        "screenshots": [{"path": path, "cut": pack.shots[path].is_cut} for path in item.shots.values()],
        "date": item.day.isoformat() if item.day else None,
        "files": [_file_told(one) for one in item.files],
        "reviewer": "",
    }  # fmt: skip


def _file_told(one: Enclosed) -> dict[str, Any]:
    return {
        "path": one.path,
        "manner": one.manner.value,
        "reason": one.obstacle.value if one.obstacle else None,
        "size": len(one.content),
        "pixels": list(one.pixels) if one.pixels else None,
        "original_sha256": one.sha256,
        "original_size": one.size,
    }
