"""Requests that information now published answers: the entry and when it was last asked for; never one request."""

from collections import defaultdict
from collections.abc import Iterator

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Block, Grid, Link, Text
from ppidgen.model.pages.page_terms import NOTE
from ppidgen.model.records.cases import RequestCase
from ppidgen.pages.addresses import urls


def answered_blocks(context: Context) -> Iterator[Block]:
    """Give the entries that have answered requests, the latest asked for first."""
    words = context.words
    asked: defaultdict[str, list[RequestCase]] = defaultdict(list)
    public = {entry.id: entry for entry in context.portal.published_information}
    for case in context.portal.cases:
        if isinstance(case, RequestCase) and case.answered_by in public:
            asked[case.answered_by or ""].append(case)
    if not asked:
        return
    rows = []
    for entry_id in sorted(asked, key=lambda found: (-_year(asked[found]), public[found].title)):
        link = Link(public[entry_id].title, urls.entry(entry_id))
        rows.append((link, str(_year(asked[entry_id]))))
    head = (words("answered.entry"), words("answered.year"))
    yield Text(words("answered.why"))
    yield Grid(words("answered.caption"), head, tuple(rows), row_heading=0)
    yield Text(words("answered.note"), NOTE)


def _year(cases: list[RequestCase]) -> int:
    return max(case.received.year for case in cases)
