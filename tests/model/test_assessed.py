"""Whether an edition was made for the body or unit that is scored by it."""

import pytest

from ppidgen.model.elements.vocabulary import BodyKind, Level
from ppidgen.model.rubrics.assessed import EVERY_BODY, Fit, fit
from ppidgen.reading.rubric_files import known, shipped

REGENCY = (BodyKind.EXECUTIVE, Level.REGENCY)
MINISTRY = (BodyKind.EXECUTIVE, Level.NATIONAL)
VILLAGE = (BodyKind.VILLAGE, Level.VILLAGE)


@pytest.mark.parametrize(
    ("words", "body", "of_unit", "has_units", "found"),
    [
        (["semua"], VILLAGE, False, False, Fit.FITS),
        ([], VILLAGE, False, False, Fit.FITS),
        (["desa"], VILLAGE, False, False, Fit.FITS),
        (["desa"], REGENCY, False, True, Fit.OTHER_BODIES),
        (["kabupaten-kota"], REGENCY, False, True, Fit.FITS),
        (["kabupaten-kota"], REGENCY, True, True, Fit.WHOLE_BODIES_ONLY),
        (["opd"], REGENCY, False, True, Fit.OFFICES_ONLY),
        (["opd"], REGENCY, False, False, Fit.FITS),
        (["opd"], REGENCY, True, True, Fit.FITS),
        (["kabupaten-kota", "opd"], REGENCY, True, True, Fit.FITS),
        (["eselon-i", "upt"], REGENCY, True, True, Fit.OTHER_BODIES),
        (["eselon-i", "upt"], MINISTRY, True, True, Fit.FITS),
        (["opd", "kapanewon", "kalurahan"], VILLAGE, False, False, Fit.FITS),
        (["perguruan-tinggi"], REGENCY, False, True, Fit.FITS),
    ],
)
def test_an_edition_fits_the_bodies_that_it_names(
    words: list[str], body: tuple[BodyKind, Level], of_unit: object, has_units: object, found: Fit
) -> None:
    assert fit(words, *body, of_unit=bool(of_unit), has_units=bool(has_units)) is found


@pytest.mark.parametrize("edition", known())
def test_each_edition_that_ships_fits_some_body_and_only_one_for_all_fits_every_body(edition: str) -> None:
    read = shipped(edition)
    assert read
    words = read.rubric.edition.applies_to
    found = {fit(words, kind, level, of_unit=False, has_units=False) for kind in BodyKind for level in Level}
    assert found == ({Fit.FITS} if EVERY_BODY in words else {Fit.FITS, Fit.OTHER_BODIES})
