"""The table of registers: which folder or file holds records of which type."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import normpath
from types import MappingProxyType

from ppidgen.model.elements.record import Record
from ppidgen.model.elements.vocabulary import SiteLanguage
from ppidgen.model.records.body import PublicBody, Site
from ppidgen.model.records.cases import DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.records.evidence import Attestation
from ppidgen.model.records.exemption import Exemption
from ppidgen.model.records.holidays import HolidayDecree
from ppidgen.model.records.information import InformationEntry
from ppidgen.model.records.nil import NilStatement
from ppidgen.model.records.permit import PersonalDataPermit
from ppidgen.model.records.procurement import ProcurementPackage
from ppidgen.model.records.publication import Announcement, Article, NewsItem
from ppidgen.model.records.series import Series
from ppidgen.model.records.service import FeeSchedule, OperatingProcedure, Procedure, ServiceCharter, ServiceStandard
from ppidgen.model.records.service_report import ServiceReport
from ppidgen.model.records.unit import Unit
from ppidgen.model.records.waiver import Waiver

CONTENT = "content"
FILES = "berkas"
KIND_KEY = "jenis"
BODY_KEY = "isi"
ID_KEY = "id"
UNIT_KEY = "unit"


@dataclass(frozen=True)  # without slots, which would leave no place for what is worked out once
class Register:
    """One register: `name` is its folder, or its single file `name.yaml` when `single` is true.

    `variants` maps the value of the key `jenis` to a record type; a register of one type has the key "".
    `many` says that one file may hold a list of records.
    """

    name: str
    label: str
    variants: Mapping[str, type[Record]]
    single: bool = False
    many: bool = True

    @cached_property
    def keys(self) -> frozenset[str]:
        """Give the keys that every type of record of the register knows."""
        own = (kind.model_fields.items() for kind in self.record_types)
        return frozenset.intersection(*(frozenset(field.alias or name for name, field in fields) for fields in own))

    @cached_property
    def record_types(self) -> tuple[type[Record], ...]:
        """Give each record type of the register once."""
        return tuple(dict.fromkeys(self.variants.values()))


def _one(record: type[Record]) -> Mapping[str, type[Record]]:
    return MappingProxyType({"": record})


PUBLIC_BODY = Register("badan-publik", "Badan Publik", _one(PublicBody), single=True, many=False)
SITE = Register("situs", "Pengaturan situs", _one(Site), single=True, many=False)
WAIVERS = Register("toleransi", "Toleransi", _one(Waiver), single=True)
PERMITS = Register("izin-data-pribadi", "Izin data pribadi", _one(PersonalDataPermit), single=True)
UNITS = Register("unit", "Unit kerja", _one(Unit))
INFORMATION = Register("informasi", "Daftar Informasi Publik", _one(InformationEntry))
EXEMPTIONS = Register("dikecualikan", "Informasi yang Dikecualikan", _one(Exemption))
SERVICES = Register(
    "layanan",
    "Layanan informasi",
    MappingProxyType(
        {
            "permohonan": Procedure,
            "keberatan": Procedure,
            "sengketa": Procedure,
            "maklumat": ServiceCharter,
            "biaya": FeeSchedule,
            "standar": ServiceStandard,
            "sop": OperatingProcedure,
        }
    ),
)
CASES = Register(
    "perkara",
    "Register perkara",
    MappingProxyType({"permohonan": RequestCase, "keberatan": ObjectionCase, "sengketa": DisputeCase}),
)
REPORTS = Register("laporan", "Laporan layanan", _one(ServiceReport))
ANNOUNCEMENTS = Register("pengumuman", "Pengumuman serta-merta", _one(Announcement))
NEWS = Register("berita", "Berita", _one(NewsItem))
ARTICLES = Register("halaman", "Halaman", _one(Article))
PROCUREMENT = Register("pengadaan", "Pengadaan", _one(ProcurementPackage))
NIL = Register("nihil", "Pernyataan nihil", _one(NilStatement))
HOLIDAYS = Register("hari-libur", "Hari libur", _one(HolidayDecree))
EVIDENCE = Register("bukti", "Bukti penilaian", _one(Attestation))
SERIES = Register("seri", "Seri dokumen", _one(Series))

REGISTERS: tuple[Register, ...] = (
    PUBLIC_BODY, SITE, WAIVERS, PERMITS, UNITS, INFORMATION, EXEMPTIONS, SERVICES, CASES, REPORTS, ANNOUNCEMENTS, NEWS,
    ARTICLES, PROCUREMENT, NIL, HOLIDAYS, EVIDENCE, SERIES,
)  # fmt: skip


# The languages in which a file beside another may say its texts: "x.en.md" beside "x.md".
FURTHER_LANGUAGES = frozenset(one.value for one in SiteLanguage if one is not SiteLanguage.INDONESIAN)


def language_of(path: str) -> str:
    """Give the further language in which a register file is written, "" for the main one."""
    name, _, _ending = path.rpartition("/")[2].rpartition(".")
    language = name.rpartition(".")[2] if "." in name else ""
    return language if language in FURTHER_LANGUAGES else ""


def original_of(path: str) -> str:
    """Give the register file that a file in a further language translates; the path itself for one in the main one."""
    language = language_of(path)
    stem, dot, ending = path.rpartition(".")
    return f"{stem.removesuffix(f'.{language}')}{dot}{ending}" if language else path


def portal_path(path: str) -> str:
    """Write the path of a file from the portal folder that was written from the folder of documents."""
    whole = f"{CONTENT}/{FILES}/{path}"
    return normpath(whole) if path.startswith("../") else whole
