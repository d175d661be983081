"""The kinds of text that fields of a register hold."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ppidgen.model.elements.age_key import is_public_key, is_secret_key

MAX_LINE = 1_000
MAX_PROSE = 200_000

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
# A host in plain letters: one in letters of two scripts looks like a host that it is not (its other form, "xn--...",
# does not), and a percent sign hides what is opened.
_URL = re.compile(r"https?://[^\s/?#@\\%\x7f-\U0010ffff]+\.[^\s/?#@\\%\"<>\x7f-\U0010ffff]+(?:[/?#][^\s\\\"<>]*)?\Z")
# No query, no fragment, no step upward, no percent sign that hides one: every address of the portal begins with it.
_SITE_URL = re.compile(
    r"https?://[^\s/?#@\\\"<>%\x7f-\U0010ffff]+\.[^\s/?#@\\\"<>%\x7f-\U0010ffff]+(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?\Z"
)
_HTTPS_URL = re.compile(
    r"https://[^\s/?#@\\\"<>;,'%\x7f-\U0010ffff]+\.[^\s/?#@\\\"<>;,'%\x7f-\U0010ffff]+(?:/[^\s\\\"<>]*)?\Z"
)
_EMAIL = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"\x7f-\U0010ffff]{1,190}\.[A-Za-z]{2,24}\Z")
_PHONE = re.compile(r"[+(]?[0-9][0-9 ()\-./]{1,24}\Z")
_CLOCK = re.compile(r"([01]\d|2[0-3])[.:]([0-5]\d)\Z")
# At least ten signs, so that nobody finds a code by trying.
_RECEIPT = re.compile(r"[0-9A-Za-z](?:-?[0-9A-Za-z]){9,63}\Z")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")

# Editors that follow YAML 1.1 or 1.2 see a bare 0812... or 2024 as a number; both spellings are right for us.
_TEXT_LIKE = {"type": ["string", "number"]}


def _matching(pattern: re.Pattern[str], kind: str) -> AfterValidator:
    def check(value: str) -> str:
        if not pattern.match(value):
            raise PydanticCustomError(kind, "unexpected form")
        return value

    return AfterValidator(check)


def _whole_key(value: str) -> str:
    if is_secret_key(value):
        raise PydanticCustomError("age_secret", "the secret key of age")
    if not is_public_key(value):
        raise PydanticCustomError("age_key", "no public key of age")
    return value


def _no_empty_file(value: str) -> str:
    if value.startswith(("http://", "https://")):
        raise PydanticCustomError("file_is_url", "an address, not a file")
    return value


def _yes_or_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in {"ya", "true", "yes", "benar"}:
        return True
    if word in {"tidak", "false", "no", "bukan"}:
        return False
    raise PydanticCustomError("yes_no", "neither yes nor no")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Says of a field that it holds words of a language, which may be said in another one."""


# A line that no language owns: a code, a number, an address.
Code = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_LINE),
    WithJsonSchema({**_TEXT_LIKE, "minLength": 1, "maxLength": MAX_LINE}),
]
Line = Annotated[Code, Spoken()]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_PROSE), Spoken()]
Slug = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), _matching(_SLUG, "slug")]
Reference = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]
Url = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2_000), _matching(_URL, "url"),
    WithJsonSchema({"type": "string", "format": "uri"}),
]  # fmt: skip
SiteUrl = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2_000), _matching(_SITE_URL, "url"),
    WithJsonSchema({"type": "string", "format": "uri"}),
]  # fmt: skip
HttpsUrl = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2_000), _matching(_HTTPS_URL, "https_url"),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://"}),
]  # fmt: skip
AgeKey = Annotated[
    str, StringConstraints(strip_whitespace=True), AfterValidator(_whole_key),
    WithJsonSchema({"type": "string", "pattern": "^age1[02-9ac-hj-np-z]{58}$"}),
]  # fmt: skip
Email = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=254), _matching(_EMAIL, "email"),
    WithJsonSchema({"type": "string", "format": "email"}),
]  # fmt: skip
Phone = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=30), _matching(_PHONE, "phone"),
    WithJsonSchema(_TEXT_LIKE),
]  # fmt: skip
Clock = Annotated[
    str, StringConstraints(strip_whitespace=True), _matching(_CLOCK, "clock"),
    WithJsonSchema({"type": "string", "pattern": r"^([01]\d|2[0-3])[.:][0-5]\d$"}),
]  # fmt: skip
Colour = Annotated[
    str, StringConstraints(strip_whitespace=True), _matching(_COLOUR, "colour"),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}),
]  # fmt: skip
ReceiptCode = Annotated[
    str, StringConstraints(strip_whitespace=True), _matching(_RECEIPT, "receipt"),
    WithJsonSchema({"type": "string", "minLength": 10, "maxLength": 128}),
]  # fmt: skip
FilePath = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400), AfterValidator(_no_empty_file),
    WithJsonSchema({"type": "string"}),
]  # fmt: skip
Year = Annotated[int, Field(ge=1945, le=2100)]
Count = Annotated[int, Field(ge=0, le=10_000_000_000_000)]
Flag = Annotated[
    bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": ["ya", "tidak", True, False]}),
]  # fmt: skip
