"""Forms to be filled in by hand: Perki 1/2021 Lampiran VI, VII, IX and X, mended, and the letters beside them."""

from collections.abc import Mapping

from pydantic import Field

from ppidgen.model.elements.record import Part
from ppidgen.model.law.application_form import ApplicationForm, FormField
from ppidgen.model.law.instrument import Provision
from ppidgen.model.law.legal_grounds import ObjectionReason


class BlankRow(Part):
    """One thing to fill in: lines to write on, or boxes to tick."""

    label: str
    lines: int = Field(1, alias="baris", ge=1)
    options: tuple[str, ...] = Field((), alias="pilihan")


class BlankPart(Part):
    """Rows that belong together under a head; `asked` names questions of the online form that are rows here."""

    title: str = Field("", alias="judul")
    text: str = Field("", alias="teks")
    asked: tuple[str, ...] = Field((), alias="ditanyakan")
    rows: tuple[BlankRow, ...] = Field((), alias="isian")


class BlankForm(Part):
    """One form; `fields_from` names the online form whose questions its parts ask."""

    id: str
    order: int = Field(alias="urutan")
    title: str = Field(alias="judul")
    purpose: str = Field(alias="guna")
    basis: tuple[Provision, ...] = Field(alias="dasar", min_length=1)
    fields_from: str = Field("", alias="isian_dari")
    parts: tuple[BlankPart, ...] = Field(alias="bagian", min_length=1)
    signatures: tuple[str, ...] = Field(alias="tanda_tangan", min_length=1)


def parts_of(
    form: BlankForm, forms: Mapping[str, ApplicationForm], reasons: Mapping[str, ObjectionReason]
) -> tuple[BlankPart, ...]:
    """Give all parts of a form, with the questions of the online form that it stands for."""
    questions = {field.name: field for field in forms[form.fields_from].fields} if form.fields_from else {}

    def asking(part: BlankPart) -> BlankPart:
        asked = tuple(_row(questions[name], reasons) for name in part.asked)
        return part.model_copy(update={"rows": (*asked, *part.rows)}) if asked else part

    return tuple(map(asking, form.parts))


def _row(field: FormField, reasons: Mapping[str, ObjectionReason]) -> BlankRow:
    options = tuple(option.label for option in field.options)
    if field.options_from:
        options = tuple(f"{one.letter}. {one.text}" for one in reasons.values())
    return BlankRow(label=field.printed, lines=field.lines, options=options)
