"""The table of documents that can be made: for each kind its maker, and whether it is about one record or the whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ppidgen.exchange.papers import exemption_papers, nil_papers, print_kit
from ppidgen.exchange.papers.blank_papers import blank_paper
from ppidgen.exchange.papers.paper import Paper
from ppidgen.model.context import Context
from ppidgen.model.paper_kind import BLANKS, PaperKind
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.nil import NilStatement


@dataclass(frozen=True, slots=True)
class Maker:
    """How documents of one kind are made: `ids` names the records that one can be about (none: about the whole).

    `entire` says that it is made of every entry of a register, so that it would be wrong while one cannot be read, or
    that it is handed out as pages are, so that no error may stand in it.
    """

    make: Callable[[Context, str], Paper]
    ids: Callable[[Context], tuple[str, ...]] | None = None
    entire: bool = False


def _exemption(make: Callable[[Context, Exemption], Paper]) -> Maker:
    return Maker(
        lambda context, record_id: make(context, context.portal.exemption_by_id[record_id]),
        lambda context: tuple(context.portal.exemption_by_id),
    )


def _blank(kind: PaperKind) -> Maker:
    return Maker(lambda context, _: blank_paper(context, context.law.blanks[kind.value]))


def _nil(context: Context) -> Mapping[str, NilStatement]:
    return {one.id: one for one in context.portal.nil}


MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        PaperKind.TEST_SHEET: _exemption(exemption_papers.test_sheet),
        PaperKind.CLASSIFICATION: _exemption(exemption_papers.decree),
        PaperKind.CHANGE_SHEET: _exemption(exemption_papers.change_sheet),
        PaperKind.CHANGE: _exemption(exemption_papers.change_decree),
        PaperKind.OPENING: _exemption(exemption_papers.opening_decree),
        PaperKind.EXEMPTION_LIST: Maker(lambda context, _: exemption_papers.exemption_list(context), entire=True),
        PaperKind.NIL: Maker(
            lambda context, record_id: nil_papers.nil_statement(context, _nil(context)[record_id]),
            lambda context: tuple(_nil(context)),
        ),
        PaperKind.LEAFLET: Maker(lambda context, _: print_kit.leaflet(context), entire=True),
        PaperKind.POSTER: Maker(lambda context, _: print_kit.poster(context), entire=True),
        **{kind: _blank(kind) for kind in BLANKS},
    }
)
