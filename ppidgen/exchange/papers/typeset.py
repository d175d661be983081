"""Documents as tagged PDF for keeping and for everybody: PDF/UA-1 and PDF/A-2a at once, the same bytes each time.

What officers wrote reaches the typesetter as JSON, never as source, so that no text of theirs can be taken for code.
"""

import re
from datetime import UTC, datetime

import orjson
import typst

from ppidgen.diagnostics import MachineFault
from ppidgen.exchange.papers.paper import Paper, as_table
from ppidgen.model.paper_kind import TEMPLATE
from ppidgen.source.package_data import read_text

LETTER_MISSING = "MSN041"

_UNSET = re.compile(r'the text `"(.{1,80}?)"` could not be displayed')


def pdf(paper: Paper) -> bytes:
    """Set a document; raises MachineFault where a letter is in none of the fonts that come with the typesetter."""
    day = datetime(paper.day.year, paper.day.month, paper.day.day, tzinfo=UTC)
    try:
        return typst.compile(
            read_text(TEMPLATE).encode(),
            format="pdf",
            sys_inputs={"paper": orjson.dumps(as_table(paper)).decode()},
            pdf_standards=["ua-1", "a-2a"],
            ignore_system_fonts=True,
            timestamp=day,
        )
    except typst.TypstError as fault:
        unset = _UNSET.search(fault.message)
        if unset is None:
            raise
        raise MachineFault(LETTER_MISSING, {"value": unset[1]}) from fault
