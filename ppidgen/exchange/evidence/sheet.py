"""The papers of a Paket Bukti: the questionnaire as CSV, as a workbook and as a page that leads to every file."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from urllib.parse import quote

from ppidgen.exchange.annex import Annex, Group, Heading
from ppidgen.exchange.evidence.enclosed import Enclosed, manner_words
from ppidgen.exchange.evidence.pack import Item, Pack, contents
from ppidgen.exchange.export import annex_csv, export_words
from ppidgen.exchange.score_sheet import COLUMNS, cells, score_titles
from ppidgen.exchange.workbook import workbook
from ppidgen.model.language.words import Words
from ppidgen.model.pack_files import ANSWERS_CSV, ANSWERS_XLSX, CONTENTS
from ppidgen.scoring.told import decimal, tell
from ppidgen.theme.standalone import page

INDEX = "index.html"
# What the sheet of a pack says in the place of the one column of evidence.
_OWN_COLUMNS = (("screenshot", 32), ("files", 40), ("enclosed", 40), ("sha256", 34), ("day", 12), ("lost", 9))
_PAGE_COLUMNS = ("criterion", "question", "answer", "address", "files", "day", "lost", "reviewer")


def pack_files(pack: Pack, words: Words, lacks: Sequence[str] = ()) -> dict[str, bytes]:
    """Give every file of a pack by its path; `lacks` are the sentences on what the pack does not hold."""
    annex = pack_annex(pack, words, lacks)
    return {
        ANSWERS_CSV: annex_csv(annex),
        ANSWERS_XLSX: workbook(annex, export_words(words.language)),
        CONTENTS: contents(pack, words),
        INDEX: _index(pack, words, lacks).encode(),
        **{path: shot.content for path, shot in pack.shots.items()},
        **{one.path: one.content for one in pack.enclosed},
    }


def pack_annex(pack: Pack, words: Words, lacks: Sequence[str] = ()) -> Annex:
    """Lay out the questionnaire: what is not full first, by its points, then what is."""
    columns = [pair for one in COLUMNS for pair in (_OWN_COLUMNS if one[0] == "evidence" else (one,))]
    named = ((words("not_full"), False), (words("full"), True))
    groups = [(title, [item for item in pack.items if (item.loss is None) is full]) for title, full in named]
    return Annex(
        sheet=pack.card.rubric.edition.id[:31],
        titles=(*score_titles(pack.card, words), *lacks),
        heads=tuple(Heading(words(name), width) for name, width in columns),
        groups=tuple(
            Group(title, tuple(tuple(_cells(one, pack, words)[name] for name, _ in columns) for one in items))
            for title, items in groups
            if items
        ),
        group_head=words("group"),
    )  # fmt: skip


def _cells(item: Item, pack: Pack, words: Words) -> Mapping[str, str]:
    return {
        **cells(item.answer, item.loss, pack.card, words),
        "screenshot": "\n".join(path + _cut(path, pack, words) for path in item.shots.values()),
        "files": "\n".join(one.path for one in item.files),
        "enclosed": "\n".join(manner_words(one, words) for one in item.files),
        "sha256": "\n".join(one.sha256 for one in item.files),
        "day": item.day.isoformat() if item.day else "",
        "lost": _lost(item, words),
    }


def _cut(path: str, pack: Pack, words: Words) -> str:
    """Say of a picture that its lower part is left out."""
    return f" ({words('shot_cut')})" if pack.shots[path].is_cut else ""


def _lost(item: Item, words: Words) -> str:
    if item.loss is None:
        return ""
    return words("unknown") if item.loss.points is None else decimal(item.loss.points)


def _index(pack: Pack, words: Words, lacks: Sequence[str]) -> str:
    told = tell(pack.card, words)
    totals = " · ".join(f"{row.name} {row.value}" for row in told.totals)
    top = "".join(f'<th scope="col">{escape(words(name))}</th>' for name in _PAGE_COLUMNS)
    table = "".join(_row(item, pack, words) for item in pack.items)
    notes = (totals, *told.cautions, *lacks)
    body = (
        f"<h1>{escape(told.title)}</h1>\n<p>{escape(told.subtitle)}</p>\n"
        f'<p class="label">{escape(told.label)}</p>\n{"".join(f"<p>{escape(note)}</p>" for note in notes)}\n'
        f'<p><a href="{ANSWERS_XLSX}">XLSX</a> · <a href="{ANSWERS_CSV}">CSV</a> · <a href="{CONTENTS}">JSON</a></p>\n'
        f'<div class="scroll" tabindex="0"><table><thead><tr>{top}</tr></thead><tbody>\n{table}</tbody></table></div>'
    )
    return page(told.title, body, words.language)


def _row(item: Item, pack: Pack, words: Words) -> str:
    plain = cells(item.answer, item.loss, pack.card, words)
    shown = (
        escape(plain["criterion"]), escape(plain["question"]), escape(plain["answer"]),
        "<br>".join(_links(item, pack, words)), "<br>".join(_file(one, words) for one in item.files),
        f'<span class="day">{item.day.isoformat()}</span>' if item.day else "", escape(_lost(item, words)), "",
    )  # fmt: skip
    first, *others = shown
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>\n'


def _links(item: Item, pack: Pack, words: Words) -> Iterator[str]:
    """Give each address of an item; without the address of the portal there is nothing that a link could lead to."""
    base = pack.card.base_url.rstrip("/")
    for address in item.addresses:
        whole = escape(base + address)
        yield f'<a href="{whole}">{whole}</a>' if base else whole
        if path := item.shots.get(address):
            yield f'<a href="{quote(path)}">{escape(words("screenshot"))}</a>{escape(_cut(path, pack, words))}'


def _file(one: Enclosed, words: Words) -> str:
    return (
        f'<a href="{quote(one.path)}">{escape(one.name)}</a><br><small>{escape(manner_words(one, words))}<br>'
        f"SHA-256 {one.sha256}</small>"
    )
