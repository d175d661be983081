"""The weekly digest of cases as text, Markdown and JSON."""

from collections.abc import Iterable

from ppidgen.diagnostics.shown import shown
from ppidgen.duties.digest import Asked, Digest
from ppidgen.exchange.case_board import due_text, summary
from ppidgen.model.days.dates import long_date
from ppidgen.model.language.words import Words
from ppidgen.model.standing.case_standing import CaseStanding
from ppidgen.model.text.indented import indented_json


def digest_text(digest: Digest, words: Words, *, marked: bool = False) -> str:
    """Tell the week; with `marked` as Markdown."""
    title, head = ("# {}", "## {}\n") if marked else ("{}", "{}")
    parts = (
        (words("digest.waiting"), "", [_waiting(one, words) for one in digest.board.cases]),
        (words("digest.publish"), words("digest.publish_why"), [_asked(one, words) for one in digest.publish]),
        (words("digest.subjects"), "", [_asked(one, words) for one in digest.subjects]),
    )
    lines = [
        title.format(words("digest.title")),
        "",
        words("digest.period", first=long_date(digest.first), last=long_date(digest.last)),
        "",
        words("digest.received", count=digest.received),
        words("digest.ended", count=digest.ended),
        *summary(digest.board, words),
    ]
    for name, why, items in parts:
        lines += ["", head.format(name), *([why] if why and items else []), *([""] if why and items and marked else [])]
        lines += [f"- {item}" for item in items] or [words("digest.nothing")]
    return "\n".join(lines) + "\n"


def _waiting(one: CaseStanding, words: Words) -> str:
    light = one.light.value if one.light else ""
    return f"{light.upper()} {one.case.id}: {one.state.label}; {due_text(one, words)}"


def _asked(one: Asked, words: Words) -> str:
    told = words("digest.subject", subject=shown(one.subject), count=one.count)
    return f"{told} ({words('digest.answered', entries=', '.join(one.answered_by))})" if one.answered_by else told


def digest_json(digest: Digest) -> str:
    """Give the digest to a program."""

    def asked(items: Iterable[Asked]) -> list[dict[str, object]]:
        return [{"subject": one.subject, "count": one.count, "answered_by": one.answered_by} for one in items]

    return indented_json(
        {
            "first": digest.first,
            "last": digest.last,
            "received": digest.received,
            "ended": digest.ended,
            "subjects": asked(digest.subjects),
            "publish": asked(digest.publish),
            "waiting": [one.case.id for one in digest.board.cases],
        }
    )
