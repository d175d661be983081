"""One register file read: from text to nodes, with every fault that the text itself has.

A syntax error ends a parser's work. To tell the faults behind it all the same, the line is mended as
its message advises and the text is read again; places always count the lines as typed.
"""

from collections.abc import Callable

import yaml

from ppidgen.diagnostics import Checked
from ppidgen.source.register_text.fold import Events, Folded, fold
from ppidgen.source.register_text.letters import FORBIDDEN, visible
from ppidgen.source.register_text.mistakes import Mistake, diagnose
from ppidgen.source.register_text.nodes import Node
from ppidgen.source.register_text.notes import Notes
from ppidgen.source.register_text.repairs import Repairs
from ppidgen.source.register_text.second_look import look_again
from ppidgen.source.register_text.spacing import has_false_spaces, tell_false_spaces

MOST_LETTERS = 1_000_000
_MOST_READINGS = 50
_MOST_LETTERS_READ = 5_000_000
_MOST_GROWTH = 3

# The C loader is six times faster; where libyaml is missing, the other one gives the same events.
_Loader: Callable[[str], yaml.CBaseLoader | yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# The last two are how the loader without libyaml fails at the number of an escaped character.
_Failures = (yaml.YAMLError, ValueError, OverflowError)


def parse(path: str, text: str, first_line: int = 1) -> Checked[Node | None]:
    """Read YAML text that begins at `first_line` of the file at `path`.

    The text comes from `decode`, which has told the characters that must not stand in it.
    A value is given along with errors wherever it can be known what was meant.
    """
    notes = Notes(path, text, first_line - 1)
    if len(text) > MOST_LETTERS:
        notes.tell("SUM028", notes.place(0, 0), size=str(-(-len(text) // 1000)), limit=str(MOST_LETTERS // 1000))
        return Checked(None, tuple(notes.findings))
    if not text.isascii() and FORBIDDEN.search(text):
        notes.text = visible(text)
    folded = None if has_false_spaces(text) else _read(notes)
    if folded is None:
        notes = Notes(path, notes.text, first_line - 1)
        folded = _read_mended(notes)
    look_again(notes, folded.node, folded.spread)
    return Checked(folded.node, notes.all())


def _events(text: str) -> Events:
    return _Loader(text).get_event


def _read(notes: Notes) -> Folded | None:
    """Read a text as it is; None when it is no YAML, or when its places would not all lie inside it."""
    try:
        folded = fold(_events(notes.text), notes)
    except _Failures:
        return None
    last = folded.node.place.end_line - notes.shift - 1 if folded.node else 0
    return folded if last <= notes.text.count("\n") else None


def _read_mended(notes: Notes) -> Folded:
    """Read a text again and again, each time with one more mistake told and mended."""
    repairs = Repairs(notes.lines)
    if has_false_spaces(notes.text):
        tell_false_spaces(notes, repairs)
    readings = max(3, min(_MOST_READINGS, _MOST_LETTERS_READ // (len(notes.text) + 1)))
    attempt, folded = notes, None
    while folded is None:
        attempt = Notes(notes.path, notes.text, notes.shift)
        readings -= 1
        try:
            folded = fold(repairs.events(_events(repairs.text)), attempt)
        except yaml.MarkedYAMLError as error:
            mistake = diagnose(repairs.lines, error)
            _tell(notes, repairs, mistake)
            if not _mend(repairs, mistake) or not readings:
                folded = Folded(None, ())
        except _Failures:
            _tell(notes, repairs, Mistake("SUM029", 0, 0, 0, {"text": ""}, {}))
            folded = Folded(None, ())
    notes.findings += attempt.all()
    return folded


def _tell(notes: Notes, repairs: Repairs, mistake: Mistake) -> None:
    """Tell a mistake at its place as typed; how far in a mended line stands was not typed by anybody."""
    if mistake.code == "SUM017" and repairs.lines[mistake.row] != repairs.typed[mistake.row]:
        return
    start, end = (repairs.column(mistake.row, column) for column in (mistake.start, mistake.end))
    notes.tell(mistake.code, notes.place(mistake.row, start, end), **mistake.data)


def _mend(repairs: Repairs, mistake: Mistake) -> bool:
    """Mend the lines of a mistake; False when that changes nothing, or when a line only grows from round to round."""
    changed = {index: line for index, line in mistake.mended.items() if repairs.lines[index] != line}
    if any(len(line) > _MOST_GROWTH * (len(repairs.typed[index]) + 8) for index, line in changed.items()):
        return False
    for index, line in changed.items():
        repairs.replace(index, line)
    return bool(changed)
