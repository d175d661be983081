"""A score as a JUnit report: one test case per criterion, grouped by indicator."""

from xml.sax.saxutils import escape, quoteattr

from ppidgen.model.rubrics.scorecard import Answer, Scorecard
from ppidgen.report.setting import Setting
from ppidgen.scoring.told import cautions, loss_row


def render(card: Scorecard, setting: Setting) -> str:
    """Write what is not full as a failure, what does not apply or cannot be known as skipped."""
    losses = {one.answer.criterion.id: one for one in card.losses}
    cases: list[str] = []
    failures = skipped = 0
    for one in card.answers:
        outcome = ""
        if not one.counts or (one.ends and one.ends.recorded < one.ends.possible and not one.ends.claimed):
            outcome, skipped = "<skipped/>", skipped + 1
        elif one.criterion.id in losses:
            row = loss_row(losses[one.criterion.id], setting.words)
            told = escape("\n".join((*row.places, *row.fixes, row.basis, row.owner)).strip())
            outcome = (
                f"<failure type={quoteattr(row.points)} message={quoteattr('; '.join(row.reasons))}>{told}</failure>"
            )
            failures += 1
        cases.append(_case(one, outcome))
    name = quoteattr(f"{card.rubric.edition.id} · {setting.words('label')}")
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'
    told = escape("\n".join(cautions(card, setting.words)))
    spoken = f"<system-out>{told}</system-out>\n" if told else ""
    suite = f"<testsuite name={name} {counts}>\n" + "\n".join(cases) + f"\n{spoken}</testsuite>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{suite}\n</testsuites>\n'


def _case(one: Answer, outcome: str) -> str:
    name = quoteattr(f"{one.criterion.id} {one.criterion.question}")
    return f"<testcase classname={quoteattr(one.indicator)} name={name}>{outcome}</testcase>"
