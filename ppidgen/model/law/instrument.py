"""Legal instruments: what a citation points at, and how free text is seen to cite one."""

import re
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from ppidgen.model.elements.record import Part

# The kind of an act of parliament, as its data file says it.
ACT = "Undang-Undang"


class Confidence(StrEnum):
    """How a legal fact was checked: in the instrument's own text, or in a second source."""

    TEXT = "V"
    SECOND_SOURCE = "V2"


class Force(StrEnum):
    """Whether an instrument still binds."""

    IN_FORCE = "berlaku"
    REPEALED = "dicabut"


class Provision(Part):
    """A place in a legal instrument: the instrument's id and the article as jurists write it."""

    instrument: str = Field(alias="instrumen")
    article: str = Field(alias="pasal")


class Instrument(Part):
    """A law or regulation; what could not be checked (title, gazette) is left out."""

    id: str
    kind: str = Field(alias="jenis")
    number: int | None = Field(None, alias="nomor")
    year: int | None = Field(None, alias="tahun")
    title: str = Field("", alias="tentang")
    gazette: str = Field("", alias="lembaran")
    short_name: str = Field(alias="sebutan_pendek")
    force: Force = Field(alias="status")
    repealed_by: Provision | None = Field(None, alias="dicabut_oleh")
    confidence: Confidence = Field(alias="keyakinan")
    note: str = Field("", alias="catatan")
    phrases: tuple[str, ...] = Field(
        alias="pola",
        description='Kata-kata yang menyebut peraturan ini; tanda "#" mewakili nomor dan tahunnya.',
    )

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        forms = "|".join(self._form(phrase) for phrase in self.phrases)
        return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE) if forms else None

    def _form(self, phrase: str) -> str:
        # Every repetition is bounded, so that matching stays linear in the length of any text.
        number = (
            rf"(?:(?:republik\s{{1,4}}indonesia|ri)\s{{1,4}})?(?:(?:nomor|no)\s{{0,4}}[.:]?\s{{0,4}})?"
            rf"0{{0,2}}{self.number}\s{{0,4}}(?:/|tahun|thn\.?|th\.?)\s{{0,4}}{self.year}"
        )
        words = (number if word == "#" else re.escape(word).replace(r"\-", r"[-\s]") for word in phrase.split())
        return r"\s{1,4}".join(words)

    def is_cited_in(self, text: str) -> bool:
        """Tell whether free text names this instrument."""
        return self._pattern is not None and self._pattern.search(text) is not None

    def taken_out_of(self, text: str) -> str:
        """Give a free text without what names this instrument; the same text where nothing does."""
        return self._pattern.sub("", text) if self._pattern else text
