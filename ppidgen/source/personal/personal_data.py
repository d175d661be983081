"""Personal data found in text: identity and family card numbers, tax numbers, mobile phones, private mail, accounts.

A number counts by its shape or by the word beside it. Every pattern is linear, and every position is one of the text as
it was given.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple

from ppidgen.diagnostics.shown import MASK, masked
from ppidgen.source.personal.card_numbers import cards
from ppidgen.source.personal.identity_number import is_identity, unrounded
from ppidgen.source.personal.parted_numbers import MOBILE, whole
from ppidgen.source.personal.signs import FEWEST_DIGITS, IN_ADDRESS, may_hold_mail, may_hold_number, may_name_card
from ppidgen.source.personal.words import WORDS, label_pattern


class Kind(StrEnum):
    """What was found; DOUBTFUL is a number called an identity number that has not the form of one.

    A CARD is that of a passport, of BPJS or of a pupil (NISN).
    """

    IDENTITY = "identity"
    FAMILY_CARD = "family-card"
    TAX = "tax"
    PHONE = "phone"
    MAIL = "mail"
    ACCOUNT = "account"
    DOUBTFUL = "doubtful"
    CARD = "card"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: where it stands in the text, and its digits (of mail: its address in lower case)."""

    kind: Kind
    start: int
    end: int
    value: str

    @property
    def shown(self) -> str:
        """Give the find as a message may quote it: four characters in front and two at the end at most."""
        if self.kind is Kind.NAME:
            return " ".join(_cover(word, 1, 0) for word in self.value.split(" "))
        if self.kind is Kind.CARD:
            return _cover(self.value, *_KEPT_OF_CARD)
        if self.kind is not Kind.MAIL:
            return masked(self.value)
        name, _, domain = self.value.partition("@")
        return f"{name[:2]}{MASK * 4}@{domain}"

    @property
    def digest(self) -> str:
        """Give what equal finds share however they were written."""
        return _digest(self.value.casefold()) if self.kind in {Kind.NAME, Kind.CARD} else digest_of(self.value)


class _Groups(NamedTuple):
    """The groups of a run, digits that nothing visible parts: as columns, for a hostile run has a million of them.

    `gaps` are the visible characters in front of each; `edges` where each gap and each group begins, in turn.
    """

    digits: Sequence[str]
    gaps: Sequence[str]
    lengths: tuple[int, ...]
    edges: Sequence[int]

    def joined(self, first: int, count: int) -> str:
        """Give the digits of some groups as one number."""
        return "".join(self.digits[first : first + count])

    def start(self, position: int) -> int:
        return self.edges[2 * position + 1]

    def end(self, position: int) -> int:
        return self.edges[2 * position + 2]


# Marks upon a digit among it: in "0\ufe0f\u20e38\ufe0f\u20e3" each has a key drawn around it.
_INVISIBLE = "\u00ad\u0300-\u036f\u20e3\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
# What slips between the digits of one number unseen, Markdown's marks among it; and what people put there.
# Nothing is given back (`+` behind a count): where each step can be taken back, a run of a million digits takes 100 MB.
_SEAM = rf"[{_INVISIBLE}*_`~]{{0,4}}+"
_GAP = rf"[ .\-(){_INVISIBLE}*_`~]{{0,4}}+"
_RUN = re.compile(rf"[0-9](?:{_GAP}[0-9]){{{FEWEST_DIGITS - 1},}}+")
_GROUP = re.compile(rf"([0-9](?:{_SEAM}[0-9])*+)")
_SEAMS = re.compile(rf"[{_INVISIBLE}*_`~]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_UNSEEN = "\u2060"
_MINUS, _POINTS = "\u2212", "\u00b7\u2219\u22c5"  # what looks like a dash, and like a point between digits
# Too few digits for anything but a telephone, and none that begins as one: most numbers there are.
_SHORT = re.compile(rf"(?!.*(?:0{_SEAM}8|6{_SEAM}2))[^0-9]*(?:[0-9][^0-9]*){{0,14}}")
# Alternatives that each begin with one known letter: searched for three times as fast as with a set of brackets.
_AT = re.compile("|".join(("@", *(rf"{bracket} ?[aA][tT] ?[\])}}]" for bracket in (r"\[", r"\(", r"\{")))))
_NAME = re.compile(r"[A-Za-z0-9._%+\-]{1,64} ?\Z")
# What a reader of an address does not see: the joints of a long word, the marks of Markdown.
_MAIL_SEAM = re.compile(rf"[{_INVISIBLE}*`~]")

# By the digits of the first group, the shorter first.
_IDENTITY_SHAPES: Mapping[int, tuple[tuple[int, ...], ...]] = {
    16: ((16,),),
    12: ((12, 4),),
    6: ((6, 10), (6, 6, 4)),
    4: ((4, 4, 4, 4),),
    2: ((2, 2, 2, 6, 4), (2, 2, 2, 2, 2, 2, 4)),
}
_SIXTEEN = 16
_TAX_SHAPE = (2, 3, 3, 1, 3, 3)
_TAX_LENGTHS = frozenset({15, 16})
_BARE_MOBILE = re.compile(r"8[1235789]\d{7,10}")
_PHONE_BEGINS = re.compile(r"(?:0|62)?8\d|62\Z")
_LONGEST_PHONE = 14
_BUDGET_CODE = re.compile(r"\d\.\d{1,2}\.\d\d\.")
# What parts numbers of a row, or the thousands of one.
_PARTS_NUMBERS = frozenset(" .")
# A word with a letter that no hexadecimal code has: "scan3201...pdf".
_WORD = r"(?=[^\W\d_]*[g-zG-Z])[^\W\d_]{4,}"
_TITLE = re.compile(rf"(?<![^\W_]){_WORD}\Z")
_TITLE_BEHIND = re.compile(_WORD)
_WORD_BEFORE = re.compile(r"[^\W_]+\Z")
_ACCOUNT = range(9, 19)
_BANK_ACCOUNT = range(10, 17)
_BEFORE = 48
_BANK_BEFORE = 16
_KEPT_IN_FRONT = 4
_KEPT_AT_END = 2
_KEPT_OF_CARD = (2, 2)
_KEPT = {Kind.MAIL: (2, 0), Kind.CARD: _KEPT_OF_CARD}
_BEFORE_AT, _BEHIND_AT = 66, 60
_COUNTED = frozenset({"identity", "family", "tax"})  # behind these labels digits count however they are parted
LABELS = ("identity", "family", "tax", "servant", "code", "phone", "account", "bank")


def personal_data(text: str) -> tuple[Hit, ...]:
    """Find the personal data in a text, in its order."""
    plain = text if text.isascii() else _FOREIGN.sub(_plain, text)
    if "%" in plain:
        plain = IN_ADDRESS.sub(_as_read, plain)
    raw = plain.encode("utf-8", "replace")
    hits: list[Hit] = []
    if may_hold_number(raw):
        plain = whole(plain)
        hits += (hit for run in _RUN.finditer(plain) for hit in _in_run(plain, run))
    if may_name_card(raw):
        taken = {place for hit in hits for place in range(hit.start, hit.end)}
        hits += (_card(plain, *place) for place in cards(plain) if taken.isdisjoint(range(*place)))
    if may_hold_mail(raw):
        hits += (hit for at in _AT.finditer(plain) if (hit := _mail(plain, at)))
    return tuple(sorted(hits, key=lambda hit: hit.start))


def covered(text: str, kinds: Collection[Kind] = tuple(Kind), allowed: Collection[str] = ()) -> str:
    """Give a text with the personal data of some kinds covered, letter for letter, but for a little at both ends.

    `allowed` are digests of data that may be read.
    """
    for hit in personal_data(text):
        if hit.kind in kinds and hit.digest not in allowed:
            stretch = text[hit.start : hit.end]
            kept = _KEPT.get(hit.kind, (_KEPT_IN_FRONT, _KEPT_AT_END))
            text = text[: hit.start] + _cover(stretch, *kept) + text[hit.end :]
    return text


def _cover(stretch: str, front: int, end: int) -> str:
    places = [at for at, letter in enumerate(stretch) if letter.isalnum()]
    middle = frozenset(places[front : len(places) - end])
    return "".join(MASK if at in middle else letter for at, letter in enumerate(stretch))


def digest_of(value: str) -> str:
    """Give the digest of a value: of a number its digits, whichever way they were grouped or prefixed."""
    if "@" in value:
        bare = value.strip().lower()
    else:
        digits = "".join(c for c in value if c.isdigit())
        digits = digits.removeprefix("00") if digits.startswith("00628") else digits
        bare = f"0{digits[2:]}" if digits.startswith("628") else digits
    return _digest(bare)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _card(text: str, start: int, end: int) -> Hit:
    return Hit(Kind.CARD, start, end, "".join(filter(str.isalnum, text[start:end])).upper())


def _plain(found: re.Match[str]) -> str:
    return "".join(map(_plain_letter, found[0]))


@cache
def _plain_letter(letter: str) -> str:
    """Write a character plainly, in as much space as it took."""
    if unicodedata.category(letter) == "Pd" or letter == _MINUS:
        return "-"
    if letter in _POINTS:
        return "."
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKC", letter)
    return folded if len(folded) == 1 else letter


def _as_read(found: re.Match[str]) -> str:
    """Write a sign that stands in a web address by its number, in as much space as it took."""
    return chr(int(found[0][1:], 16)) + 2 * _UNSEEN


def _in_run(text: str, run: re.Match[str]) -> Iterator[Hit]:
    label = _label(text, run.start())
    if not label and _SHORT.fullmatch(run[0]):
        return
    groups = _groups(run)
    if label in {"servant", "code"} and len(groups.digits) == 1 and groups.lengths[0] != _SIXTEEN:
        return
    taken = 0
    for position in _beginnings(groups, label):
        if position >= taken and (found := _at(text, groups, position, label)):
            kind, count = found
            taken = position + count
            yield Hit(kind, groups.start(position), groups.end(taken - 1), groups.joined(position, count))


def _groups(run: re.Match[str]) -> _Groups:
    parts = _GROUP.split(run[0])
    edges = tuple(accumulate(map(len, parts), initial=run.start()))
    if _SEAMS.search(run[0]):
        parts = [*map(_unseamed, parts)]
    return _Groups(parts[1::2], parts[::2], tuple(map(len, parts[1::2])), edges)


def _beginnings(groups: _Groups, label: str) -> Iterable[int]:
    """Give where in a run a number of a person may begin: one of many small groups is soon read."""
    if label in _COUNTED:
        return range(len(groups.digits))
    return (
        position
        for position, (length, digits) in enumerate(zip(groups.lengths, groups.digits, strict=True))
        if position == 0 or length in _IDENTITY_SHAPES or _PHONE_BEGINS.match(digits)
    )


def _unseamed(text: str) -> str:
    return _SEAMS.sub("", text)


def _label(text: str, start: int) -> str:
    """Name the label nearest before a number, or ""; a bank is one only at its side, and where there is no other."""
    before = text[max(0, start - _BEFORE) : start].lower()
    nearest = bank = ""
    for found in label_pattern(LABELS).finditer(before):
        if found.lastgroup != "bank":
            nearest = found.lastgroup or ""
        elif len(before) - found.end() <= _BANK_BEFORE:
            bank = "bank"
    return nearest or bank


def _at(text: str, groups: _Groups, position: int, label: str) -> tuple[Kind, int] | None:
    """Say what begins at one group of a run, and how many groups it takes."""
    if groups.lengths[position : position + 6] == _TAX_SHAPE and label != "code":
        return Kind.TAX, 6
    if label == "tax" and (count := _count_to(groups, position, _TAX_LENGTHS)):
        return (Kind.IDENTITY if is_identity(groups.joined(position, count)) else Kind.TAX), count
    if found := _identity(text, groups, position, label):
        return found
    if label in {"account", "bank"}:
        return _account(text, groups, position, label)
    count = 0 if label in {"code", "servant"} else _phone(text, groups, position, label)
    return (Kind.PHONE, count) if count else None


def _identity(text: str, groups: _Groups, position: int, label: str) -> tuple[Kind, int] | None:
    kind = Kind.FAMILY_CARD if label == "family" else Kind.IDENTITY
    lengths = groups.lengths
    for shape in _IDENTITY_SHAPES.get(lengths[position], ()):
        count = len(shape)
        shaped = lengths[position : position + count] == shape and is_identity(groups.joined(position, count))
        if shaped and (label in {"identity", "family"} or _stands_alone(text, groups, position, count, _TITLE)):
            return kind, count
    if label in {"identity", "family"} and (count := _count_to(groups, position, {_SIXTEEN})):
        digits = groups.joined(position, count)
        return (kind if is_identity(digits) or is_identity(unrounded(digits)) else Kind.DOUBTFUL), count
    return None


def _stands_alone(text: str, groups: _Groups, position: int, count: int, title: re.Pattern[str] | None = None) -> bool:
    """Tell whether some groups are a number of their own: no part of a decimal, a longer code or a word.

    A word that `title` matches may stand right before it, as in the name of a file, and a word then right behind it,
    as cells of a table run together.
    """
    if position and groups.gaps[position] in {".", "-"}:
        return False
    after, all_groups = position + count, len(groups.digits)
    if after < all_groups and groups.gaps[after] in {".", "-"} and not _is_whole(groups, after):
        return False
    start, end = groups.start(position), groups.end(after - 1)
    if after == all_groups and text[end : end + 1].isalpha() and not (title and _TITLE_BEHIND.match(text, end)):
        return False
    if position or not text[max(0, start - 1) : start].isalpha():
        return True
    return title is not None and title.search(text, max(0, start - _BEFORE), start) is not None


def _is_whole(groups: _Groups, after: int) -> bool:
    """Tell the ".0" that tables put behind a whole number."""
    return after == len(groups.digits) - 1 and groups.gaps[after] == "." and groups.digits[after] == "0"


def _phone(text: str, groups: _Groups, position: int, label: str) -> int:
    """Count the groups that make a mobile number, 0 when none begins here."""
    first = groups.digits[position]
    if not _PHONE_BEGINS.match(first) or (first == "62" and not _is_prefix(text, groups, position)):
        return 0
    sums = accumulate(groups.lengths[position : position + _LONGEST_PHONE])
    count = sum(1 for total in sums if total <= _LONGEST_PHONE)
    for taken in range(count, 0, -1):
        number = groups.joined(position, taken)
        known = MOBILE if label != "phone" or not number.startswith("8") else _BARE_MOBILE
        if known.fullmatch(number):
            alone = label == "phone" or _stands_alone(text, groups, position, taken)
            return taken if alone else 0
    return 0


def _is_prefix(text: str, groups: _Groups, position: int) -> bool:
    """Tell the country code 62 from the number 62: behind a plus, or with more than a space or a point to part it."""
    start = groups.start(position)
    parted = groups.gaps[position + 1] if position + 1 < len(groups.digits) else ""
    return text[max(0, start - 1) : start] == "+" or not _PARTS_NUMBERS.issuperset(parted)


def _is_in_code(text: str, start: int, end: int) -> bool:
    """Tell digits within a fingerprint or another code: "bca" may stand in that too."""
    word = _WORD_BEFORE.search(text, max(0, start - _BEFORE), start)
    before = word[0] if word else ""
    behind = text[end : end + 1]
    return any(letter.isdigit() for letter in before) or (bool(before) and behind.isalpha())


def _account(text: str, groups: _Groups, position: int, label: str) -> tuple[Kind, int] | None:
    start, end = groups.edges[1], groups.edges[-1]
    if position or _BUDGET_CODE.match(text, start, end) or _is_in_code(text, start, end):
        return None
    lengths = _ACCOUNT if label == "account" else _BANK_ACCOUNT
    sums = [total for total in accumulate(groups.lengths[: lengths.stop]) if total < lengths.stop]
    return (Kind.ACCOUNT, len(sums)) if sums and sums[-1] in lengths else None


def _count_to(groups: _Groups, position: int, lengths: Collection[int]) -> int:
    """Count the groups from one position whose digits together have one of some lengths, the longest first; or 0."""
    sums = enumerate(accumulate(groups.lengths[position : position + max(lengths)]), start=1)
    return max((count for count, total in sums if total in lengths), default=0)


def _mail(text: str, at: re.Match[str]) -> Hit | None:
    before = text[max(0, at.start() - _BEFORE_AT) : at.start()]
    behind = text[at.end() : at.end() + _BEHIND_AT]
    name = _NAME.search(_MAIL_SEAM.sub("", before))
    domain = _provider().match(_MAIL_SEAM.sub("", behind))
    if name is None or domain is None:
        return None
    address = f"{name[0].strip()}@{domain['provider']}.{domain['top']}".lower()
    start, end = at.start() - _holding(reversed(before), len(name[0])), at.end() + _holding(behind, domain.end())
    return Hit(Kind.MAIL, start, end, address)


def _holding(signs: Iterable[str], count: int) -> int:
    """Count the signs that hold so many a reader sees."""
    seen = accumulate(_MAIL_SEAM.match(sign) is None for sign in signs)
    return next(taken for taken, number in enumerate(seen, start=1) if number == count)


@cache
def _provider() -> re.Pattern[str]:
    providers = "|".join(sorted(WORDS["mail_providers"], key=len, reverse=True))
    dot = r"(?: ?\. ?| ?[\[({] ?(?:dot|titik) ?[\])}] ?)"
    return re.compile(rf" ?(?P<provider>{providers}){dot}(?P<top>com?(?:\.id)?|id|me)(?![a-z0-9])", re.IGNORECASE)
