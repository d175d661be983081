"""The mapping file: which column fills which key, written for the officer to correct and read again."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import ValidationError

from ppidgen.exchange.emitter import scalar
from ppidgen.exchange.grids.grid import Unreadable
from ppidgen.exchange.importing.columns import Column
from ppidgen.model.import_table import ColumnMap
from ppidgen.model.language.words import Words
from ppidgen.source.register_text import yaml
from ppidgen.source.register_text.nodes import Node, Scalar
from ppidgen.source.register_text.nodes import Sequence as Listed

_WIDTH = 60


def write_map(
    register: str, columns: Iterable[Column], fixed: Mapping[str, str], choices: Sequence[str], words: Words
) -> str:
    """Write the map that was used, with a comment on each column."""
    known = list({column.head: column for column in columns if column.head and not column.personal}.values())
    lines = [f"# {line}" for line in words("map.comment", register=register, choices=", ".join(choices)).split("\n")]
    lines += [f"{_key('to')}: {register}"]
    lines += _block(_key("columns"), [_pair(column, words) for column in known if column.target], "{}")
    lines += _block(_key("fixed"), [f"  {key}: {scalar(value)}" for key, value in fixed.items()], "{}")
    lines += _block(_key("skipped"), [_skipped(column, words) for column in known if not column.target], "[]")
    return "\n".join(lines) + "\n"


def read_map(path: str, text: str) -> ColumnMap:
    """Read a map; raises Unreadable with the place of the first fault."""
    parsed = yaml.parse(path, text)
    if parsed.value is None or parsed.findings:
        line = parsed.findings[0].span.line if parsed.findings else 1
        raise Unreadable("bad-map", {"line": str(line)})
    try:
        table = plain(parsed.value)
        filled = {key: value for key, value in table.items() if value} if isinstance(table, dict) else table
        return ColumnMap.model_validate(filled, by_alias=True, by_name=False)
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors(include_url=False)[0]["loc"])
        raise Unreadable("bad-map-key", {"name": place}) from None


def _key(attribute: str) -> str:
    return ColumnMap.model_fields[attribute].alias or attribute


def _block(key: str, lines: list[str], nothing: str) -> list[str]:
    return [f"{key}:", *lines] if lines else [f"{key}: {nothing}"]


def _pair(column: Column, words: Words) -> str:
    left = f"  {_quoted(column.head)}: {scalar(column.target)}"
    return f"{left:<{_WIDTH}}  # {words('map.confidence', percent=round(column.confidence * 100))}"


def _skipped(column: Column, words: Words) -> str:
    left = f"  - {_quoted(column.head)}"
    return f"{left:<{_WIDTH}}  # {words('map.filled', count=column.filled)}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def plain(node: Node) -> object:
    """Give what a file of ours holds as plain values: mappings, tuples, text."""
    if isinstance(node, Scalar):
        return "" if node.is_empty else node.text
    if isinstance(node, Listed):
        return tuple(plain(item) for item in node.items)
    return {key: plain(inner) for key, inner in node.values.items()}
