"""The numbers of the service as open data; small groups are put together as on the page."""

from collections.abc import Iterable

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import DisputeStage, RefusalReason
from ppidgen.model.public.data_file import DataFile
from ppidgen.model.public.open_statistics import PublicCount, PublicMean, PublicStatistics, PublicYear
from ppidgen.model.standing.figures import Origin, YearFigures
from ppidgen.pages.addresses import urls
from ppidgen.pages.files.data import data_file, json_bytes, schema_bytes
from ppidgen.pages.parts.charts import Counted
from ppidgen.pages.service.statistics import MEASURES, breakdown_rows, ground_rows, mean_rows, time_class


def data_files(context: Context) -> tuple[DataFile, ...]:
    """Give the numbers and the schema of their file."""
    return (
        data_file(urls.STATISTICS_JSON, json_bytes(public_statistics(context))),
        data_file(urls.STATISTICS_SCHEMA, schema_bytes(context, PublicStatistics, urls.STATISTICS_SCHEMA)),
    )


def public_statistics(context: Context) -> PublicStatistics:
    """Give the numbers of all years."""
    portal = context.portal
    return PublicStatistics(
        body=portal.body.name,
        as_of=context.standing.as_of,
        licence=portal.site.licence,
        years=tuple(public_year(context, year) for year in context.standing.figures),
    )


def public_year(context: Context, year: YearFigures) -> PublicYear:
    """Give the public numbers of one year."""
    parts = breakdown_rows(context, year) if year.origin is Origin.REGISTER else {}
    means = mean_rows(context, year)
    return PublicYear.model_validate(
        {
            "year": year.year,
            "origin": year.origin.value,
            **{name: read(year) for name, read in MEASURES},
            "reasons": _counts((one.label, (year.reasons.get(one),)) for one in RefusalReason if one in year.reasons),
            "days": _counts((time_class(context, place), (count,)) for place, count in enumerate(year.days)),
            "channels": _counts(parts.get("channel", ())),
            "applicants": _counts(parts.get("applicant", ())),
            "units": _counts(parts.get("unit", ())),
            "channel_days": _means(means["channel"]),
            "unit_days": _means(means["unit"]),
            "grounds": _counts(ground_rows(context, (year,))),
            "stages": _counts((one.label, (year.stages.get(one),)) for one in DisputeStage if one in year.stages),
        }
    )


def _counts(rows: Iterable[Counted]) -> tuple[PublicCount, ...]:
    return tuple(PublicCount(label=name, count=int(value or 0)) for name, (value,) in rows)


def _means(rows: Iterable[Counted]) -> tuple[PublicMean, ...]:
    return tuple(PublicMean(label=name, mean_days=days, count=int(count or 0)) for name, (days, count) in rows)
