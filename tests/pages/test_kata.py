"""The words of the pages: both languages say the same things, and nothing is missing or idle."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from string import Formatter

import pytest

from ppidgen.exchange.score_badge import site_badge
from ppidgen.model.accessibility import AccessibilityTest
from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import (
    BodyKind,
    ChannelKind,
    Decision,
    ExemptionStatus,
    Extent,
    HazardKind,
    Level,
    ObjectionGround,
    PackageDocumentState,
    ProcurementMethod,
)
from ppidgen.model.language.words import Words
from ppidgen.model.pages.edition import Edition
from ppidgen.model.public.open_data import PublicCoverage, PublicDuty, PublicEntry, PublicExemption
from ppidgen.model.records.body import Channel, ElectionTime, PublicBody, ScoreOfOwn, Site
from ppidgen.model.records.cases import Case, DisputeCase, ObjectionCase, RequestCase
from ppidgen.model.records.exemption import ConsequenceTest, Ending, Exemption
from ppidgen.model.records.parts import Contact, Decree, Document, Withdrawal
from ppidgen.model.records.procurement import PackageDocument, ProcurementPackage
from ppidgen.model.records.publication import Announcement
from ppidgen.model.records.service import Procedure
from ppidgen.model.records.service_report import SatisfactionSurvey, ServiceReport
from ppidgen.model.records.submission import Submission
from ppidgen.model.standing.public_score import PublicScore, PublicTotal
from ppidgen.pages import shell
from ppidgen.pages.body import units
from ppidgen.pages.dip import prints
from ppidgen.pages.news.announcements import IN_FULL
from tests.model.test_age_key import KEY
from tests.pages.portals import context, crowd, entry, files, law, pages, rich, unit, words
from tests.pages.standings import FRESH, standings

CITATION = re.compile(r"(?:UU|PP|Perki|Perpres)(?: KIP| PDP| \d+/\d{4})")


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_with_the_same_places_to_fill() -> None:
    indonesian, english = words("id").texts, words("en").texts
    assert indonesian.keys() == english.keys()
    assert {key for key in indonesian if places(indonesian[key]) != places(english[key])} == set()


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_portal_can_be_said_in_each_language(language: str) -> None:
    for portal in (rich(language=language), context(language=language), rich(language=language, units=())):
        assert pages(portal)
        assert files(portal)
        assert shell(portal).menu


# All periods told to applicants are working days today; the catalogue may bring others.
SPOKEN_WHEN_THE_LAW_CHANGES = {"deadline.at_once", "deadline.months", "deadline.years"}


class Listening(dict[str, str]):
    """Sentences that remember which of them were asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__(texts)
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return super().__getitem__(key)


def receipted() -> tuple[Case, ...]:
    """Make cases with a receipt that went through every step there is."""
    steps = {"incomplete": 2, "complete": 3, "extended": 4, "notified": 5, "given": 6, "dropped": 7, "withdrawn": 8}
    days = {name: date(2025, 3, day) for name, day in steps.items()}
    return (
        RequestCase(id="r", kind="permohonan", received=date(2025, 3, 1), receipt="K7QM-2XDR-90TA", **days),
        ObjectionCase(
            id="o", kind="keberatan", received=date(2025, 4, 1), ground=ObjectionGround.LATE,
            answered=date(2025, 4, 2), receipt="K7QM-2XDR-90TB",
        ),
    )  # fmt: skip


def answered() -> tuple[Case, ...]:
    """Make requests that were answered in two years, and objections enough to be told by their ground."""
    requests = (
        RequestCase(
            id=f"r-{year}", kind="permohonan", received=date(year, 3, 2), notified=date(year, 3, 4),
            given=date(year, 3, 4), decision=Decision.GRANTED,
        )
        for year in (2024, 2025)
    )  # fmt: skip
    late = ObjectionGround.LATE
    objections = (
        ObjectionCase(id=f"o-{number}", kind="keberatan", received=date(2025, 4, 1), ground=late) for number in range(6)
    )
    return (*requests, *objections)


def unusual() -> Context:
    """Make a portal of the states that the rich one does not have."""
    gone = Withdrawal(day=date(2025, 1, 1), reason="Ganda.")
    return context(
        body=PublicBody(
            name="B", kind=BodyKind.EXECUTIVE, level=Level.NATIONAL, contact=Contact(fax="021 1"),
            channels=(Channel(kind=ChannelKind.PHONE, name="T", address="021 1", hours="08.00-16.00"),),
            elections=(ElectionTime(starts=date(2026, 1, 1), ends=date(2026, 12, 31), source="Keputusan"),),
        ),
        services=(
            Procedure(id="p", kind="permohonan", title="P", requirements=("KTP",), legal_basis=("UU KIP",)),
        ),
        site=Site(title="S", per_page=10, board=True, submission=Submission(key=KEY)),
        units=(unit("dinas", "Dinas"),),
        information=(
            entry("gone", "Gone", withdrawn=gone),
            entry("absent", "道", documents=(Document(title="D", file="no.pdf"),), group="G", link="https://x.go.id/"),
            entry("wealth", "LHKPN", duties=("B01.d",)),
            entry("brief", "Brief", duties=("S05", "S11"), body="one two three four five six seven eight nine ten"),
            entry("old", "Old", updated=date(2020, 1, 1), link="https://x.go.id/", unit="dinas"),
            *(entry(f"month-{n}", f"M {n}", updated=date(2026, n, 1)) for n in range(1, 13)),
        ),
        exemptions=(
            Exemption(id="a", title="A", status=ExemptionStatus.CHANGED, extent=Extent.PART),
            Exemption(id="b", title="B", expires=Ending(day=date(2040, 1, 1), event="Selesai"), duration="5 tahun"),
            Exemption(id="c", title="C", test=ConsequenceTest.model_validate({"occasion": "saat-permintaan"})),
            Exemption.model_validate({
                "id": "d", "title": "D", "mulai": "2040-01-01", "penetapan": {"tanggal": "2026-01-01"},
                "pengubahan": [{
                    "nomor": "2", "tanggal": "2026-02-01", "tanggal_uji": "2026-01-20", "dasar_semula": "UU 1",
                    "dasar_pengubahan": "UU 2", "pertimbangan": "P", "jangka_waktu": "1 tahun",
                    "hasil": "tetap-dikecualikan",
                }],
            }),
            Exemption.model_validate({
                "id": "e", "title": "E",
                "pembukaan": {"nomor": "3", "tanggal": "2026-01-02", "mulai_terbuka": "2026-01-03", "sebab": "putusan"},
            }),
        ),
        announcements=tuple(
            Announcement(
                id=f"a-{n}", title="A", kind=HazardKind.NATURAL, starts=date(2025, 1, 1), ends=date(2030, 1, 1),
                area="A", instruction="I", local_summary="L", phone="1", source="S", unit="dinas",
                documents=(Document(title="P", file="no.pdf"),),
            )
            for n in range(IN_FULL + 1)
        ),
        cases=(DisputeCase(id="s", kind="sengketa"), *receipted()),
        procurement=(
            ProcurementPackage(
                id="p", name="P", year=2026, method=ProcurementMethod.TENDER,
                documents=(PackageDocument(duty="B09.b.01", state=PackageDocumentState.NIL),),
            ),
        ),
    )  # fmt: skip


def test_every_word_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    listening = Listening(words("id").texts)
    monkeypatch.setattr(prints, "MOST_ROWS", 3)
    monkeypatch.setattr(units, "SHOWN", 1)
    older = dict.fromkeys(("list_decree", "exemption_decree"), Decree(number="1", day=date(2024, 1, 2)))
    levels = [rich(body=unusual().portal.body.model_copy(update={"level": level, **older})) for level in Level]
    few = SatisfactionSurvey(first=date(2025, 1, 1), last=date(2025, 1, 2), answers="A,B\n1,2")
    report = ServiceReport(id="2025", title="R", year=2025, survey=few)
    quiet = context(site=Site(title="S", board=True, print_kit=True), reports=(report,))
    quiet = replace(quiet, accessibility=AccessibilityTest(day=date(2026, 1, 5)))
    busy = context(cases=answered())
    totals = tuple(PublicTotal(name, "M", "1,00", "B") for name in ("tercatat", "potensi"))
    asked = Site(title="S", score=ScoreOfOwn(rubric="r", badge=True))
    scored = replace(context(site=asked), score=PublicScore("L", "E", "S", "100", "B", totals, (), (), "P", (), (), ()))
    proposed = entry("a", "A", duties=("B04.a",), link="https://a.id/", updated=FRESH, to_check=("memenuhi",))
    unsure = context(information=(proposed,))
    copy = replace(unusual(), portal=unusual().portal.of_unit("dinas"), is_copy=True)
    tasked = standings()
    many = replace(tasked, portal=replace(tasked.portal, units=(*tasked.portal.units, *crowd())))
    flat = context(units=tuple(one.model_copy(update={"parent": None}) for one in crowd()))
    of_units = (copy, many, flat)
    in_part = replace(context(), edition=Edition("jv", "/jv", whole=False))
    for portal in (rich(), in_part, context(), quiet, busy, scored, unusual(), standings(), unsure, *of_units, *levels):
        heard = replace(portal, words=Words("id", listening))
        pages(heard)
        files(heard)
        shell(heard)
        list(site_badge(heard))
    assert listening.keys() - listening.asked == SPOKEN_WHEN_THE_LAW_CHANGES


def test_every_column_of_the_open_data_has_a_heading() -> None:
    keys = words("id").texts.keys()
    for part in (PublicEntry, PublicExemption, PublicDuty, PublicCoverage):
        columns = {key.rpartition(".")[2] for key in keys if key.startswith(f"csv.{part.__name__}.")}
        assert columns == part.model_fields.keys()


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_regulation_that_is_cited_is_known_and_in_force(language: str) -> None:
    known = {one.short_name: one for one in law().instruments.values()}
    for key, text in words(language).texts.items():
        for name in CITATION.findall(text):
            assert name in known, f"{key} cites {name}"
            assert law().repealed_in(name) == (), f"{key} cites {name}"


@pytest.mark.parametrize(
    ("language", "calendar_days"), [("id", "Hari kalender"), ("en", "Calendar days"), ("jv", "Dinten kalender")]
)
def test_each_language_says_that_not_every_period_is_counted_in_working_days(language: str, calendar_days: str) -> None:
    assert calendar_days in words(language).texts["deadline.lead"]


@pytest.mark.parametrize(
    ("language", "who"), [("id", "warga negara"), ("en", "Indonesian citizen"), ("jv", "warga negara")]
)
def test_no_language_promises_the_right_to_ask_to_more_than_the_law_does(language: str, who: str) -> None:
    assert who in words(language).texts["lead.request"]  # Perki 1/2021 Pasal 1 angka 18
