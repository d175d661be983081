"""The badge of the score that a portal publishes of itself."""

from pathlib import Path
from xml.etree import ElementTree as ET

from ppidgen import pipeline
from ppidgen.exchange.score_badge import drawn, site_badge
from ppidgen.options import Options
from ppidgen.pages.addresses import urls
from ppidgen.pages.service import scorecard
from ppidgen.reading.rubric_files import shipped
from ppidgen.reading.study import Study, read_portal
from ppidgen.source.drawing import is_plain_drawing
from tests.cli.conftest import SITE, SOUND, lay
from tests.pages.test_scorecard import DAY

SVG = "{http://www.w3.org/2000/svg}"


def portal(folder: Path, asked: str) -> Study:
    """Read a small portal with these settings of its score."""
    return read_portal(lay(folder, {**SOUND, "content/situs.yaml": SITE + asked}), Options(as_of=DAY))


def badge(study: Study) -> ET.Element:
    """Give the drawing."""
    (file,) = site_badge(study.public)
    assert file.path == "kelengkapan/skor/lencana.svg"
    assert is_plain_drawing(file.content)
    return ET.fromstring(file.content)  # noqa: S314 - our own drawing


def test_no_badge_is_made_unless_it_is_asked_for(tmp_path: Path) -> None:
    study = portal(tmp_path, "skor:\n  rubrik: perki-1-2021\n")
    assert list(site_badge(study.public)) == []
    assert urls.SCORE_BADGE not in repr(scorecard.compose(study.public, *scorecard.items(study.public)))


def test_the_badge_says_first_that_it_is_an_estimate_then_range_edition_body_and_day(
    tmp_path: Path,
) -> None:
    study = portal(tmp_path, "skor:\n  rubrik: perki-1-2021\n  lencana: ya\n")
    read, score = shipped("perki-1-2021"), study.context.score
    assert read
    assert score
    title, *lines = ["".join(one.itertext()) for one in badge(study).iter(f"{SVG}text")]
    said = " ".join(lines)
    assert title == "Perkiraan sendiri"
    assert said.startswith("Bukan nilai atau penghargaan Komisi Informasi")
    recorded, _, possible = (one.value for one in score.totals)
    assert f"tercatat {recorded}, potensi {possible} dari 100" in said
    assert " ".join(read.rubric.edition.name.split()) in said
    assert study.context.portal.body.name in said
    assert said.endswith("Keadaan pada 16 Februari 2026")


def test_the_badge_names_no_class_of_the_commission(tmp_path: Path) -> None:
    study = portal(tmp_path, "skor:\n  rubrik: kaltim-2025\n  lencana: ya\n")
    assert "nformatif" not in "".join(badge(study).itertext())


def test_the_accessible_name_and_description_say_all_that_is_seen(tmp_path: Path) -> None:
    drawing = badge(portal(tmp_path, "skor:\n  rubrik: perki-1-2021\n  lencana: ya\n"))
    assert drawing.get("role") == "img"
    named = {one.get("id"): one.text for one in drawing if one.get("id")}
    told = " ".join(named[name] or "" for name in (drawing.get("aria-labelledby") or "").split())
    seen = " ".join(" ".join(one.itertext()) for one in drawing.iter(f"{SVG}text"))
    assert sorted(told.replace(".", "").split()) == sorted(seen.replace(".", "").split())


def test_a_name_that_is_long_and_looks_like_markup_stays_within_the_card_as_text(tmp_path: Path) -> None:
    study = portal(tmp_path, "skor:\n  rubrik: perki-1-2021\n  lencana: ya\n")
    drawing = ET.fromstring(drawn(("<script>x</script> " + "PEMERINTAH KABUPATEN " * 12,), study.context.words))  # noqa: S314 - as above
    texts = list(drawing.iter(f"{SVG}text"))
    assert all(len(one.text or "") <= 46 for one in texts)
    assert int(texts[-1].get("y") or 0) < int(drawing.get("height") or 0)


def test_the_page_of_the_score_leads_to_the_badge_and_check_knows_its_address(tmp_path: Path) -> None:
    study = portal(tmp_path, "skor:\n  rubrik: perki-1-2021\n  lencana: ya\n")
    assert urls.SCORE_BADGE in repr(scorecard.compose(study.public, *scorecard.items(study.public)))
    told = pipeline.check(tmp_path, Options(as_of=DAY, processes=1)).findings
    assert [one for one in told if "lencana" in str(one.data)] == []
