"""No mapping that ships names a key twice: the reader keeps the last, and the first is gone without a word."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]


def repeated(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.MappingNode):
        keys = Counter(key.value for key, _ in node.value)
        yield from (f"{node.start_mark.line + 1}: {key}" for key, count in keys.items() if count > 1)
        for _, child in node.value:
            yield from repeated(child)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from repeated(child)


def test_no_key_is_written_twice_in_what_ships() -> None:
    shipped = [path for folder in ("ppidgen", "themes") for path in sorted((ROOT / folder).rglob("*.y*ml"))]
    assert shipped
    assert [
        f"{path.relative_to(ROOT)}:{told}"
        for path in shipped
        for node in yaml.compose_all(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        for told in repeated(node)
    ] == []
