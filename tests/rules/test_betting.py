"""Links to online betting are told wherever they stand, and nothing else is taken for one."""

from typing import Any

import pytest

from ppidgen.model.text.betting import is_betting
from tests.rules.portals import entry, inspected

BAD = "https://situs-gacor.example/daftar"


@pytest.mark.parametrize(
    "host",
    ["slotgacor88.xyz", "slot-777.example", "www.judi-online.example", "88judi.example", "TOGEL.example",
     "rtp-live.example", "mahjongways2.example", "casino.example", "dominoqq.example", "sl\u043et-gac\u043er.example",
     "g\u00e1c\u00f6r.example", "\uff53\uff4c\uff4f\uff5488.example", "xn--slt-gacor-12h.example"],
)  # fmt: skip
def test_a_host_of_betting_is_known_by_its_name(host: str) -> None:
    assert is_betting(host)


@pytest.mark.parametrize(
    "host",
    ["contoh.go.id", "judicial.example", "judika.example", "slot.example", "timeslot.example", "toto.example",
     "prejudice.example", "mahjong.example", "bandara.example", "bandar-lampung.example", "domino.example"],
)  # fmt: skip
def test_a_host_of_another_name_is_let_through(host: str) -> None:
    assert not is_betting(host)


@pytest.mark.parametrize(
    "values",
    [
        {"link": BAD},
        {"documents": [{"title": "Naskah", "link": BAD}]},
        {"summary": f"Lihat [sumbernya]({BAD})."},
        {"body": f"Uraian.\n\nBaca <{BAD}>."},
        {"how_to_get": "Tulis ke admin@situs-gacor.example."},
        {"responsible": "www.situs-gacor.example"},
        {"responsible": "www.situs-g\u0430c\u043er.example"},
    ],
)
def test_such_a_link_is_told_in_every_field(values: dict[str, Any]) -> None:
    (found,) = inspected("SIT015", information=(entry(**values),))
    assert found.code == "SIT015"


def test_a_text_that_warns_of_betting_holds_no_link_to_it() -> None:
    warning = "Waspada judi daring, slot gacor, dan togel: laporkan ke https://contoh.go.id/lapor-judi-slot88/."
    assert inspected("SIT015", information=(entry(body=warning),)) == []
