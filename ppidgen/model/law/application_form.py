"""The forms by which people ask and object: their questions as the law lists them, in the order they are asked."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from ppidgen.model.elements.record import Part
from ppidgen.model.elements.vocabulary import ApplicantKind
from ppidgen.model.law.deadline_rule import DeadlineEvent
from ppidgen.model.law.instrument import Provision


class FormOption(Part):
    """One answer to choose."""

    value: str = Field(alias="nilai")
    label: str


class FormField(Part):
    """One question: `letter` is its place in the article; `printed` heads it on paper, where `lines` are left for it.

    `missing` is what is said when it is left empty; without it the question may be. The other conditions are those of
    `questions.Asked`.
    """

    name: str = Field(alias="nama")
    letter: str = Field("", alias="huruf")
    control: Literal["teks", "surel", "telepon", "paragraf", "radio", "centang"] = Field("teks", alias="jenis")
    label: str
    printed: str = Field("", alias="label_cetak")
    hint: str = Field("", alias="petunjuk")
    missing: str = Field("", alias="kosong")
    malformed: str = Field("", alias="salah")
    pattern: str = Field("", alias="pola")
    options: tuple[FormOption, ...] = Field((), alias="pilihan")
    options_from: Literal["", "alasan-keberatan"] = Field("", alias="pilihan_dari")
    applicants: tuple[ApplicantKind, ...] = Field((), alias="untuk")
    unless: str = Field("", alias="kecuali")
    when: str = Field("", alias="bila")
    instead: str = Field("", alias="atau")
    autocomplete: str = Field("", alias="isi_otomatis")
    lines: int = Field(1, alias="baris")


class FormPart(Part):
    """Questions that are asked together; `suggest` names the one for whose words published entries are shown."""

    name: str = Field(alias="nama")
    title: str = Field(alias="judul")
    lead: str = Field("", alias="pengantar")
    suggest: str = Field("", alias="saran")
    fields: tuple[FormField, ...] = Field(alias="isian", min_length=1)


class FormEnclosure(Part):
    """What one kind of applicant encloses."""

    applicant: ApplicantKind = Field(alias="untuk")
    text: str = Field(alias="teks")
    basis: Provision = Field(alias="dasar")


class FormItem(Part):
    """One thing that the article wants on the form; a line of a form that holds one of `words` is taken for it."""

    letter: str = Field(alias="huruf")
    name: str = Field(alias="sebutan")
    words: tuple[str, ...] = Field(alias="kata", min_length=1)


class ApplicationForm(Part):
    """A form: its parts in order, its enclosures, and the event that sets the periods of the law going.

    `items` is what the article wants on any form, `excess` the words for what nobody may ask.
    """

    id: str
    title: str = Field(alias="judul")
    basis: Provision = Field(alias="dasar")
    event: DeadlineEvent = Field(alias="peristiwa")
    parts: tuple[FormPart, ...] = Field(alias="langkah", min_length=1)
    enclosures: tuple[FormEnclosure, ...] = Field((), alias="lampiran")
    items: tuple[FormItem, ...] = Field(alias="butir", min_length=1)
    excess: tuple[str, ...] = Field(alias="berlebih")

    @property
    def fields(self) -> Iterator[FormField]:
        """Give every question in order."""
        return (field for part in self.parts for field in part.fields)
