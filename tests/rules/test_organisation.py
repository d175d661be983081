from ppidgen.report.explain import tell
from ppidgen.report.shipped import Rulebook
from tests.rules.portals import body, inspected

OFFICERS = [
    {"peran": "atasan-ppid", "jabatan": "Kepala Desa"},
    {"peran": "ppid", "jabatan": "Sekretaris Desa"},
]


def test_in_a_village_the_ppid_is_appointed_by_its_own_regulation_and_the_superior_by_none() -> None:
    (found,) = inspected("LYN001", body=body(kind="desa", officers=OFFICERS))
    assert found.data["post"] == "Sekretaris Desa"
    assert tell(found, Rulebook()["LYN001"]).citations == (
        "Perki 1/2021 Pasal 5(2) huruf b, Pasal 8",
        "Perki 1/2018 Pasal 8",
    )


def test_elsewhere_both_are_appointed_and_no_regulation_of_villages_is_named() -> None:
    both = inspected("LYN001", body=body(officers=OFFICERS))
    assert [one.data["post"] for one in both] == ["Kepala Desa", "Sekretaris Desa"]
    assert {tell(one, Rulebook()["LYN001"]).citations for one in both} == {
        ("Perki 1/2021 Pasal 5(2) huruf b, Pasal 8",)
    }
