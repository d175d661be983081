"""Documents as a page lists them: what the officer declared joined with what was found of the file."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ppidgen.model.context import Context
from ppidgen.model.pages.page import Block, DocumentItem, Documents, Media, MediaItem, Notice
from ppidgen.model.pages.page_terms import EMPTY
from ppidgen.model.records.parts import Decree, Document
from ppidgen.model.records.parts import Media as Recording
from ppidgen.pages.addresses import urls
from ppidgen.pages.parts.wording import iso

# What the end of an address elsewhere may tell, with the media type of each (IANA); any other ending (".html",
# ".go.id") is no document.
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "CSV": "text/csv",
        "DOC": "application/msword",
        "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "JSON": "application/json",
        "ODS": "application/vnd.oasis.opendocument.spreadsheet",
        "ODT": "application/vnd.oasis.opendocument.text",
        "PDF": "application/pdf",
        "PPTX": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "XLS": "application/vnd.ms-excel",
        "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ZIP": "application/zip",
    }
)


def file_format(path: str) -> str:
    """Give the format of a file of the portal as people name it (PDF, XLSX)."""
    return path.rpartition(".")[2].upper() if "." in path.rpartition("/")[2] else ""


def document_format(document: Document) -> str:
    """Give the format of a document: of its file, else as declared, else of its address."""
    if document.file:
        return file_format(document.file)
    if document.format:
        return document.format.upper()
    format_ = file_format((document.link or "").partition("?")[0])
    return format_ if format_ in FORMATS else ""


def file_item(context: Context, path: str, title: str, *, day: str = "") -> DocumentItem:
    """Describe a file of the portal: its format, size, pages and digest as found."""
    facts = context.portal.facts.get(path)
    return DocumentItem(
        title=title,
        address=urls.file(path),
        format=file_format(path),
        size=facts.size if facts else 0,
        pages=(facts.pages or 0) if facts else 0,
        day=day,
        sha256=facts.sha256 if facts else "",
    )


def document_item(context: Context, document: Document) -> DocumentItem | None:
    """Describe a declared document, None where neither its file nor an address exists."""
    facts = context.portal.facts.get(document.file) if document.file else None
    if document.file and document.file in context.portal.files:
        address = urls.file(document.file)
    elif document.link:
        address = document.link
    else:
        return None
    return DocumentItem(
        document.title,
        address,
        document_format(document),
        facts.size if facts else 0,
        (facts.pages or 0) if facts else 0,
        iso(document.day),
        facts.sha256 if facts else "",
        document.note or "",
        document.language or "",
        document.alternative or "",
    )


def document_blocks(context: Context, documents: Sequence[Document]) -> tuple[Block, ...]:
    """Give the list of documents, and a notice that names those whose file is not there."""
    items = [(document, document_item(context, document)) for document in documents]
    found = tuple(item for _, item in items if item)
    absent = [document.title for document, item in items if item is None]
    blocks: tuple[Block, ...] = (Documents(found),) if found else ()
    return (*blocks, _absent(context, absent)) if absent else blocks


def _absent(context: Context, titles: Iterable[str]) -> Notice:
    return Notice(context.words("document.absent"), "; ".join(titles), EMPTY)


def decree_item(context: Context, decree: Decree | None) -> DocumentItem | None:
    """Give the copy of a decree, where there is one."""
    if decree is None:
        return None
    title = context.words("decree.copy", number=decree.number)
    if decree.file and decree.file in context.portal.files:
        return file_item(context, decree.file, title, day=iso(decree.day))
    return DocumentItem(title, decree.link, day=iso(decree.day)) if decree.link else None


def decree_documents(context: Context, decrees: Iterable[Decree | None]) -> tuple[Block, ...]:
    """Give the copies of some decrees as one block, each copy once."""
    items = dict.fromkeys(item for decree in decrees if (item := decree_item(context, decree)))
    return (Documents(tuple(items)),) if items else ()


def recordings(context: Context, media: Iterable[Recording]) -> tuple[Block, ...]:
    """Give the recordings with their companions for those who cannot hear or see them."""
    items = tuple(_recording(context, one) for one in media if one.link or one.file in context.portal.files)
    return (Media(items),) if items else ()


def _recording(context: Context, recording: Recording) -> MediaItem:
    own = recording.file if recording.file in context.portal.files else None
    return MediaItem(
        recording.title,
        urls.file(own) if own else recording.link or "",
        recording.sign_language,
        recording.captions,
        recording.transcript or "",
        urls.file(recording.audio) if recording.audio in context.portal.files else "",
    )
