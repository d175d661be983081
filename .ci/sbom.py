"""Finish the bill of materials: what was read of an environment, held to the lock, and what is vendored.

Reads CycloneDX JSON, as `cyclonedx-py environment` writes it, and writes it to the standard output. Links are left
out: they tell of people's sites, not of what is installed.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / ".ci/requirements/officer.txt"
# As their own files say; their metadata does not in a form that is read.
STATED = {"pypdfium2": "BSD-3-Clause AND Apache-2.0", "pyromark": "MIT"}
VENDORED = sorted([*ROOT.glob("themes/*/aset/ASAL.yaml"), *ROOT.glob("ppidgen/data/*/ASAL.yaml")])


def locked() -> set[str]:
    """Name the packages that officers run, as the lock names them; their digests stand there."""
    return set(re.findall(r"^([a-z0-9-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def licensed(component: dict[str, Any]) -> dict[str, Any]:
    """Give a component without links, with its licence where its metadata names none that could be read."""
    kept = {key: value for key, value in component.items() if key != "externalReferences"}
    stated = STATED.get(kept["name"])
    return kept | ({"licenses": [{"license": {"name": stated}}]} if stated and not kept.get("licenses") else {})


def vendored() -> list[dict[str, Any]]:
    """Give each vendored file as a component."""
    rows = [(table.parent, row) for table in VENDORED for row in yaml.safe_load(table.read_text(encoding="utf-8"))]
    return [
        {
            "type": "file",
            "bom-ref": f"{folder.relative_to(ROOT).as_posix()}/{row['berkas']}",
            "name": row["berkas"],
            "version": str(row["versi"]),
            "description": f"{row['paket']}: {row['asal']}",
            "hashes": [{"alg": "SHA-256", "content": row["sha256"]}],
            "licenses": [{"license": {"name": row["lisensi"].partition(" (")[0]}}],
        }
        for folder, row in rows
    ]


def finished(found: dict[str, Any]) -> dict[str, Any]:
    """Give the bill of what is locked and what is vendored."""
    names = locked()
    packages = [licensed(one) for one in found["components"] if one["name"].lower().replace("_", "-") in names]
    found["metadata"].pop("tools", None)
    return {**found, "components": [*packages, *vendored()]}


json.dump(finished(json.load(sys.stdin)), sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
sys.stdout.write("\n")
