"""JSON Schema of every register, made from the records themselves, for editors that check while officers type.

A schema is a little wider than the records: an editor reads a bare `08.00` or `2024` as a number and an
empty value as null, where our reader sees text and absence. It is never narrower.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ppidgen.model.elements.keys import label_of
from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import Choice
from ppidgen.model.portal.registers import CONTENT, FURTHER_LANGUAGES, KIND_KEY, REGISTERS, Register

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "skema"
ENDINGS = ("yaml", "yml")
TRANSLATIONS = "terjemahan"

Schema = dict[str, Any]

_DEFS = "$defs"
_NOT_PUBLISHED = "Tidak diterbitkan."
_BASIS = "Dasar:"
_LABELS = "labels"
_WHOLE_NUMBER = r"^[0-9]+$"


def schemas() -> Mapping[str, Schema]:
    """Give the schema of each register, and of what translates it, by the name of its file."""
    whole = [(register, schema_of(register)) for register in REGISTERS]
    files = {f"{register.name}.schema.json": schema for register, schema in whole}
    return files | {_of_translations(register): _nothing_required(schema) for register, schema in whole}


def _of_translations(register: Register) -> str:
    return f"{register.name}.{TRANSLATIONS}.schema.json"


def _nothing_required(schema: Any) -> Any:  # noqa: ANN401 - whatever a schema holds
    """Give a schema that asks for no key: a translation says only what it translates."""
    if isinstance(schema, list):
        return [_nothing_required(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: one if key == "if" else _nothing_required(one) for key, one in schema.items() if key != "required"}


def schema_of(register: Register) -> Schema:
    """Give the schema of one register: one record as a mapping or, where a file may hold many, a list of them."""
    defs: Schema = {}
    for record in register.record_types:
        defs |= _definitions(record)
    one = _record(register)
    head = {"$schema": DIALECT, "title": register.label}
    body = {"if": {"type": "array"}, "then": {"items": one}, "else": one} if register.many else one
    return {**head, **body, _DEFS: dict(sorted(defs.items()))}


def editor_settings() -> Schema:
    """Give the settings by which VS Code's YAML extension finds the schemas, and asks nobody else for any."""
    return {
        "yaml.schemas": {
            **{f"./{FOLDER}/{register.name}.schema.json": _globs(register) for register in REGISTERS},
            **{f"./{FOLDER}/{_of_translations(register)}": _globs_of_translations(register) for register in REGISTERS},
        },
        "yaml.schemaStore.enable": False,
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False},
    }


def _globs(register: Register) -> list[str]:
    name = register.name if register.single else f"{register.name}/**/*"
    others = () if register.single else (f"!{glob}" for glob in _globs_of_translations(register))
    return [*(f"{CONTENT}/{name}.{ending}" for ending in ENDINGS), *others]


def _globs_of_translations(register: Register) -> list[str]:
    name = register.name if register.single else f"{register.name}/**/*"
    return [f"{CONTENT}/{name}.{language}.{ending}" for language in sorted(FURTHER_LANGUAGES) for ending in ENDINGS]


def _record(register: Register) -> Schema:
    """Refer to the record type; where the key `jenis` chooses among several, let it choose."""
    if "" in register.variants:
        return _reference(register.variants[""])
    choices = [
        {"if": {"properties": {KIND_KEY: {"const": kind}}, "required": [KIND_KEY]}, "then": _reference(record)}
        for kind, record in register.variants.items()
    ]
    kinds = {KIND_KEY: {"enum": list(register.variants)}}
    return {"type": "object", "required": [KIND_KEY], "properties": kinds, "allOf": choices}


def _reference(record: type[Record]) -> Schema:
    return {"$ref": f"#/{_DEFS}/{record.__name__}"}


@cache
def _definitions(record: type[Record]) -> Schema:  # what is made of it copies; it is as costly as it is often asked for
    made = record.model_json_schema(schema_generator=_Generator)
    inner = made.pop(_DEFS, {})
    return {name: _finished(definition) for name, definition in {record.__name__: made, **inner}.items()}


class _Generator(GenerateJsonSchema):
    """Writes the choices of a field with what each means."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Give the values, and what each means under a key that pydantic leaves alone."""
        labels = (f"{member.value}: {member.label}" for member in schema["members"] if isinstance(member, Choice))
        return {"enum": [member.value for member in schema["members"]], _LABELS: "\n".join(labels)}


def _finished(definition: Schema) -> Schema:
    """Replace the English class name and docstring of a definition, and finish each of its fields."""
    kept = {key: value for key, value in definition.items() if key not in {"title", "description"}}
    if _LABELS in kept:
        return {"description": kept.pop(_LABELS), **kept}
    required = definition.get("required", ())
    fields = definition.get("properties", {})
    return kept | {"properties": {key: _field(key, one, is_required=key in required) for key, one in fields.items()}}


def _field(key: str, field: Schema, *, is_required: bool) -> Schema:
    told = [field.get("description", "")]
    if citation := field.get("dasar"):
        told.append(f"{_BASIS} {citation}.")
    if field.get("publik") is False:
        told.append(_NOT_PUBLISHED)
    kept = {name: value for name, value in field.items() if name not in {"publik", "default", "title", "description"}}
    kept["examples"] = [_typed(example, field) for example in field.get("examples", ())]
    finished = {
        "title": label_of(key),
        "description": " ".join(filter(None, told)),
        **_wider(kept),
    }
    return _without_empty(finished if is_required else _or_nothing(finished))


def _typed(example: str, field: Schema) -> object:
    """Give an example as the value that its YAML means; text stands for itself ("#0a489f" is no comment)."""
    if not any(one.get("type") in ("array", "object") for one in (field, *field.get("anyOf", ()))):
        return example
    return yaml.load(example, Loader=yaml.CBaseLoader)  # noqa: S506 - builds nothing but text, lists and mappings


def _wider(schema: Schema) -> Schema:
    """Let text be typed as a number and a number as text, all the way down."""
    wider = {key: _wider(value) if isinstance(value, dict) else value for key, value in schema.items()}
    for key in ("anyOf", "oneOf", "prefixItems"):
        if key in schema:
            wider[key] = [_wider(one) for one in schema[key]]
    if schema.get("type") == "string" and "format" not in schema and "enum" not in schema:
        wider["type"] = ["string", "number"]
    if schema.get("type") == "integer":
        wider |= {"type": ["integer", "string"], "pattern": _WHOLE_NUMBER}
    return wider


def _or_nothing(schema: Schema) -> Schema:
    """Let a key stand there without a value."""
    kind = schema.get("type")
    if kind is not None and "enum" not in schema:
        return {**schema, "type": [*(kind if isinstance(kind, list) else [kind]), "null"]}
    if "$ref" in schema or "enum" in schema:
        return {
            **{k: v for k, v in schema.items() if k not in {"$ref", "enum"}},
            "anyOf": [_core(schema), {"type": "null"}],
        }
    return schema


def _core(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key in {"$ref", "enum"}}


def _without_empty(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if value not in ("", [])}
