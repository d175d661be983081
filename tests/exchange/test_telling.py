import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]


def keys(node: object, prefix: str = "") -> set[str]:
    if not isinstance(node, dict):
        return {prefix}
    return {key for name, child in node.items() for key in keys(child, f"{prefix}.{name}" if prefix else str(name))}


def test_both_languages_say_the_same_things() -> None:
    for name in ("impor", "ekspor"):
        table = yaml.safe_load((ROOT / f"ppidgen/data/kata/{name}.yaml").read_text())
        assert keys(table["id"]) == keys(table["en"])


def test_every_reason_that_the_program_gives_has_its_sentence() -> None:
    table = yaml.safe_load((ROOT / "ppidgen/data/kata/impor.yaml").read_text())["id"]
    source = "\n".join(file.read_text() for file in (ROOT / "ppidgen/exchange").glob("*.py"))
    given = set(re.findall(r'(?:Unreadable\(|FileFault\([^,]*, |"reason": )"([a-z-]+)"', source))
    assert given - {"scope"} <= set(table["fault"])
    noted = set(
        re.findall(
            r'(?:note\([\w.]+, |return |Passed\(line, |_skip\(reading, |reason = |"joined", )"([a-z-]+)"', source
        )
    )
    told = {reason for reason in noted if reason in table["reason"] or "-" in reason}
    assert told - set(table["reason"]) - set(table["fault"]) == set()
