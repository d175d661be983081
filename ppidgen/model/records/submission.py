"""How a request made on the portal reaches the body: the portal itself receives and keeps nothing."""

from ppidgen.model.elements.record import Part, entry_field
from ppidgen.model.elements.types import AgeKey, Email, HttpsUrl, Phone
from ppidgen.model.elements.vocabulary import SubmissionEncoding


class Submission(Part):
    """The ways in which the online forms are sent; the contact of the PPID stands in for those left out."""

    endpoint: HttpsUrl | None = entry_field(
        "alamat_kirim", "Alamat penerima formulir milik Badan Publik.", default=None,
        example="https://layanan.contohkab.go.id/ppid/masuk",
    )  # fmt: skip
    encoding: SubmissionEncoding = entry_field(
        "bentuk_kirim", "Bentuk kiriman yang dipahami penerima.", default=SubmissionEncoding.JSON
    )
    email: Email | None = entry_field("surel", "Surel penerima; bila kosong, surel kontak PPID.", default=None)
    whatsapp: Phone | None = entry_field(
        "whatsapp", "Nomor WhatsApp penerima; kosongkan bila permohonan tidak diterima lewat WhatsApp.", default=None
    )
    key: AgeKey | None = entry_field(
        "kunci_enkripsi", "Kunci publik age milik PPID; kiriman disandikan di peramban pemohon.", default=None
    )
