"""The table of predicates: each question that a rubric can ask, and the function that answers it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from ppidgen.model.rubrics.check import Check, FeatureTest
from ppidgen.model.rubrics.scorecard import Lack, Proof, Reason, Verdict
from ppidgen.scoring import duty_questions, list_questions, record_questions, service_questions
from ppidgen.scoring.facts import Facts
from ppidgen.scoring.verdicts import best_of, mean_of, opposite_of, yes_or_no


def features(question: FeatureTest, facts: Facts) -> Verdict:
    """Look which features the theme's own tests prove."""
    site = facts.portal.site
    return mean_of(
        [
            yes_or_no(Proof(site, name.value) if name in facts.features else None, Reason(Lack.FEATURE, name.value))
            for name in question.names
        ]
    )


# By the attribute of `Check`; the arguments have the type of that attribute.
PREDICATES: Mapping[str, Callable[[Any, Facts], Verdict]] = MappingProxyType(
    {
        "records": record_questions.records,
        "category": record_questions.category,
        "filled_in": record_questions.filled_in,
        "refreshed": record_questions.refreshed,
        "duties": duty_questions.duties,
        "series": duty_questions.series,
        "packages": duty_questions.packages,
        "decree": service_questions.decree,
        "procedure": service_questions.procedure,
        "form": service_questions.form,
        "charter": service_questions.charter,
        "standards": service_questions.standards,
        "operating": service_questions.operating,
        "report": service_questions.report,
        "officers": service_questions.officers,
        "channel": service_questions.channel,
        "social": service_questions.social,
        "listing": list_questions.listing,
        "exempt": list_questions.exempt,
        "reopened": list_questions.reopened,
        "features": features,
    }
)


def ask(check: Check, facts: Facts) -> Verdict:
    """Answer a check: one question, the mean of all, the best of any, or the opposite."""
    if check.all_of:
        return mean_of([ask(one, facts) for one in check.all_of])
    if check.any_of:
        return best_of([ask(one, facts) for one in check.any_of])
    if check.none_of:
        return opposite_of(ask(check.none_of, facts))
    name = check.asked[0]
    return PREDICATES[name](getattr(check, name), facts)
