"""What the page modules are given: everything that can be said, nothing of how it looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ppidgen.model.accessibility import AccessibilityTest
from ppidgen.model.language.data_words import DataWords
from ppidgen.model.language.words import Words
from ppidgen.model.law.whole import Law
from ppidgen.model.pages.edition import Edition
from ppidgen.model.portal.whole import Portal
from ppidgen.model.rubrics.rubric import Rubric
from ppidgen.model.standing.public_score import PublicScore
from ppidgen.model.standing.whole import Standing
from ppidgen.model.text.readability import Readability
from ppidgen.model.text.thesaurus import Thesaurus


class Tongue(NamedTuple):
    """What a further language says in words of its own: the interface, the law, what was tested, and citations."""

    words: Words
    law: Law
    accessibility: AccessibilityTest
    data_words: DataWords


@dataclass(frozen=True, slots=True)
class Context:
    """The portal, how it stands, the law and the words; `base_url` ends in "/" or is "" when unknown.

    `is_copy` says that it is packed to be carried away, where no later build reaches it.
    `rubrics` holds the editions for which officers have attached evidence, and that of the published score;
    `score` is that score, once it has been worked out. `tongues` are the further languages of the portal; a context
    that speaks one of them names its `edition`, says citations in its `data_words`, and keeps the one in the main
    language as `main`: what goes to the office is in the office's language. A context from which something
    is left out (`pages.quiet`) keeps the one that has it as `whole`.
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
    tongues: tuple[Tongue, ...] = ()
    edition: Edition | None = None
    readability: Readability = field(default_factory=Readability)
    is_copy: bool = False
    data_words: DataWords | None = None
    main: "Context | None" = None
    whole: "Context | None" = None


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """A context that equals only itself; comparing two portals by value would cost more than any look-up."""

    context: Context

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.context is self.context

    def __hash__(self) -> int:
        return id(self.context)
