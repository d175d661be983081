"""One page of the rulebook: the words for a fault, its severity, its law, and two small portals that show it.

The pages ship as `data/rulebook/<CODE>.md`. They are ours, so a broken one is a bug and raises ValueError.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

import yaml

from ppidgen.diagnostics import Severity

FOLDER = "rulebook"
LANGUAGES = ("id", "en")

_PAGE = re.compile(r"---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_SECTION = re.compile(r"^## (Mengapa|Salah|Benar)[ ]*$", re.MULTILINE)
_FENCE = re.compile(r"^```\w* *(?P<path>\S*)(?P<escaped> escaped)?\n(?P<text>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")
_CODE = re.compile(r"[A-Z]{3}\d{3}\Z")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_KEYS = frozenset("kode nama keparahan dasar pesan saran terkait kata pesan_en saran_en terkait_en kata_en".split())


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of a page in one language.

    `message` and `hint` hold alternatives: the first whose places can all be filled is said. `roles` says what
    a related place is to the fault, `terms` puts words to the code words that a finding carries.
    """

    message: tuple[str, ...]
    hint: tuple[str, ...]
    roles: Mapping[str, str]
    terms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """One file of the small portal that an example is; `escaped` text names the bytes that no page can show."""

    path: str
    text: str
    escaped: bool = False

    @property
    def raw(self) -> bytes:
        """Give the bytes that the file has."""
        if not self.escaped:
            return self.text.encode()
        plain = _ESCAPE.split(self.text)
        parts = zip(plain[::3], [*plain[1::3], None], [*plain[2::3], None], strict=True)
        return b"".join(
            text.encode() + (bytes.fromhex(byte) if byte else chr(int(letter, 16)).encode() if letter else b"")
            for text, byte, letter in parts
        )


@dataclass(frozen=True)
class RulePage:
    """What the rulebook says of one code."""

    code: str
    name: str
    severity: Severity
    wordings: Mapping[str, Wording]
    citations: tuple[str, ...]
    why: str
    wrong_text: str
    right_text: str

    def wording(self, language: str) -> Wording:
        """Give the sentences in a language; Indonesian is the one that every page has in full."""
        return self.wordings.get(language, self.wordings[LANGUAGES[0]])

    @property
    def message(self) -> str:
        """Give the Indonesian message as it stands in the page, places unfilled."""
        return self.wordings["id"].message[0]

    @cached_property
    def wrong(self) -> tuple[ExampleFile, ...]:
        """Give the files of the example that shows the fault."""
        return _files(self.wrong_text)

    @cached_property
    def right(self) -> tuple[ExampleFile, ...]:
        """Give the files of the example that is free of it."""
        return _files(self.right_text)


def parse_page(text: str) -> RulePage:
    """Read a page of the rulebook; a broken one raises ValueError that names it."""
    found = _PAGE.match(text)
    if found is None:
        raise ValueError(f"rulebook page without a head: {text[:40]!r}")
    try:
        head = yaml.load(found["head"], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
        return _page(head, _sections(found["body"]))
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"rulebook page {found['head'][:20]!r}: {error}") from error


def _page(head: Mapping[str, Any], sections: Mapping[str, str]) -> RulePage:
    if unknown := head.keys() - _KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    if not _CODE.match(head["kode"]) or not _NAME.match(head["nama"]):
        raise ValueError("malformed code or name")
    return RulePage(
        code=head["kode"],
        name=head["nama"],
        severity=Severity(head["keparahan"]),
        wordings=MappingProxyType(
            {language: _wording(head, "" if language == "id" else f"_{language}") for language in LANGUAGES}
        ),
        citations=tuple(head.get("dasar") or ()),
        why=sections["Mengapa"],
        wrong_text=sections.get("Salah", ""),
        right_text=sections.get("Benar", ""),
    )


def _wording(head: Mapping[str, Any], ending: str) -> Wording:
    return Wording(
        message=_alternatives(head[f"pesan{ending}"]),
        hint=_alternatives(head.get(f"saran{ending}") or ()),
        roles=_words(head, f"terkait{ending}"),
        terms=_words(head, f"kata{ending}"),
    )


def _alternatives(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _words(head: Mapping[str, Any], key: str) -> Mapping[str, str]:
    return MappingProxyType({str(name): str(words) for name, words in (head.get(key) or {}).items()})


def _sections(body: str) -> Mapping[str, str]:
    parts = _SECTION.split(body)
    return {title: text.strip() for title, text in zip(parts[1::2], parts[2::2], strict=True)}


def _files(section: str) -> tuple[ExampleFile, ...]:
    fences = _FENCE.finditer(section)
    return tuple(ExampleFile(fence["path"], fence["text"], bool(fence["escaped"])) for fence in fences)
