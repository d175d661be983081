"""What an officer meant where YAML does not understand: a syntax error told by the lines that it stands on.

The parser's own words only say what it expected. Here the lines themselves are looked at, and the
answer is one of the mistakes that people make, with the line as it should be.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from yaml import MarkedYAMLError

from ppidgen.source.register_text.lines import Line, as_quoted, in_quotes, take_apart
from ppidgen.source.register_text.notes import quote

# What a line holds once it is mended is a guess: what else may be wrong with it is not told beside these.
MENDED = frozenset({"SUM008", "SUM013", "SUM014", "SUM015", "SUM016", "SUM018", "SUM019", "SUM030", "SUM033"})

_NAME_AND_REST = re.compile(r"([A-Za-z_][\w-]*)(?:\s*([=;])(?=\s|$)|(?=\s|$))\s*(.*)")  # "tahun = 2025", "tahun 2025"
_TIGHT_KEY = re.compile(r"([A-Za-z_][\w-]*):(?!//)(\S.*)$")
_TIGHT_DASH = re.compile(r"-([^\s-].*)$")
_ENTRY = re.compile(r"[ ]*(?:(?:- +)*[A-Za-z_][\w-]*:(?: |$)|- |---)")
_LEADING_TAB = re.compile(r"[ ]*\t[ \t]*(?=\S)")
_TOKEN = re.compile(r"[^,\]}]*")
_LONG_LINE = 60
_NEAR = 1_000  # lines; an entry has fewer
_LOOKALIKES = (
    (re.compile(r"([ ]*)[\u2022\u25cf\u25aa\u00b7\u2013\u2014](?=\s)"), "- "),
    (re.compile(r"([ ]*)//"), "# "),
    (re.compile(r"([ ]*[A-Za-z_][\w-]*)[ ]*\uff1a"), ": "),
)


class Mistake(NamedTuple):
    """One mistake: its code, where on which line, what its sentence needs, and how lines can be mended."""

    code: str
    row: int
    start: int
    end: int
    data: Mapping[str, str]
    mended: Mapping[int, str]


class Trouble(NamedTuple):
    """A syntax error: what the parser says, where it stopped, and where what it was reading began."""

    lines: Sequence[str]
    says: str
    line: int
    column: int
    from_line: int
    from_column: int

    @property
    def parts(self) -> Line:
        """Give the line of the error, taken apart."""
        return take_apart(self.lines[self.line])

    @property
    def letter(self) -> str:
        """Give the letter at which the parser stopped."""
        return self.lines[self.line][self.column : self.column + 1]

    def line_before(self) -> int | None:
        """Give the index of the last line before the error that is not blank."""
        return next((i for i in self.upwards(self.line - 1) if not take_apart(self.lines[i]).is_blank), None)

    def upwards(self, line: int) -> Iterator[int]:
        """Give the indices of the lines that hold anything, from one upwards.

        To take a line apart takes long for nearly a million that hold nothing.
        """
        return (i for i in range(line, -1, -1) if self.lines[i] and not self.lines[i].isspace())


def _mistake(code: str, trouble: Trouble, index: int, mended: str, start: int | None = None, **data: str) -> Mistake:
    """Make a mistake of one line that can be mended."""
    line = trouble.lines[index]
    parts = take_apart(line)
    start = parts.column if start is None else start
    data = {"key": quote(parts.key), "fixed": quote(mended), **data}
    return Mistake(code, index, start, len(line.rstrip()), data, {index: mended})


def _tab(trouble: Trouble) -> Mistake | None:
    """See a tab where the indentation is: all such lines are one mistake."""
    near = (trouble.lines[trouble.line], trouble.lines[trouble.from_line])
    if not any(_LEADING_TAB.match(line) for line in near):
        return None
    mended: dict[int, str] = {}
    for index, line in enumerate(trouble.lines):
        if blank := _LEADING_TAB.match(line):
            mended[index] = blank[0].replace("\t", "  ") + line[blank.end() :]
    first = min(mended)
    line = trouble.lines[first]
    data = {"count": str(len(mended)), "fixed": quote(mended[first])}
    return Mistake("SUM009", first, line.index("\t"), len(line) - len(line.lstrip()), data, mended)


def _swallowed(trouble: Trouble) -> Mistake | None:
    """See a quote that is never closed: it ends at the next line that holds one, and the parser stops only there."""
    for sign in "\"'":
        if sign not in trouble.lines[trouble.line][: trouble.column + 1]:
            continue
        for index in range(trouble.line - 1, -1, -1):
            line = trouble.lines[index]
            if sign in line:
                if take_apart(line).value.startswith(sign) and line.count(sign) == 1 and _closes(trouble, index):
                    return _unclosed(trouble, index, sign)
                break
    return None


def _closes(trouble: Trouble, index: int) -> bool:
    """Tell whether a new entry begins right below a line."""
    return index + 1 < len(trouble.lines) and _ENTRY.match(trouble.lines[index + 1]) is not None


def _unclosed(trouble: Trouble, index: int, sign: str) -> Mistake:
    """Close a quote at the end of its text: before the next entry."""
    last = index
    while last + 1 < len(trouble.lines) and not _closes(trouble, last):
        last += 1
    while last > index and not trouble.lines[last].strip():
        last -= 1
    mended = trouble.lines[last].rstrip() + sign
    line = trouble.lines[index]
    start = line.find(sign)
    data = {"sign": sign, "key": quote(take_apart(line).key), "fixed": quote(mended)}
    return Mistake("SUM014", index, start, len(line.rstrip()), data, {last: mended})


def _quoted(trouble: Trouble) -> Mistake | None:
    """See, within quotes, a backslash meant as a letter, or no closing quote up to the end."""
    if "quoted scalar" not in trouble.says and "quoted-scalar" not in trouble.says:
        return None
    if "escape" in trouble.says or "hex" in trouble.says:  # libyaml: "hexdecimal"
        line = trouble.lines[trouble.line]
        start = line.rfind("\\", 0, trouble.column + 1)
        parts = take_apart(line)
        body = parts.value.rstrip().strip('"')
        mended = parts.with_value(f"'{body}'" if "'" not in body else '"' + body.replace("\\", "\\\\") + '"')
        return _mistake("SUM030", trouble, trouble.line, mended, max(start, 0))
    line = trouble.lines[trouble.from_line]
    sign = line[trouble.from_column : trouble.from_column + 1]
    return _unclosed(trouble, trouble.from_line, sign) if sign in {"'", '"'} else None


def _sign_of_yaml(trouble: Trouble) -> Mistake | None:
    """See a value that begins with a sign which means something else: `|`, `>`, `&`, `*`, `!`."""
    signs = {"block scalar": "SUM015", "an anchor": "SUM020", "an alias": "SUM020", "tag": "SUM021"}
    code = next((code for words, code in signs.items() if words in trouble.says), None)
    if code is None:
        return None
    line = trouble.lines[trouble.from_line]
    sign = line[trouble.from_column : trouble.from_column + 1]
    if sign not in set("|>&*!"):
        return None
    return _mistake(code, trouble, trouble.from_line, in_quotes(line), trouble.from_column, sign=sign)


def _directive(trouble: Trouble) -> Mistake | None:
    """See a line that begins with a per cent sign, or the three dots that end a document."""
    above = range(trouble.line + 1)
    if index := next((i + 1 for i in above if trouble.lines[i].startswith("%")), 0):
        return _mistake("SUM022", trouble, index - 1, "", 0)
    if "document start" in trouble.says and (index := next((i + 1 for i in above if trouble.lines[i] == "..."), 0)):
        return _mistake("SUM023", trouble, index - 1, "", 0)
    return None


def _no_colon(trouble: Trouble) -> Mistake | None:
    """See a line that is no entry, because a space or a colon is missing."""
    return _without_colon(trouble, trouble.from_line) if "simple key" in trouble.says else None


def _without_colon(trouble: Trouble, index: int) -> Mistake | None:
    parts = take_apart(trouble.lines[index])
    if parts.key or parts.is_blank:
        return None
    if tight := tight_line(parts.value):
        mended = parts.with_value(tight.fixed)
        return _mistake(tight.code, trouble, index, mended, parts.at, key=tight.key)
    before = take_apart(trouble.lines[index - 1]) if index else Line("", "", "", 0)
    found = _NAME_AND_REST.fullmatch(parts.value)
    as_field = parts.with_value(f"{found[1]}: {found[3]}".rstrip()) if found else ""
    if before.key and len(before.value) > _LONG_LINE and not (found and found[2]):
        return _mistake(
            "SUM033", trouble, index, " " * (before.at + 2) + parts.value, parts.at, fixed=quote(as_field)
        )  # fmt: skip
    return _mistake("SUM033", trouble, index, as_field, parts.at) if found else None


class Tight(NamedTuple):
    """A line that lacks a space behind its dash or its colon."""

    code: str
    key: str
    fixed: str


def tight_line(text: str) -> Tight | None:
    """Recognise a dash or a key without a space behind it."""
    if tight := _TIGHT_DASH.match(text):
        return Tight("SUM018", "", f"- {tight[1]}")
    if tight := _TIGHT_KEY.match(text):
        return Tight("SUM019", tight[1], f"{tight[1]}: {tight[2]}")
    return None


def _colon(trouble: Trouble) -> Mistake | None:
    """See a second colon in a value; or a key where none can be, because of the line before it."""
    if "mapping values" not in trouble.says:
        return None
    parts = trouble.parts
    if parts.key and trouble.column >= parts.column:
        if parts.value[:1] in {'"', "'"}:
            return None
        return _mistake("SUM008", trouble, trouble.line, in_quotes(trouble.lines[trouble.line]))
    before = trouble.line_before()
    return None if before is None else _without_colon(trouble, before)


def _bracket(trouble: Trouble) -> Mistake | None:
    """See a value that begins like a list or a mapping and is none, or is not closed."""
    above = trouble.upwards(trouble.line)
    index = next((i for i in above if take_apart(trouble.lines[i]).value[:1] in {"[", "{"}), None)
    if index is None:
        return None
    parts = take_apart(trouble.lines[index])
    value = parts.value.rstrip()
    closing = {"[": "]", "{": "}"}[value[0]]
    if "flow" in trouble.says and closing not in value and "," in value:
        mended = parts.with_value(value + closing)
    elif "flow" in trouble.says or (index == trouble.line and trouble.column > parts.column):
        mended = in_quotes(trouble.lines[index])
    else:
        return None
    return _mistake("SUM016", trouble, index, mended, sign=value[0])


def _first_sign(trouble: Trouble) -> Mistake | None:
    """See a value that begins with a sign which no value may begin with."""
    parts, sign = trouble.parts, trouble.letter
    line = trouble.lines[trouble.line]
    if not sign or sign not in "@`%-?,]}":
        return None
    if trouble.column == parts.column and (parts.key or parts.is_item):
        return _mistake("SUM015", trouble, trouble.line, in_quotes(line), sign=sign)
    if sign in "@`%" and trouble.column > parts.column:
        token = _TOKEN.match(line, trouble.column)
        end = token.end() if token else len(line)
        mended = line[: trouble.column] + as_quoted(line[trouble.column : end].rstrip()) + line[end:]
        return _mistake("SUM015", trouble, trouble.line, mended, trouble.column, sign=sign)
    return None


def _after_quote(trouble: Trouble) -> Mistake | None:
    """See more text behind the closing quote, as in 'Jum'at'."""
    parts = trouble.parts
    value = parts.value.rstrip()
    sign = value[:1]
    if sign not in {'"', "'"} or trouble.column <= parts.column:
        return None
    if len(value) > 1 and value.endswith(sign):
        inner = value[1:-1].replace("''", "'") if sign == "'" else value[1:-1].replace('\\"', '"')
    else:
        inner = value
    return _mistake("SUM013", trouble, trouble.line, parts.with_value(as_quoted(inner)), sign=sign)


def _first_of_a_level(trouble: Trouble) -> Mistake | None:
    """See that the line which begins a level stands wrong, where those that follow it agree: it is one mistake."""
    parts, before = trouble.parts, trouble.line_before()
    if before is None or not parts.key or parts.is_item:
        return None
    near = islice(trouble.upwards(before), _NEAR)
    above = [*takewhile(lambda i: take_apart(trouble.lines[i]).indent > parts.indent, near)]
    first = above[-1] if above else before
    holder = next(iter(trouble.upwards(first - 1)), None)
    held = None if holder is None else take_apart(trouble.lines[holder])
    opens = held is None or (bool(held.key) and not held.value.strip())
    stands = take_apart(trouble.lines[first])
    is_too_far_out = not above and held is not None and held.indent == stands.indent < parts.indent and stands.value
    is_too_far_in = len(above) in range(1, _level_size(trouble))
    return _moved(trouble, first, parts.indent) if opens and (is_too_far_out or is_too_far_in) else None


def _level_size(trouble: Trouble) -> int:
    """Count the keys from the error on that stand as far in as it does, up to a line that stands further out."""
    indent = trouble.parts.indent
    below = (take_apart(line) for line in islice(trouble.lines, trouble.line, trouble.line + _NEAR))
    level = takewhile(lambda parts: parts.is_blank or parts.indent >= indent, below)
    return sum(1 for parts in level if parts.key and parts.indent == indent)


def _moved(trouble: Trouble, row: int, indent: int) -> Mistake:
    """Move a line so that it stands as far in as the error does."""
    found = take_apart(trouble.lines[row]).indent
    mended = " " * indent + trouble.lines[row].lstrip(" ")
    numbers = {"indent": str(indent or ""), "found": str(found or "")}
    return _mistake("SUM017", trouble, row, mended, found, **numbers)


def _indentation(trouble: Trouble) -> Mistake | None:
    """See a line that stands further in or out than the lines that it belongs to."""
    parts = trouble.parts
    if parts.is_blank:
        return None
    columns = _open_columns(trouble, item=parts.is_item, text=not parts.key)
    best = min(columns, key=lambda column: (abs(column - parts.indent), -column), default=parts.indent)
    if best == parts.indent:
        return None
    line = trouble.lines[trouble.line]
    mended = " " * best + line.lstrip(" ")
    numbers = {"indent": str(best or ""), "found": str(parts.indent or "")}  # none is said in other words than some
    return _mistake("SUM017", trouble, trouble.line, mended, parts.indent, **numbers)


def _open_columns(trouble: Trouble, *, item: bool, text: bool) -> list[int]:
    """Give the columns at which a further key, item or line of text could begin here."""
    found: list[int] = []
    limit = len(trouble.lines[trouble.line]) + 1000
    for index in trouble.upwards(trouble.line - 1):
        parts = take_apart(trouble.lines[index])
        if parts.is_blank or parts.indent >= limit:
            continue
        limit = parts.indent
        if text and not item:
            return [parts.indent]
        if item and parts.is_item:
            found.append(parts.indent)
        elif parts.key and not item:
            found.append(parts.at)
        if limit == 0:
            break
    return found


def _lookalike(trouble: Trouble) -> Mistake | None:
    """See a sign of a text program in the place of one of YAML: a bullet, a wide colon, two slashes for a remark.

    The parser often stops only on the line below, for to it such a line is text like any other.
    """
    for index in islice(trouble.upwards(trouble.line), 2):
        line = trouble.lines[index]
        for sign, plain in _LOOKALIKES:
            if found := sign.match(line):
                mended = found[1] + plain + line[found.end() :].lstrip(" \t")
                data = {"text": quote(line), "fixed": quote(mended)}
                return Mistake("SUM029", index, len(found[1]), len(line.rstrip()), data, {index: mended})
    return None


_RULES: tuple[Callable[[Trouble], Mistake | None], ...] = (
    _tab,
    _swallowed,
    _quoted,
    _sign_of_yaml,
    _directive,
    _first_of_a_level,
    _no_colon,
    _colon,
    _bracket,
    _first_sign,
    _after_quote,
    _indentation,
    _lookalike,
)


def diagnose(lines: Sequence[str], error: MarkedYAMLError) -> Mistake:
    """Say which mistake stands behind a syntax error; the first rule that knows an answer gives it."""
    trouble = _trouble(lines, error)
    for rule in _RULES:
        if mistake := rule(trouble):
            return mistake
    line = lines[trouble.line]
    return Mistake("SUM029", trouble.line, trouble.column, len(line), {"text": quote(line)}, {})


def _trouble(lines: Sequence[str], error: MarkedYAMLError) -> Trouble:
    """Take the error apart; its places are kept within the text."""
    says = f"{error.context or ''} {error.problem or ''}"
    problem, context = error.problem_mark, error.context_mark
    last = len(lines) - 1
    line, column = (min(problem.line, last), problem.column) if problem else (last, 0)
    from_line, from_column = (min(context.line, last), context.column) if context else (line, column)
    return Trouble(lines, says, line, min(column, len(lines[line])), from_line, from_column)
