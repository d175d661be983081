"""Halves, quarters and months of a year: what a document is about that comes out more than once a year."""

import re

from ppidgen.model.elements.vocabulary import Choice

_MONTHS = 12
_NAMED = r"\b(?:semester|triwulan)\s+(?:i{1,3}|iv|[1-4])\b"
_UP_TO = r"(?:\bs[./]d\b\.?|\bsampai\b(?:\s+dengan\b)?|\bhingga\b)"
_ONE_PART = re.compile(_NAMED, re.IGNORECASE)
# "Semester I dan II", "Triwulan I s/d IV", and all of the year in "s.d. Triwulan IV".
_SEVERAL = re.compile(
    rf"{_NAMED}\s*(?:\bdan\b|{_UP_TO}|[-\u2013,/&+])\s*(?:i{{1,3}}|iv|[1-4])\b"
    rf"|{_UP_TO}\s+(?:semester\s+(?:ii|2)|triwulan\s+(?:iv|4))\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:semester|triwulan|bulan)", re.IGNORECASE)


class Rhythm(Choice):
    """How often a document comes out."""

    YEAR = "tahun", "Setiap tahun"
    HALF = "semester", "Setiap semester"
    QUARTER = "triwulan", "Setiap triwulan"
    MONTH = "bulan", "Setiap bulan"

    @property
    def months(self) -> int:
        """Give how many months one document is about."""
        return {Rhythm.YEAR: 12, Rhythm.HALF: 6, Rhythm.QUARTER: 3, Rhythm.MONTH: 1}[self]

    @property
    def parts(self) -> tuple["YearPart", ...]:
        """Give the parts of a year in their order; the whole year has none."""
        return tuple(one for one in YearPart if one.rhythm is self)


class YearPart(Choice):
    """One part of a year, as an entry names it."""

    FIRST_HALF = "semester 1", "Semester I"
    SECOND_HALF = "semester 2", "Semester II"
    FIRST_QUARTER = "triwulan 1", "Triwulan I"
    SECOND_QUARTER = "triwulan 2", "Triwulan II"
    THIRD_QUARTER = "triwulan 3", "Triwulan III"
    FOURTH_QUARTER = "triwulan 4", "Triwulan IV"
    JANUARY = "januari", "Januari"
    FEBRUARY = "februari", "Februari"
    MARCH = "maret", "Maret"
    APRIL = "april", "April"
    MAY = "mei", "Mei"
    JUNE = "juni", "Juni"
    JULY = "juli", "Juli"
    AUGUST = "agustus", "Agustus"
    SEPTEMBER = "september", "September"
    OCTOBER = "oktober", "Oktober"
    NOVEMBER = "november", "November"
    DECEMBER = "desember", "Desember"

    @property
    def rhythm(self) -> Rhythm:
        """Give the rhythm that has such parts."""
        return next((one for one in (Rhythm.HALF, Rhythm.QUARTER) if self.startswith(one.value)), Rhythm.MONTH)

    @property
    def last_month(self) -> int:
        """Give the month, 1 to 12, with which the part ends."""
        own = [one for one in YearPart if one.rhythm is self.rhythm]
        return (own.index(self) + 1) * _MONTHS // len(own)


def says_one_part(title: str) -> bool:
    """Tell a title that speaks of one half or quarter: "LRA Semester I 2025", not "Capaian per Triwulan 2025"."""
    return len(_ONE_PART.findall(title)) == 1 and not _SEVERAL.search(title)


def asks_for_part(text: str) -> bool:
    """Tell words of a question that are about halves, quarters or months."""
    return _PART.search(text) is not None
