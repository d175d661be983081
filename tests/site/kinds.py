"""One page of each kind that the specimen has; a family of pages that is missing here fails a test."""

from collections.abc import Sequence

LISTS = (
    "/dip/", "/dip/laman/2/", "/dip/berkala/", "/dip/serta-merta/", "/dip/unit/", "/dip/unit/bpkad/", "/dip/tahun/",
    "/dip/tahun/2027/", "/dip/huruf/", "/dip/huruf/v/", "/dip/kewajiban/b10/", "/dik/", "/dik/berakhir/",
    "/serta-merta/", "/serta-merta/arsip/", "/laporan/", "/berita/", "/berita/jenis/agenda/",
    "/pengadaan/", "/unit/", "/peta-situs/", "/kelengkapan/", "/kelengkapan/skor/", "/kelengkapan/unit/bpkad/",
    "/data/kewajiban/",
)  # fmt: skip
PRINTS = ("/dip/cetak/unit/bpkad/", "/dik/cetak/")
ENTRIES = (
    "/informasi/bpkad/lkpd-2024/", "/informasi/setda/agenda-kerja-bupati-2026/", "/informasi/disdik/spmb-2026/",
    "/dikecualikan/dinkes/rekam-medis/", "/dikecualikan/bpkad/rencana-pembelian-tanah-puskesmas/",
    "/pengumuman/cuaca-ekstrem-2026/", "/pengumuman/banjir-februari-2026/", "/berita/posko-siaga-musim-hujan-2026/",
    "/pengadaan/2026/jembatan-sungai-contoh-ii/", "/laporan/2025/", "/unit/bpkad/",
)  # fmt: skip
GONE = ("/informasi/diskominfo/panduan-portal-lama/", "/informasi/diskominfo/daftar-blankspot/")
NODES = (
    "/profil/", "/profil/badan-publik/", "/profil/visi-misi/", "/profil/struktur-organisasi/", "/profil/pimpinan/",
    "/profil/ppid/", "/profil/ppid/struktur/", "/profil/ppid/sk/", "/profil/ppid/dasar-hukum/", "/profil/jaringan/",
    "/informasi/", "/dikecualikan/", "/dik/alasan/", "/dik/alasan/17h/", "/dik/statistik/", "/statistik/",
    "/permohonan-terjawab/", "/laporan/papan-layanan/", "/survei-kepuasan/", "/penghargaan/", "/data/",
    "/kontak/", "/aksesibilitas/", "/privasi/", "/keamanan/", "/halaman/maklumat-bahasa-jawa/",
    "/layanan/permohonan/huruf-besar/", "/layanan/permohonan/bahasa-sederhana/",
)  # fmt: skip
SERVICES = (
    "/layanan/", "/layanan/permohonan/", "/layanan/keberatan/", "/layanan/sengketa/", "/layanan/maklumat/",
    "/layanan/biaya/", "/layanan/waktu/", "/layanan/kanal/", "/layanan/standar/", "/layanan/standar/w01/",
    "/layanan/sop/", "/layanan/sop/sop-permohonan/", "/layanan/disabilitas/", "/layanan/hak-kewajiban/",
    "/layanan/pertanyaan-umum/", "/layanan/pengaduan/", "/layanan/permohonan/ajukan/", "/layanan/keberatan/ajukan/",
    "/layanan/kalkulator/", "/layanan/lacak/", "/layanan/formulir/", "/layanan/formulir/formulir-permohonan/",
    "/layanan/formulir/formulir-keberatan/besar/",
)  # fmt: skip
SEARCH = "/cari/?q=laporan"
OTHERS = ("/", SEARCH, "/cari/", "/404.html")

# Pages that a browser leaves at once for what their reader came for.
LEADING_ON = ("/pengumuman/",)

KINDS: Sequence[str] = (*OTHERS, *LISTS, *PRINTS, *ENTRIES, *GONE, *NODES, *SERVICES)
