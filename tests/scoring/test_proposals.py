"""What the program proposed and no officer has checked: it may be claimed, and it proves nothing."""

from collections.abc import Mapping
from typing import Any

import pytest

from ppidgen.model.rubrics.scorecard import LinkState
from tests.scoring.portals import ONLY, answer_of, documents, entry, lkpd, own, scored

OFFICIAL, DEAD = "https://jdih.contoh.go.id/a", "https://jdih.contoh.go.id/b"


def test_what_the_program_proposed_and_no_officer_checked_is_not_proved() -> None:
    assert own("B04.a", information=(lkpd(to_check=("memenuhi",)),)) == [0, 1, 1]
    assert own("B04.a", information=(lkpd(to_check=("memenuhi",)), lkpd(2))) == [1, 1, 1]


@pytest.mark.parametrize(
    ("checked", "proved"),
    [
        ({"documents": (), "link": OFFICIAL}, [1, 1, 1]),
        ({"documents": (), "link": DEAD}, [0, 0, 0]),
        ({"documents": (), "link": f"{OFFICIAL}/lain"}, [0, 1, 1]),
        ({"updated": "2020-01-15"}, [0.5, 0.5, 0.5]),
        ({"documents": ()}, [0, 0, 0]),
    ],
    ids=["a link that opens", "a dead link", "a link that nobody tried", "a document grown old", "a title"],
)
@pytest.mark.parametrize("proposed", [{}, {"documents": (), "link": OFFICIAL}], ids=["a document", "a link"])
def test_a_proposal_beside_what_an_officer_checked_is_a_claim_and_proves_nothing(
    checked: Mapping[str, Any], proved: list[float], proposed: Mapping[str, Any]
) -> None:
    links = {OFFICIAL: LinkState.OPEN, DEAD: LinkState.DEAD}
    alone = own("B04.a", information=(lkpd(**checked),), links=links)
    beside = (lkpd(**checked), lkpd(2, to_check=("memenuhi",), **proposed))
    assert alone == proved
    assert own("B04.a", information=beside, links=links) == [proved[0], 1, 1]


def test_a_file_that_is_only_proposed_stands_behind_no_link_that_was_checked() -> None:
    link = entry(link=OFFICIAL, duties=("B06.b",))
    file = entry(2, duties=("B06.b",), to_check=("memenuhi",), documents=documents("a.pdf"))
    alone, beside = (
        answer_of(
            scored("pusat-2025", information=made, facts=ONLY, links={OFFICIAL: LinkState.OPEN}), "jenis.peraturan"
        ).ends
        for made in ((link,), (link, file))
    )
    assert alone is not None
    assert beside is not None
    assert beside.recorded == alone.recorded < beside.claimed
    assert beside.claimed == 1
