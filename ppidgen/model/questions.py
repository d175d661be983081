"""The blocks of a page by which it asks something of its reader."""

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form; `control` says how it is answered, `options` are (value, label) of choices."""

    name: str
    label: str
    control: Literal["teks", "surel", "telepon", "tanggal", "paragraf", "pilih", "radio", "centang"] = "teks"
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""
    error: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions asked one under another; faults are told above them and at each question.

    `action` is where the answers go ("" stays on the page), `name` lets a script of the theme find the form.
    """

    name: str
    items: tuple[Question, ...]
    submit: str
    action: str = ""
    method: Literal["get", "post", "dialog"] = "get"
    kind: ClassVar[str] = "isian"


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the reader wants the portal shown; each question's empty value is the portal's own look."""

    items: tuple[Question, ...]
    kind: ClassVar[str] = "tampilan"
