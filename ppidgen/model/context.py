"""What the page modules are given: everything that can be said, nothing of how it looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ppidgen.model.accessibility import AccessibilityTest
from ppidgen.model.law import Law
from ppidgen.model.portal import Portal
from ppidgen.model.public_score import PublicScore
from ppidgen.model.rubric import Rubric
from ppidgen.model.standing import Standing
from ppidgen.model.thesaurus import Thesaurus
from ppidgen.model.words import Words


@dataclass(frozen=True, slots=True)
class Context:
    """The portal, how it stands, the law and the words; `base_url` ends in "/" or is "" when unknown.

    `rubrics` holds the editions for which officers have attached evidence, and that of the published score;
    `score` is that score, once it has been worked out.
    """

    portal: Portal
    standing: Standing
    law: Law
    words: Words
    base_url: str = ""
    draft: bool = False
    version: str = ""
    thesaurus: Thesaurus = field(default_factory=Thesaurus)
    accessibility: AccessibilityTest = field(default_factory=AccessibilityTest)
    rubrics: Mapping[str, Rubric] = field(default_factory=dict)
    score: PublicScore | None = None
