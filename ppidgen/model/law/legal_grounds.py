"""The closed lists of the Act: grounds of exemption, what can never be exempt, grounds of objection."""

from pydantic import Field

from ppidgen.model.elements.record import Part
from ppidgen.model.elements.types import Flag
from ppidgen.model.law.instrument import Provision


class Opening(Part):
    """A condition under which exempt information is open all the same, with words that hint at it."""

    condition: str = Field(alias="syarat")
    basis: tuple[Provision, ...] = Field(alias="dasar", min_length=1)
    keywords: tuple[str, ...] = Field((), alias="kata_kunci")


class ExemptionGround(Part):
    """One letter of Pasal 17, the closed list of grounds for keeping information back."""

    letter: str = Field(alias="huruf", pattern=r"^[a-j]$")
    title: str = Field(alias="judul")
    details: tuple[str, ...] = Field((), alias="rincian")
    duration: str = Field(alias="jangka_waktu")
    basis: tuple[Provision, ...] = Field(alias="dasar", min_length=1)
    may_be_permanent: Flag = Field(alias="permanen_boleh")
    needs_statute: Flag = Field(alias="perlu_undang_undang")
    needs_regulation: Flag = Field(alias="perlu_peraturan")
    max_years: int | None = Field(None, alias="maksimum_tahun")
    set_by: str = Field("", alias="penetap")
    openings: tuple[Opening, ...] = Field((), alias="pembukaan")

    @property
    def code(self) -> str:
        """Give the code that registers use, such as 17a."""
        return f"17{self.letter}"


class NeverExempt(Part):
    """One letter of Pasal 18(1): what no exemption can cover, with words that hint at it."""

    letter: str = Field(alias="huruf")
    text: str = Field(alias="uraian")
    basis: Provision = Field(alias="dasar")
    keywords: tuple[str, ...] = Field(alias="kata_kunci", min_length=1)


class ObjectionReason(Part):
    """One letter of Pasal 35(1): why an applicant may object; `amicable` ones may be settled by talking."""

    letter: str = Field(alias="huruf")
    text: str = Field(alias="alasan")
    amicable: Flag = Field(alias="musyawarah")
    basis: tuple[Provision, ...] = Field(alias="dasar", min_length=1)
