"""The internal half of a consequence test: what testers wrote for themselves. It never enters the repository.

A type and a register of its own, in none of the tables of the portal; an import contract keeps pages, theme and
publishing from knowing it.
"""

from types import MappingProxyType

from ppidgen.model.elements.record import Part, Record, entry_field
from ppidgen.model.elements.types import Line, Prose
from ppidgen.model.portal.registers import Register


class Opinion(Part):
    """What one tester found."""

    tester: Line = entry_field("penguji", "Nama penguji.", public=False)
    text: Prose = entry_field("pendapat", "Pendapat penguji.", public=False)


class PrivateTest(Record):
    """The working papers of one test, in a file outside the repository named like the exemption."""

    described: Prose | None = entry_field("gambaran", "Gambaran isi informasi.", default=None, public=False)
    examined: tuple[Line, ...] = entry_field("ditelaah", "Dokumen yang ditelaah.", default=(), public=False)
    analysis: Prose | None = entry_field("analisis", "Analisis akibat.", default=None, public=False)
    opinions: tuple[Opinion, ...] = entry_field("pandangan", "Pendapat para penguji.", default=(), public=False)
    conclusion: Prose | None = entry_field("kesimpulan", "Kesimpulan uji.", default=None, public=False)


PRIVATE_TESTS = Register("kertas-kerja", "Kertas kerja internal", MappingProxyType({"": PrivateTest}), many=False)
