"""The blank forms as documents: the same rows as on the portal's own pages."""

from collections.abc import Iterator

from ppidgen.exchange.papers.paper import Block, Fields, Options, Paper, Paragraph, Section, Signature, Signatures
from ppidgen.exchange.papers.paper_words import letterhead, paper_words
from ppidgen.model.context import Context
from ppidgen.model.law.blank_form import BlankForm, BlankPart, parts_of


def blank_paper(context: Context, form: BlankForm) -> Paper:
    """Compose a blank form."""
    law, body = context.law, context.portal.body
    parts = parts_of(form, law.forms, law.objection_reasons)
    signed = Signatures(tuple(Signature((party,), "") for party in form.signatures))
    return Paper(
        title=form.title.upper(),
        day=context.standing.as_of,
        blocks=(*(block for part in parts for block in _part(part)), signed),
        subtitles=("; ".join(map(law.cite, form.basis)),),
        letterhead=letterhead(body),
        author=body.name,
        footer=paper_words()("footer"),
    )


def _part(part: BlankPart) -> Iterator[Block]:
    if part.title:
        yield Section(part.title)
    if part.text:
        yield Paragraph(part.text)
    for row in part.rows:
        if row.options:
            yield Options(row.label, tuple((option, False) for option in row.options))
        else:
            yield Fields(((row.label, ""),), row.lines)
