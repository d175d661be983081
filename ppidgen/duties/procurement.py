"""The documents of procurement packages, each package over those that it requires (Perki 1/2021 Pasal 15(9))."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ppidgen.duties.reachable import DOCUMENT, LINK, LISTED, Reach, has_file
from ppidgen.model.elements.vocabulary import PackageDocumentState
from ppidgen.model.law.duty import Duty
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.whole import Portal
from ppidgen.model.records.procurement import PackageDocument, ProcurementPackage
from ppidgen.model.standing.coverage import (
    CoverageState,
    Evidence,
    Expectation,
    ExpectationKind,
    PackageCoverage,
    Reason,
)

# Documents of the selection (huruf b) and of the work (huruf c); the plan (huruf a) is one for the body.
_PER_PACKAGE = ("B09.b.", "B09.c.")

Proof = Evidence | Expectation
Backed = Mapping[str, CoverageState]


def is_per_package(code: str) -> bool:
    """Tell the duties that are met package by package."""
    return code.startswith(_PER_PACKAGE)


def by_duty(portal: Portal, duties: Mapping[str, Duty], backed: Backed) -> Mapping[str, tuple[Proof, ...]]:
    """Give, for each document that a package may need, the packages that have it and those that lack it.

    `backed` holds the duties for which a signed nil statement or a valid exemption stands; only such a one makes
    good what a package merely says of itself.
    """
    found: defaultdict[str, list[Proof]] = defaultdict(list)
    codes = [code for code in duties if is_per_package(code)]
    for package in portal.procurement:
        written = _written(package)
        for code in codes:
            position, document = written.get(code, (None, None))
            if document is None or not is_waived(document):
                found[code].extend(_proofs(portal, package, position, document, backed.get(code)))
    return {code: tuple(proofs) for code, proofs in found.items()}


def _written(package: ProcurementPackage) -> Mapping[str, tuple[int, PackageDocument]]:
    return {document.duty: (position, document) for position, document in enumerate(package.documents)}


def is_waived(document: PackageDocument) -> bool:
    """Tell a document that the package does not need, for a reason that is given."""
    return document.state is PackageDocumentState.NOT_REQUIRED and bool(document.reason)


def _proofs(
    portal: Portal,
    package: ProcurementPackage,
    position: int | None,
    document: PackageDocument | None,
    backed: CoverageState | None,
) -> Iterator[Proof]:
    state, reason = _reach(portal, document, backed) if document else LISTED
    met = state is not CoverageState.MISSING
    yield Expectation(ExpectationKind.PACKAGE, package.name, reg.PROCUREMENT.name, package, package.unit, met)
    if met and position is not None:
        path = ("documents", position)
        yield Evidence(reg.PROCUREMENT.name, package, state, reason, path, package.unit, year=package.year)


def _reach(portal: Portal, document: PackageDocument, backed: CoverageState | None) -> Reach:
    match document.state:
        case PackageDocumentState.AVAILABLE:
            return DOCUMENT if has_file(portal, document.file) else LINK if document.link else LISTED
        case PackageDocumentState.NIL if backed is CoverageState.NIL:
            return CoverageState.NIL, Reason.SIGNED_NIL
        case PackageDocumentState.EXEMPT if backed is CoverageState.PARTLY_EXEMPT:
            return CoverageState.PARTLY_EXEMPT, Reason.PART_EXEMPT
    return LISTED


def packages(portal: Portal, proofs: Mapping[str, tuple[Proof, ...]]) -> Mapping[str, PackageCoverage]:
    """Turn the same facts round: for each package, what it requires and what of that is there."""
    required: defaultdict[str, list[str]] = defaultdict(list)
    available: defaultdict[str, list[str]] = defaultdict(list)
    for code, made in proofs.items():
        for proof in made:
            if isinstance(proof, Expectation):
                required[proof.record.id].append(code)
                if proof.met:
                    available[proof.record.id].append(code)
    return {
        one.id: PackageCoverage(one.id, tuple(required[one.id]), tuple(available[one.id])) for one in portal.procurement
    }
