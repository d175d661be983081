"""What ships with the program in another language: law, forms, periods, with their wording glossed where there is one.

What has none stays in Indonesian and is marked. Names of instruments and citations always do: the words of the law are
Indonesian, and a gloss stands behind them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any

import yaml

from ppidgen.model.accessibility import AccessibilityTest
from ppidgen.model.elements.record import Part
from ppidgen.model.language.tongue import in_main
from ppidgen.model.law.application_form import ApplicationForm, FormEnclosure, FormField, FormOption, FormPart
from ppidgen.model.law.blank_form import BlankForm, BlankPart, BlankRow
from ppidgen.model.law.deadline_rule import DeadlineRule, ElectionPeriod
from ppidgen.model.law.duty import Duty, DutyFamily
from ppidgen.model.law.instrument import Instrument
from ppidgen.model.law.legal_grounds import ExemptionGround, NeverExempt, ObjectionReason, Opening
from ppidgen.model.law.whole import Law

MAIN = "id"
# Where the words of a language stand: the names of closed choices, and the sentences of the shipped data.
CHOICES_FILE = "terjemahan/{}/pilihan.yaml"
SENTENCES_FILE = "terjemahan/{}/kalimat.yaml"

# What is worded in the law's data, by type; everything else there is a code, a number or a pattern.
WORDED: Mapping[type[Part], tuple[str, ...]] = MappingProxyType({
    Duty: ("label", "text"),
    DutyFamily: ("title",),
    DeadlineRule: ("name", "trigger", "condition", "explanation", "note", "election"),
    ElectionPeriod: ("ground", "note"),
    ApplicationForm: ("title", "parts", "enclosures"),
    FormPart: ("title", "lead", "fields"),
    FormField: ("label", "printed", "hint", "missing", "malformed", "options"),
    FormOption: ("label",),
    FormEnclosure: ("text",),
    BlankForm: ("title", "purpose", "parts", "signatures"),
    BlankPart: ("title", "text", "rows"),
    BlankRow: ("label", "options"),
    ExemptionGround: ("title", "details", "duration", "set_by", "openings"),
    Opening: ("condition",),
    NeverExempt: ("text",),
    ObjectionReason: ("text",),
    Instrument: ("title",),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class DataWords:
    """Sentences of the shipped data by their Indonesian wording, and the words of which citations are made."""

    sentences: Mapping[str, str]
    citation: Mapping[str, str]

    def gloss(self, citation: str) -> str:
        """Say a citation in this language: "Perki 1/2021 Pasal 18" is "Commission Reg. 1/2021, Art. 18"."""
        if not self.citation:
            return ""
        longest = sorted(self.citation, key=len, reverse=True)
        known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
        return known.sub(lambda found: self.citation[found[0]], citation)


def parse_data_words(text: str, language: str) -> DataWords:
    """Read the sentences of the shipped data in one language; ours, so a broken file is a bug and raises."""
    table = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - the base loader builds nothing but text
    sentences = {row[MAIN]: row[language] for row in table["sentences"]}
    return DataWords(sentences, table.get("citation", {}))


def accessibility_in(test: AccessibilityTest, words: DataWords) -> AccessibilityTest:
    """Give what was tested as it is worded in another language."""
    return AccessibilityTest(
        _told(test.standard, words),
        _told(test.tools, words),
        test.widths,
        _told(test.automatic, words),
        _told(test.not_done, words),
        test.day,
    )


def law_in(law: Law, words: DataWords) -> Law:
    """Give the law as it is worded in another language."""
    tables = {field.name: getattr(law, field.name) for field in fields(law)}
    told: dict[str, Any] = {
        name: MappingProxyType({key: _told(one, words) for key, one in table.items()})
        for name, table in tables.items()
        if isinstance(table, Mapping)
    }
    return replace(law, **told)


def _told(value: Any, words: DataWords) -> Any:  # noqa: ANN401 - whatever the law holds
    if isinstance(value, str):
        return words.sentences.get(value) or in_main(value)
    if isinstance(value, tuple):
        return tuple(_told(one, words) for one in value)
    if isinstance(value, Part) and (worded := WORDED.get(type(value))):
        return value.model_copy(update={name: _told(getattr(value, name), words) for name in worded})
    return value
