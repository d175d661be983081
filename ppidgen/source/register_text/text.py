"""From bytes to text: UTF-8, with every other encoding and every invisible character told.

Wherever the bytes can still be understood the text is given too, so that its other faults are told in
the same run; a file with an error is never published.
"""

from ppidgen.diagnostics import Checked, Finding, Span
from ppidgen.source.register_text.conflicts import without_conflicts
from ppidgen.source.register_text.letters import CONTROL, FORBIDDEN, number_of, visible
from ppidgen.source.register_text.nodes import Place
from ppidgen.source.register_text.notes import Notes, quote

LARGEST_REGISTER = 1_000_000
LARGEST_ARTICLE = 200_000  # the Markdown renderer needs up to 60 µs for a character

_CONTROL_BYTES = bytes({*range(9), 11, 12, *range(14, 32), 127})
_MARKS = {b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SAMPLE = 400
_BINARY_SHARE = 20  # one byte in so many is a control: nobody typed this


def largest(path: str) -> int | None:
    """Give how many bytes the text at `path` may have; None for what is no source text."""
    ending = path.rpartition(".")[2].lower()
    return {"yaml": LARGEST_REGISTER, "yml": LARGEST_REGISTER, "md": LARGEST_ARTICLE}.get(ending)


def too_large(path: str, size: int) -> Finding | None:
    """Tell a source text that is longer than what is read."""
    limit = largest(path)
    if limit is None or size <= limit:
        return None
    return Finding("SUM028", Span(path), {"size": str(-(-size // 1000)), "limit": str(limit // 1000)})


def decode(path: str, raw: bytes) -> Checked[str | None]:
    """Read bytes as UTF-8, with or without a byte-order mark, with any of the three line ends."""
    if large := too_large(path, len(raw)):
        return Checked(None, (large,))
    controls = len(raw) - len(raw.translate(None, _CONTROL_BYTES))
    encoding = _wide_encoding(raw)
    if encoding:
        return _foreign(path, raw, encoding)
    if controls and (b"\0" in raw or controls > max(_BINARY_SHARE, len(raw) // _BINARY_SHARE)):
        return Checked(None, (Finding("SUM004", _first_control(path, raw)),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _mistaken(path, raw, error)
    return Checked(*_finish(Notes(path, _with_line_feeds(text)), looked_at=not controls and raw.isascii()))


def as_typed(raw: bytes) -> str:
    """Give bytes as whoever typed them sees them, in the encoding that `decode` finds, for a line to be quoted."""
    if encoding := _wide_encoding(raw):
        return _with_line_feeds(raw.decode(encoding, "replace"))
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    rescued = raw.decode("utf-8", "replace")
    return _with_line_feeds(("\ufffd" in rescued and _as_windows_text(raw, rescued)) or rescued)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _finish(notes: Notes, *, looked_at: bool = False) -> tuple[str, tuple[Finding, ...]]:
    """Give the text without what must not stand in it, and everything found."""
    if not looked_at:
        _tell_forbidden(notes)
    text = without_conflicts(notes)
    return (text if looked_at else visible(text)), notes.all()


def _tell_forbidden(notes: Notes) -> None:
    """Tell the invisible characters, the first of each line."""
    if FORBIDDEN.search(notes.text) is None:
        return
    for number, line in enumerate(notes.lines):
        if found := FORBIDDEN.search(line):
            code = "SUM005" if CONTROL.match(found[0]) else "SUM006"
            place = notes.place(number, found.start())
            notes.tell(code, place, letter=number_of(found[0]), fixed=quote(FORBIDDEN.sub("", line)))


def _wide_encoding(raw: bytes) -> str:
    """Recognise UTF-16 and UTF-32, by their mark or by the NUL in every other byte; else give nothing."""
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            return encoding
    sample = raw[:_SAMPLE]
    if b"\0" not in sample or len(sample) < len("a:\0\0"):
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.8 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.8 and not odd else ""


def _foreign(path: str, raw: bytes, encoding: str) -> Checked[str | None]:
    """Tell that the whole file is UTF-16 or UTF-32, and read it as such."""
    notes = Notes(path, _with_line_feeds(raw.decode(encoding, "replace")))
    notes.tell("SUM001", notes.place(0, 0), encoding=encoding.upper()[:6])
    return Checked(*_finish(notes))


def _first_control(path: str, raw: bytes) -> Span:
    """Give the place of the first byte that no text has."""
    index = next(index for index, byte in enumerate(raw) if byte in _CONTROL_BYTES)
    return _position(raw[:index].decode("utf-8", "replace")).in_file(path)


def _position(before: str) -> Place:
    """Give the place that comes right after some text."""
    lines = _with_line_feeds(before).split("\n")
    return Place(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)


def _mistaken(path: str, raw: bytes, error: UnicodeDecodeError) -> Checked[str | None]:
    """Tell bytes that are not UTF-8: the encoding of older Windows programs, or something broken."""
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    rescued = raw.decode("utf-8", "replace")
    faults = rescued.count("\ufffd") - raw.count("\ufffd".encode())
    windows = _as_windows_text(raw, rescued)
    notes = Notes(path, _with_line_feeds(windows or rescued))
    start = error.start if error.object == raw else error.start - 3
    byte = raw[start : start + 1]
    place = _position(raw[:start].decode("cp1252" if windows else "utf-8", "replace"))
    data = {"byte": f"0x{byte.hex().upper()}", "count": str(faults)}
    if windows:
        notes.tell("SUM002", place, **data, letter=byte.decode("cp1252"))
    else:
        notes.tell("SUM003", place, **data)
    return Checked(*_finish(notes))


def _as_windows_text(raw: bytes, rescued: str) -> str:
    """Read bytes as Windows-1252 if nothing in them speaks for UTF-8 and all of them exist there; else give nothing."""
    if any(letter > "\x7f" and letter != "\ufffd" for letter in rescued):
        return ""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return ""
