"""Faults in the documents of procurement packages."""

from collections.abc import Iterator

from ppidgen.diagnostics import Finding
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import PackageDocumentState
from ppidgen.rules.rule import Rule


def package_document_unreasoned(context: Context) -> Iterator[Finding]:
    """Tell documents that are said to be nil, exempt or not required without a reason."""
    for package in context.portal.procurement:
        for position, document in enumerate(package.documents):
            if document.state is not PackageDocumentState.AVAILABLE and not document.reason:
                span = package.span("documents", position, "state")
                yield Finding("DIP020", span, {"duty": document.duty, "state": document.state.value})


def package_document_absent(context: Context) -> Iterator[Finding]:
    """Tell documents that are said to be available, with neither a file nor an address."""
    for package in context.portal.procurement:
        for position, document in enumerate(package.documents):
            if document.state is PackageDocumentState.AVAILABLE and not (document.file or document.link):
                yield Finding("DIP021", package.span("documents", position, "duty"), {"duty": document.duty})


RULES = (
    Rule("DIP020", (), package_document_unreasoned),
    Rule("DIP021", (), package_document_absent),
)
