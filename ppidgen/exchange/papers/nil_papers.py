"""The statement that there is nothing to publish under some duties, from its record."""

from ppidgen.exchange.papers.paper import Fields, Paper, Paragraph, Signatures
from ppidgen.exchange.papers.paper_words import blank, day_text, framed, number_line, paper_words, signature
from ppidgen.model.context import Context
from ppidgen.model.records.nil import NilStatement
from ppidgen.pages.parts.text import plain


def nil_statement(context: Context, item: NilStatement) -> Paper:
    """Compose a nil statement with the duties it is about, its reason and how long it is believed."""
    words, duties = paper_words(), context.law.duties
    named = (f"{code}: {duties[code].label}" if code in duties else code for code in item.duties)
    rows = (
        (words("nil.statement"), plain(item.statement)),
        (words("nil.duties"), "\n".join(named)),
        (words("nil.reason"), plain(item.reason or "")),
        (words("nil.until"), day_text(item.until) if item.until else ""),
    )
    number = item.decree.number if item.decree else None
    signer = item.signed_by or words("ppid")
    blocks = (
        Paragraph(words("nil.text", signer=signer, body=context.portal.body.name)), Fields(rows),
        Paragraph(words("nil.truth")), Signatures((signature(None, signer, blank(None), item.day),)),
    )  # fmt: skip
    return framed(context, words("nil.title"), number_line(number, item.day), item.day, blocks, landscape=False)
