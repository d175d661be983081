"""Register files written as an officer would: keys in order, quotes only where they are needed, `|` for long text."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

Item = str | Mapping[str, "Value"]
Value = Item | Sequence[Item]

_WIDTH = 100
# A value that no reader of YAML, of whatever edition, takes for anything but text.
_INVISIBLE = r"\x7f-\xa0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
_PLAIN = re.compile(rf"[A-Za-z\u00c0-\u024f(/](?:[^\x00-\x1f{_INVISIBLE}]*[^\x00-\x20:{_INVISIBLE}])?\Z")
_COUNTED = re.compile(r"\d{1,4}(?:[a-dg-wyz]|\x20[A-Za-z][A-Za-z0-9 ,.()/-]*)\Z")  # 17a, 5 Tahun
_WHOLE = re.compile(r"(?:0|[1-9]\d{0,14})\Z")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_NO_TEXT = re.compile(r"(?:y|yes|n|no|on|off|true|false|null|nan|inf)\Z", re.IGNORECASE)
_SPECIAL = re.compile(r": |:$| #|:\t")
_IN_FLOW = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/-]*\Z")
_BLOCK = re.compile(rf"[^\x00-\x09\x0b-\x1f{_INVISIBLE}]+\Z")
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def emit(values: Mapping[str, Value]) -> str:
    """Write one record as the text of a register file."""
    return "".join(f"{line}\n" for line in _table(values, ""))


@lru_cache(4096)  # of a table's rows the keys are the same, and many of their values
def scalar(text: str) -> str:
    """Write one text on one line: plain where that is safe, else in double quotes."""
    if _is_plain(text):
        return text
    return '"' + "".join(_ESCAPED.get(c) or (c if _is_visible(c) else _code(c)) for c in text) + '"'


def _is_plain(text: str) -> bool:
    if _WHOLE.match(text) or _DAY.match(text) or _COUNTED.match(text):
        return True
    return bool(_PLAIN.match(text)) and not _NO_TEXT.match(text) and not _SPECIAL.search(text)


def _is_visible(character: str) -> bool:
    return character.isprintable() and bool(_BLOCK.match(character))


def _code(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 - what four digits hold


def _table(values: Mapping[str, Value], indent: str) -> list[str]:
    return [line for key, value in values.items() for line in _pair(key, value, indent)]


def _pair(key: str, value: Value, indent: str) -> list[str]:
    head = f"{indent}{scalar(key)}:"
    if isinstance(value, str):
        return _text(head, value, indent)
    if isinstance(value, Mapping):
        return [head, *_table(value, indent + "  ")] if value else [f"{head} {{}}"]
    flow = f"{head} [{', '.join(item for item in value if isinstance(item, str))}]"
    if len(flow) <= _WIDTH and all(_fits_flow(item) for item in value):
        return [flow]
    return [head, *(line for item in value for line in _item(item, indent + "  "))]


def _fits_flow(item: Item) -> bool:
    return isinstance(item, str) and bool(_IN_FLOW.match(item)) and _is_plain(item)


def _item(value: Item, indent: str) -> list[str]:
    if isinstance(value, str):
        return _text(f"{indent}-", value, indent)
    inner = _table(value, indent + "  ")
    return [f"{indent}- {inner[0].lstrip()}", *inner[1:]] if inner else [f"{indent}- {{}}"]


def _text(head: str, text: str, indent: str) -> list[str]:
    if "\n" not in text or not _BLOCK.match(text) or text[0] in " \n" or text[-1] in " \n" or _has_odd_lines(text):
        return [f"{head} {scalar(text)}"]
    return [f"{head} |-", *(f"{indent}  {line}" if line else "" for line in text.split("\n"))]


def _has_odd_lines(text: str) -> bool:
    """Tell lines of nothing but spaces, which a block would lose or editors would cut."""
    return any(line != line.rstrip() for line in text.split("\n"))
