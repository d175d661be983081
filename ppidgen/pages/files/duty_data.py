"""Open data of the duties: the catalogue for anyone to use, and how this body stands by it."""

from ppidgen.model.context import Context
from ppidgen.model.law.duty import Duty
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.public.open_data import PublicCatalogue, PublicCoverage, PublicCoverageList, PublicDuty
from ppidgen.model.standing.coverage import Coverage
from ppidgen.pages.addresses import urls
from ppidgen.pages.files.data import csv_bytes, data_file, json_bytes, schema_bytes
from ppidgen.pages.parts.proofs import addresses_of, state_words, todo
from ppidgen.pages.parts.structured import absolute
from ppidgen.pages.parts.wording import cited


def data_files(context: Context) -> tuple[DataFile, ...]:
    """Give the files of the catalogue and of the coverage."""
    catalogue, coverage = public_catalogue(context), public_coverage(context)
    return (
        data_file(urls.CATALOGUE_CSV, csv_bytes(context, PublicDuty, catalogue.duties)),
        data_file(urls.CATALOGUE_JSON, json_bytes(catalogue)),
        data_file(urls.CATALOGUE_SCHEMA, schema_bytes(context, PublicCatalogue, urls.CATALOGUE_SCHEMA)),
        data_file(urls.COVERAGE_CSV, csv_bytes(context, PublicCoverage, coverage.duties)),
        data_file(urls.COVERAGE_JSON, json_bytes(coverage)),
        data_file(urls.COVERAGE_SCHEMA, schema_bytes(context, PublicCoverageList, urls.COVERAGE_SCHEMA)),
    )


def public_catalogue(context: Context) -> PublicCatalogue:
    """Give the whole catalogue, headings included, in the order of the law."""
    edition = context.law.edition
    return PublicCatalogue(
        version=edition.version,
        day=edition.day,
        checked_against=edition.checked_against,
        duties=tuple(_duty(context, duty) for duty in context.law.duties.values()),
    )


def _duty(context: Context, duty: Duty) -> PublicDuty:
    group = context.law.group_of(duty.code)
    return PublicDuty(
        code=duty.code,
        group=group.code if group else None,
        level=duty.level.value,
        duty_class=duty.duty_class.value,
        family=duty.family,
        text=duty.text,
        label=duty.label,
        basis=cited(context, duty.basis),
        applies_to=tuple(sorted(scope.value for scope in duty.scopes)),
        note=" ".join(filter(None, (duty.scope_note, duty.note))) or None,
        interval=duty.interval.value,
        interval_basis=cited(context, duty.interval_basis) or None,
        event_driven=duty.event_driven,
        single=duty.single,
        weight=duty.weight,
        status=duty.status.value,
        synonyms=duty.synonyms,
    )


def public_coverage(context: Context) -> PublicCoverageList:
    """Give how every duty that binds the body stands."""
    portal, edition = context.portal, context.law.edition
    return PublicCoverageList(
        body=portal.body.name,
        as_of=context.standing.as_of,
        licence=portal.site.licence,
        version=edition.version,
        duties=tuple(_coverage(context, one) for one in context.standing.coverage.values()),
    )


def _coverage(context: Context, one: Coverage) -> PublicCoverage:
    addresses = addresses_of(context)[one.duty.code]
    return PublicCoverage(
        code=one.duty.code,
        label=one.duty.label,
        state=one.told.value,
        told=state_words(context, one.told),
        to_do=todo(context, one) or None,
        counted=one.counts,
        expected=len(one.expectations),
        met=len(one.expectations) - len(one.gaps),
        gaps=tuple(gap.label for gap in one.gaps),
        owners=tuple(context.portal.unit_name(unit) for unit in one.owners),
        evidence=tuple(absolute(context, address) or address for address in addresses),
        basis=cited(context, one.duty.basis),
    )
