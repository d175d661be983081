"""Where the portal shows what an answer rests on."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import ServiceKind
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.publication import Article
from ppidgen.model.records.service import OperatingProcedure, Procedure, ServiceCharter, ServiceStandard
from ppidgen.model.rubrics.scorecard import Proof
from ppidgen.pages.addresses import urls

_BY_REGISTER: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        reg.INFORMATION.name: urls.entry,
        reg.EXEMPTIONS.name: urls.exemption,
        reg.ANNOUNCEMENTS.name: urls.announcement,
        reg.NEWS.name: urls.news,
        reg.UNITS.name: urls.unit,
        reg.REPORTS.name: urls.report,
        reg.PROCUREMENT.name: urls.package,
    }
)
_PROCEDURES: Mapping[str, str] = MappingProxyType(
    {
        ServiceKind.REQUEST: urls.REQUEST,
        ServiceKind.OBJECTION: urls.OBJECTION,
        ServiceKind.DISPUTE: urls.DISPUTE,
    }
)


def address_of(proof: Proof) -> str:
    """Give the address of the page that shows a proof, "" where no page of its own does."""
    by_id = _BY_REGISTER.get(proof.register)
    if by_id:
        return by_id(proof.record)
    if proof.register == reg.PUBLIC_BODY.name:
        return urls.BODY
    return _by_kind(proof.source)


def _by_kind(source: Record) -> str:
    match source:
        case Article(id=name, menu=menu):
            return urls.node(menu) if menu else urls.article(name)
        case Procedure(kind=kind):
            return _PROCEDURES[kind]
        case ServiceCharter():
            return urls.CHARTER
        case ServiceStandard(code=code):
            return urls.standard(code.value)
        case OperatingProcedure(id=name):
            return urls.operating_procedure(name)
    return ""
