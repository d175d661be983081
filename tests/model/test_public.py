"""What the public may read: every field is decided on, and what is not public is in no projection."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from ppidgen.model.elements.fields import is_public
from ppidgen.model.elements.record import Part
from ppidgen.model.portal.registers import EVIDENCE, PERMITS, REGISTERS, WAIVERS
from ppidgen.model.public.whole import public_part, public_portal
from tests.pages.portals import context, rich

# Of these nothing at all is public: the projection leaves the whole register out.
OF_THE_OFFICE = (WAIVERS, PERMITS, EVIDENCE)
DECIDED = Path(__file__).with_name("fields_of_registers.txt")


def parts_of(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
        for field in annotation.model_fields.values():
            yield from parts_of(field.annotation)
    for inner in get_args(annotation):
        yield from parts_of(inner)


def every_field() -> dict[str, bool]:
    """Give whether each field of each register is public, by the names of the type and the attribute."""
    types = dict.fromkeys(
        part for register in REGISTERS for record in register.record_types for part in parts_of(record)
    )
    return {f"{part.__name__}.{name}": is_public(part, name) for part in types for name in part.model_fields}


def test_whether_a_field_is_public_is_written_down_for_every_field() -> None:
    """A new field belongs on the list, after a thought: may a stranger read it?"""
    written = dict(line.split() for line in DECIDED.read_text(encoding="utf-8").splitlines())
    assert {name: "public" if shown else "office" for name, shown in sorted(every_field().items())} == written


def test_a_field_that_is_not_public_can_be_empty_unless_its_register_stays_out() -> None:
    outside = {part for register in OF_THE_OFFICE for part in register.record_types}
    types = {part for register in REGISTERS for record in register.record_types for part in parts_of(record)}
    required = [
        f"{part.__name__}.{name}"
        for part in types - outside
        for name, field in part.model_fields.items()
        if not is_public(part, name) and field.is_required()
    ]
    assert required == []


def test_a_register_of_the_office_has_no_public_field() -> None:
    shown = [
        name
        for register in OF_THE_OFFICE
        for record in register.record_types
        for name in record.model_fields
        if name != "id" and is_public(record, name)
    ]
    assert shown == []


def test_nothing_of_the_office_is_in_the_public_portal() -> None:
    portal = public_portal(rich().portal)
    assert (portal.waivers, portal.permits, portal.evidence) == ((), (), ())
    assert (dict(portal.rejected), dict(portal.traces)) == ({}, {})
    for exemption in portal.exemptions:
        assert (exemption.withheld, exemption.source, exemption.to_check) == ((), None, ())
        assert exemption.test is None or exemption.test.testers == ()
    for entry in portal.information:
        assert (entry.source, entry.to_check) == (None, ())


def test_of_a_withdrawn_entry_only_its_place_and_the_reason_stay() -> None:
    given = rich().portal
    (one,) = [entry for entry in given.information if entry.withdrawn]
    told = one.model_copy(update={"summary": "a", "body": "b", "other_words": ("c",), "holder": "d"})
    shown = public_portal(replace(given, information=(told,))).information[0]
    assert (shown.id, shown.title, shown.withdrawn) == (one.id, one.title, one.withdrawn)
    assert (shown.summary, shown.body, shown.other_words, shown.holder) == (None, None, (), None)


def test_a_record_without_secrets_is_the_same_record() -> None:
    body = rich().portal.body
    assert public_part(body) is body


def test_a_file_that_no_public_record_names_is_unknown() -> None:
    given = context().portal
    assert public_portal(replace(given, files=frozenset({"lain/rahasia.pdf"}))).files == frozenset()
    assert public_portal(given).facts == {}
