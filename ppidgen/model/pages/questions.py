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
    autocomplete: str = ""


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


@dataclass(frozen=True, slots=True)
class Calculator:
    """The calculator of lawful dates: `table` is the address of all its answers, `questions` choose one of them."""

    table: str
    questions: tuple[Question, ...]
    submit: str
    kind: ClassVar[str] = "hitung"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a form in steps, with the conditions under which it must be answered.

    `missing` is said when it is left empty ("" lets it be); `applicants` are the kinds of applicant it is for (none:
    all). `unless` and `when` name an answer ("alasan=b") that frees from it or asks for it; `instead` is another
    question whose answer will do; `pattern` names a form that the answer must have, `malformed` is said if it has not.
    `written` heads the answer in what is sent, `choices` are what is written there for each value.
    """

    question: Question
    missing: str = ""
    applicants: tuple[str, ...] = ()
    unless: str = ""
    when: str = ""
    instead: str = ""
    pattern: str = ""
    malformed: str = ""
    only_for: str = ""
    written: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def always(self) -> bool:
        """Say whether it must be answered whoever asks and whatever else is answered, as a browser can see to."""
        return bool(self.missing) and not (self.applicants or self.unless or self.when or self.instead)


@dataclass(frozen=True, slots=True)
class FormStep:
    """What a form in steps asks at once; `suggest` names the question for whose words published entries are shown."""

    name: str
    title: str
    asked: tuple[Asked, ...]
    lead: str = ""
    suggest: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """What an applicant of one kind encloses, and where the law says so."""

    applicant: str
    text: str
    citation: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The ways in which a finished form can be sent; "" where the portal offers none.

    `endpoint` receives `encoding` ("json" or "formulir") by POST; `email` and `whatsapp` are addresses; `key` is the
    public key (age) to which an answer is encrypted before it leaves the device.
    """

    endpoint: str = ""
    encoding: str = "json"
    email: str = ""
    whatsapp: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent, in the language of the office: its head, whom it goes to, and the words around the answers.

    It is `foreign` to a reader of another language, who is told so. `due` and `due_provisional` are as in the form.
    """

    subject: str
    recipient: str
    code: str
    made_on: str
    enclosed: str
    signature: str
    due: str = ""
    due_provisional: str = ""
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class SteppedForm:
    """A form in steps: one thing at a time with a script, one long form without.

    `event` is the event of the table at `deadlines` that its arrival sets going; `zone` the hours of the body's clock
    before Greenwich. `dictionary` is the address of the words of search, and what lies below the addresses of `entries`
    is suggested. `due` tells the day of the
    answer, with places for {day}, {time} and {basis}; `due_provisional` does while the days off are not certain.
    """

    name: str
    steps: tuple[FormStep, ...]
    enclosures: tuple[Enclosure, ...]
    delivery: Delivery
    letter: Letter
    deadlines: str
    event: str
    zone: int
    due: str = ""
    due_provisional: str = ""
    desk: str = ""
    dictionary: str = ""
    entries: tuple[str, ...] = ()
    kind: ClassVar[str] = "langkah-isian"


@dataclass(frozen=True, slots=True)
class BlankLine:
    """One thing to fill in by hand: so many lines to write on, or boxes to tick."""

    label: str
    lines: int = 1
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlankSection:
    """A part of a form to fill in by hand."""

    title: str = ""
    text: str = ""
    rows: tuple[BlankLine, ...] = ()


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """A form to print and fill in by hand, in common or in large print."""

    sections: tuple[BlankSection, ...]
    signatures: tuple[str, ...]
    citation: str
    large: bool = False
    kind: ClassVar[str] = "blanko"
