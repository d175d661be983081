"""EDGE. Reads who a letter goes to, from a file that must lie outside the portal; nothing of it is kept."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from ppidgen.exchange.importing.mapping import plain
from ppidgen.machine.faults import reason_of
from ppidgen.model.elements.keys import keys_of
from ppidgen.model.records.applicant import Applicant
from ppidgen.source.register_text import yaml

_LARGEST = 100_000


class NotUsed(Exception):
    """A file that is not used for a letter; `reason` names the sentence of the command line."""

    def __init__(self, reason: str, data: Mapping[str, str]) -> None:
        super().__init__(reason)
        self.reason, self.data = reason, data


def read_applicant(path: Path, portal: Path) -> Applicant:
    """Read the private half of a letter; raises NotUsed with the reason, never with what the file holds."""
    if path.resolve().is_relative_to(portal.resolve()):
        raise NotUsed("inside", {})
    try:
        text = path.read_bytes()[:_LARGEST].decode("utf-8-sig")
    except OSError as error:
        raise NotUsed("refused", {"why": reason_of(error)}) from error
    except UnicodeDecodeError:
        raise NotUsed("text", {"line": "1"}) from None
    parsed = yaml.parse(path.name, text)
    if parsed.findings:
        raise NotUsed("text", {"line": str(parsed.findings[0].span.line)})
    table = plain(parsed.value) if parsed.value is not None else {}
    if not isinstance(table, dict):
        raise NotUsed("text", {"line": "1"})
    filled = {key: value for key, value in table.items() if value}
    try:
        return Applicant.model_validate(filled, by_alias=True, by_name=False)
    except ValidationError as error:
        wrong = ", ".join(sorted({str(one["loc"][0]) for one in error.errors(include_url=False, include_input=False)}))
        known = keys_of(Applicant, Applicant.model_fields)
        raise NotUsed("key", {"keys": wrong, "known": known}) from None
