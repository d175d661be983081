"""Rows of a list of offices, villages or officials become units."""

from ppidgen.exchange.importing.drafts import Draft, Tools, Values
from ppidgen.exchange.importing.reading import RowReading, put
from ppidgen.exchange.wording import normal
from ppidgen.model.elements.fields import key_of
from ppidgen.model.import_table import ImportWords
from ppidgen.model.portal import registers as reg
from ppidgen.model.records.parts import Contact, Person
from ppidgen.model.records.unit import Unit


def _key(attribute: str) -> str:
    return key_of(Unit, attribute)


NAME, SHORT_NAME, KIND, PARENT, ADDRESS = map(_key, ("name", "short_name", "kind", "parent", "address"))
CONTACT, WEBSITE, HEAD, CODE = map(_key, ("contact", "website", "head", "region_code"))
OTHER_NAMES = _key("other_names")
PHONE, EMAIL = key_of(Contact, "phone"), key_of(Contact, "email")
PERSON, POST = key_of(Person, "name"), key_of(Person, "post")


def unit_draft(row: RowReading, tools: Tools) -> Draft | None:
    """Read one row; None when it names nothing."""
    kind, post = row.line(KIND), row.line(f"{HEAD}.{POST}")
    name = _name(row.line(NAME), kind, tools.words) or _office(post, tools)
    if not name:
        return None
    values: Values = {NAME: name}
    put(values, SHORT_NAME, row.line(SHORT_NAME))
    put(values, KIND, kind_of(tools.words, kind, name))
    if parent := row.line(PARENT):
        values[PARENT] = _with_kind(parent, PARENT, row, tools)
    put(values, ADDRESS, row.line(ADDRESS))
    contact: Values = {}
    put(contact, PHONE, row.line(f"{CONTACT}.{PHONE}"))
    put(contact, EMAIL, row.line(f"{CONTACT}.{EMAIL}"))
    put(values, CONTACT, contact)
    put(values, WEBSITE, row.address(WEBSITE))
    person = row.line(f"{HEAD}.{PERSON}")
    if person and post:
        values[HEAD] = {PERSON: person, POST: post}
    put(values, CODE, row.line(CODE))
    return Draft(reg.UNITS, name, values)


def _name(name: str, kind: str, words: ImportWords) -> str:
    """Put the kind of a village before its bare name: "Ayah" of kind "kecamatan" is Kecamatan Ayah."""
    area = normal(kind)
    if name and area in words.area_kinds and not normal(name).startswith(f"{area} "):
        return f"{area.capitalize()} {name}"
    return name


def _office(post: str, tools: Tools) -> str:
    """Give the office of a post: Kepala Dinas Kesehatan heads the Dinas Kesehatan; another post stands for itself."""
    for start in sorted(tools.words.posts, key=len, reverse=True):
        if normal(post).startswith(f"{start} "):
            rest = " ".join(post.replace(".", ". ").split()[len(start.split()) :])
            if tools.units.is_unit_name(rest):
                return rest[:1].upper() + rest[1:]
    return post


def kind_of(words: ImportWords, *texts: str) -> str:
    """Give the kind of unit that the first telling text names, "" for none."""
    for text in map(normal, texts):
        for value, phrases in words.unit_kinds.items():
            if any(text == phrase or text.startswith(f"{phrase} ") for phrase in phrases):
                return value
    return ""


def _with_kind(parent: str, key: str, row: RowReading, tools: Tools) -> str:
    """Name the parent in full when only the head of its column says what it is."""
    head = normal(row.columns[key][0].head) if key in row.columns else ""
    kind = next((word for word in head.split() if word in tools.words.area_kinds), "")
    return _name(parent, kind, tools.words)
