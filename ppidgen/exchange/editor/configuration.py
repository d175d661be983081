"""The web editor's configuration, made from the registers' own schemas: each key a field with its label and help.

What comes out is the configuration of Sveltia CMS as plain values; the program itself speaks no Indonesian, so the
words that officers meet are put into it. The editor keeps every value as it was typed and leaves empty fields out,
which the reader takes as absence.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

import yaml

from ppidgen.exchange.editor.languages import language_settings, languages_among, spoken
from ppidgen.exchange.editor.program import CHANGES
from ppidgen.model.elements.fields import key_of
from ppidgen.model.elements.keys import label_of
from ppidgen.model.elements.record import Part
from ppidgen.model.elements.types import MAX_LINE
from ppidgen.model.portal import registers as reg
from ppidgen.model.portal.schema import Schema, schema_of
from ppidgen.model.records.unit import Unit
from ppidgen.source import package_data

# The reader's limit of a line is far above what fits one; a field that may be longer gets a box of several lines.
_LONG = MAX_LINE + 1
_SHIPPED = "penyunting"
_PAGE, _PROGRAM, _CONFIGURATION = "index.html", "sveltia-cms.js", "config.json"
_PACKED = f"{_PROGRAM}.gz"
_WORDS = "kata.yaml"
_TEXT = re.compile(r"(?<=[{,])(\w+:|\"[\w-]+\":)`([^`]*)`")  # as the program keeps what it says: key:`text`
# What the editor may reach besides itself: the forge that holds the repository, and nobody else.
_FORGES: Mapping[str, str] = {
    "github": "https://api.github.com https://github.com https://*.githubusercontent.com",
    "gitlab": "https://gitlab.com",
    "gitea": "https://gitea.com",
}
NOWHERE = "lokal/portal"
_MARKDOWN = ".md"
_YAML = ".yaml"
_DAY = "datetime"


class Forge(StrEnum):
    """Where the portal's repository may live."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that the editor saves to; one that opens a folder on this machine needs a name all the same."""

    forge: Forge
    name: str
    branch: str
    address: str = ""


def editor_files(configured: Schema) -> Mapping[str, bytes]:
    """Give every file of the editor by its path; together they need no other host but the forge."""
    shipped = {name.removeprefix(f"{_SHIPPED}/"): name for name in package_data.names(_SHIPPED)}
    files = {path: package_data.read_bytes(name) for path, name in shipped.items()}
    program = gzip.decompress(files.pop(_PACKED)).decode()
    for there, here in CHANGES.items():
        program = program.replace(there, here)
    said = {(f"{key}:", english): own for key, english, own in _words(files.pop(_WORDS))}
    program = _TEXT.sub(lambda text: f"{text[1]}`{said.get((text[1], text[2]), text[2])}`", program)
    policy = _policy(configured["backend"])
    return {
        **files,
        _PAGE: files[_PAGE].decode().replace("{{csp}}", policy).encode(),
        _PROGRAM: program.encode(),
        _CONFIGURATION: (json.dumps(configured, ensure_ascii=False, indent=1) + "\n").encode(),
    }


def _words(table: bytes) -> list[list[str]]:
    """Read the words of the editor: each key and text as the program has it, and what an officer reads instead."""
    rows: list[list[str]] = yaml.load(table, Loader=yaml.CBaseLoader)  # noqa: S506 - it builds nothing but text
    return rows


def _policy(backend: Schema) -> str:
    """Give the content security policy: the editor's own styles are made at run time, so those must be allowed."""
    forge = _FORGES[backend["name"]]
    if address := backend.get("base_url", ""):
        parts = urlsplit(address)
        forge = f"{forge} {parts.scheme}://{parts.netloc}"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        f"img-src 'self' data: blob: {forge}; media-src 'self' blob:; connect-src 'self' blob: data: {forge}; "
        "form-action 'none'; base-uri 'none'; object-src 'none'"
    )


def configuration(paths: Iterable[str], repository: Repository, title: str) -> Schema:
    """Give the editor's configuration for a portal whose files are `paths` ("content/unit/bpkad.yaml")."""
    known = tuple(paths)
    languages = languages_among(known)
    return {
        "backend": _backend(repository),
        **language_settings(languages),
        "app_title": title,
        "media_folder": f"{reg.CONTENT}/{reg.FILES}",
        "public_folder": "/",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_sequences": True}},
        "collections": [
            _in_languages(one, register.variants[kind]) if languages else one
            for register in reg.REGISTERS
            if not register.single
            for kind, one in _collections(register, known)
        ],
        "singletons": [_singleton(register) for register in reg.REGISTERS if register.single and not register.many],
    }


def _backend(repository: Repository) -> Schema:
    address = {"base_url": repository.address} if repository.address else {}
    methods = {} if repository.address else {"auth_methods": ["token"]}
    return {"name": repository.forge.value, "repo": repository.name, "branch": repository.branch, **address, **methods}


def _singleton(register: reg.Register) -> Schema:
    return {
        "name": register.name,
        "label": register.label,
        "file": f"{reg.CONTENT}/{register.name}{_YAML}",
        "format": "yaml",
        "fields": list(_fields(_definition(register, ""), _definitions(register))),
    }


def _in_languages(collection: Schema, model: type[Part]) -> Schema:
    return {**collection, "i18n": True, "fields": list(spoken(collection["fields"], model))}


def _collections(register: reg.Register, paths: tuple[str, ...]) -> Iterator[tuple[str, Schema]]:
    """Give a collection for each type of record and each ending that the register's files have, YAML always."""
    folder = f"{reg.CONTENT}/{register.name}/"
    endings = [_YAML] + [_MARKDOWN for _ in range(any(_is_below(path, folder, _MARKDOWN) for path in paths))]
    for kind in register.variants:
        for ending in endings:
            yield kind, _collection(register, kind, ending)


def _is_below(path: str, folder: str, ending: str) -> bool:
    return path.startswith(folder) and path.endswith(ending)


def _collection(register: reg.Register, kind: str, ending: str) -> Schema:
    is_prose = ending == _MARKDOWN
    fields = list(_fields(_definition(register, kind), _definitions(register)))
    named = next(field for field in fields if field["name"] != reg.KIND_KEY)
    # What tells it from its neighbours comes first: the list of registers is narrow.
    label = f"{label_of(kind)}: {register.label.lower()}" if kind else register.label
    collection: Schema = {
        "name": "-".join(filter(None, (register.name, kind, "md" if is_prose else ""))),
        "label": f"Naskah: {label}" if is_prose else label,
        "folder": f"{reg.CONTENT}/{register.name}",
        "extension": ending.removeprefix("."),
        "format": "yaml-frontmatter" if is_prose else "yaml",
        "nested": {"subfolders": False},
        "meta": {"path": {"label": "Folder", "widget": "string"}},
        "identifier_field": named["name"],
        "fields": [_chosen(field, kind) for field in fields],
    }
    if named["widget"] == _DAY:
        # Several cases come on one day; the id tells which is which, and a new one is named by its kind as well.
        collection["slug"] = "-".join(filter(None, (kind, f"{{{{{named['name']}}}}}")))
        collection["summary"] = f"{{{{slug}}}} ({{{{{named['name']}}}}})"
    if is_prose and any(field["name"] == reg.BODY_KEY for field in fields):
        collection["body_field"] = {"key": reg.BODY_KEY}
    if kind:
        collection["filter"] = {"field": reg.KIND_KEY, "value": kind}
    return collection


def _chosen(field: Schema, kind: str) -> Schema:
    """Fix the key that chooses the type of record."""
    return (
        {"name": field["name"], "widget": "hidden", "default": kind}
        if kind and field["name"] == reg.KIND_KEY
        else field
    )


def _definition(register: reg.Register, kind: str) -> Schema:
    found: Schema = _definitions(register)[register.variants[kind].__name__]
    return found


def _definitions(register: reg.Register) -> Mapping[str, Schema]:
    known: Mapping[str, Schema] = schema_of(register)["$defs"]
    return known


def _fields(definition: Schema, known: Mapping[str, Schema]) -> Iterator[Schema]:
    required = definition.get("required", ())
    for key, schema in definition["properties"].items():
        if key != reg.ID_KEY:
            yield _field(key, schema, known, is_required=key in required)


def _field(key: str, schema: Schema, known: Mapping[str, Schema], *, is_required: bool) -> Schema:
    shown = {"name": key, "label": schema.get("title", key), "required": is_required}
    if hint := _hint(schema):
        shown["hint"] = hint
    if key == reg.UNIT_KEY:
        return {**shown, "widget": "relation", "collection": reg.UNITS.name, "display_fields": [key_of(Unit, "name")]}
    return {**shown, **_widget(_meant(schema, known), known)}


def _hint(schema: Schema) -> str:
    example = next(iter(schema.get("examples", ())), "")
    shown = ", ".join(map(str, example)) if isinstance(example, list) else str(example)
    return " ".join(filter(None, (schema.get("description", ""), f"Contoh: {shown}" if shown else "")))


def _meant(schema: Schema, known: Mapping[str, Schema]) -> Schema:
    """Give what a field holds when it holds something: without null, and with the definition it refers to."""
    for one in schema.get("anyOf", ()):
        if one.get("type") != "null":
            return _meant(one, known)
    reference = schema.get("$ref", "")
    return known[reference.rpartition("/")[2]] if reference else schema


def _widget(schema: Schema, known: Mapping[str, Schema]) -> Schema:
    kinds = schema.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if "enum" in schema:
        return {"widget": "select", "options": _options(schema)}
    if "properties" in schema:
        return {"widget": "object", "collapsed": "auto", "fields": list(_fields(schema, known))}
    if "array" in kinds:
        return _list(_meant(schema["items"], known), known)
    if schema.get("format") == "date":
        return {"widget": _DAY, "type": "date", "format": "YYYY-MM-DD"}
    if "integer" in kinds:
        limits = {"min": schema.get("minimum"), "max": schema.get("maximum")}
        return {
            "widget": "number",
            "value_type": "int",
            **{name: one for name, one in limits.items() if one is not None},
        }
    return {"widget": "text" if schema.get("maxLength", 0) >= _LONG else "string"}


def _list(item: Schema, known: Mapping[str, Schema]) -> Schema:
    if "properties" in item:
        return {"widget": "list", "collapsed": "auto", "fields": list(_fields(item, known))}
    if "enum" in item:
        return {"widget": "select", "multiple": True, "options": _options(item)}
    return {"widget": "list"}


def _options(schema: Schema) -> list[Schema]:
    """Give the choices with their labels; yes and no are offered once, in words."""
    labels = dict(line.partition(": ")[::2] for line in schema.get("description", "").splitlines())
    return [{"label": labels.get(one, one), "value": one} for one in schema["enum"] if isinstance(one, str)]
