"""The documents that can be made from the registers, by the word that is typed for each."""

from ppidgen.model.vocabulary import Choice


class PaperKind(Choice):
    """Kind of document; the label says what it is."""

    TEST_SHEET = "lembar-uji", "Lembar Pengujian Konsekuensi"
    CLASSIFICATION = "penetapan", "Penetapan Klasifikasi Informasi yang Dikecualikan"
    CHANGE_SHEET = "lembar-pengubahan", "Lembar Pengujian Konsekuensi atas Pengubahan Klasifikasi"
    CHANGE = "pengubahan", "Penetapan Pengubahan Klasifikasi"
    OPENING = "pembukaan", "Penetapan Informasi menjadi Terbuka"
    EXEMPTION_LIST = "dik", "Daftar Informasi yang Dikecualikan"
    NIL = "nihil", "Pernyataan Nihil"


FOLDER = "dokumen"
TEMPLATE = f"{FOLDER}/surat.typ"
SENTENCES = f"{FOLDER}/kata.yaml"
