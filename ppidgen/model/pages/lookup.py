"""The block by which a page looks something up for the holder of a code."""

from dataclasses import dataclass
from typing import ClassVar

from ppidgen.model.pages.questions import Question


@dataclass(frozen=True, slots=True)
class Lookup:
    """A question whose answer is a file: its name is the digest of `salt`, a colon and the code, below `folder`.

    `without_script` says what to do where no script runs.
    """

    folder: str
    salt: str
    question: Question
    submit: str
    without_script: str
    kind: ClassVar[str] = "lacak"
