"""The documents that can be made from the registers, by the word that is typed for each."""

from ppidgen.model.elements.vocabulary import Choice


class PaperKind(Choice):
    """Kind of document; the label says what it is."""

    TEST_SHEET = "lembar-uji", "Lembar Pengujian Konsekuensi"
    CLASSIFICATION = "penetapan", "Penetapan Klasifikasi Informasi yang Dikecualikan"
    CHANGE_SHEET = "lembar-pengubahan", "Lembar Pengujian Konsekuensi atas Pengubahan Klasifikasi"
    CHANGE = "pengubahan", "Penetapan Pengubahan Klasifikasi"
    OPENING = "pembukaan", "Penetapan Informasi menjadi Terbuka"
    EXEMPTION_LIST = "dik", "Daftar Informasi yang Dikecualikan"
    NIL = "nihil", "Pernyataan Nihil"
    LEAFLET = "brosur", "Brosur layanan informasi, A5"
    POSTER = "poster", "Poster papan pengumuman, A3"
    BLANK_REQUEST = "formulir-permohonan", "Formulir Permohonan Informasi Publik"
    BLANK_OBJECTION = "formulir-keberatan", "Formulir Pernyataan Keberatan"
    BLANK_RECEIPT = "formulir-tanda-terima", "Tanda Bukti Penerimaan Permohonan Informasi"
    BLANK_INCOMPLETE = "formulir-tidak-lengkap", "Surat Keterangan Tidak Lengkap"
    BLANK_NOTICE = "formulir-pemberitahuan", "Pemberitahuan Tertulis"
    BLANK_REFUSAL = "formulir-penolakan", "Pemberitahuan Penolakan Permohonan Informasi"
    BLANK_EXTENSION = "formulir-perpanjangan", "Pemberitahuan Perpanjangan Waktu"
    BLANK_REPLY = "formulir-tanggapan-keberatan", "Tanggapan atas Keberatan"


BLANKS = (
    PaperKind.BLANK_REQUEST, PaperKind.BLANK_OBJECTION, PaperKind.BLANK_RECEIPT, PaperKind.BLANK_INCOMPLETE,
    PaperKind.BLANK_NOTICE, PaperKind.BLANK_REFUSAL, PaperKind.BLANK_EXTENSION, PaperKind.BLANK_REPLY,
)  # fmt: skip

# The files of each that a portal offers: format, and whether in large print.
BLANK_FILES = (("pdf", False), ("pdf", True), ("docx", False))

FOLDER = "dokumen"
TEMPLATE = f"{FOLDER}/surat.typ"
SENTENCES = f"{FOLDER}/kata.yaml"
