"""`ppidgen build`: make the portal and publish it to a folder, whole or not at all."""

import os
import time
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from ppidgen import __version__
from ppidgen.cli import console, language, parameters
from ppidgen.cli.moment import day_of_judgement
from ppidgen.diagnostics import Severity
from ppidgen.publish import unchanged
from ppidgen.publish.names import FORMS
from ppidgen.publish.places import Places, places

PACKAGE = Path(__file__).resolve().parents[2]
LIBRARIES = Path(click.__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for, so far as it shapes the site."""

    folder: Path
    out: Path
    theme: Path | None
    as_of: date
    draft: bool
    base_url: str
    search: bool
    packed: tuple[str, ...]
    level: Severity

    @property
    def roots(self) -> list[str]:
        """Give the folders whose files shape the site, the program's own among them."""
        beside = () if (PACKAGE / "_themes").is_dir() else (PACKAGE.parent / "themes",)
        themes = (self.theme,) if self.theme else beside
        return list(
            dict.fromkeys(os.path.realpath(root) for root in (self.folder / parameters.CONTENT, PACKAGE, *themes))
        )

    @property
    def fingerprint(self) -> str:
        """Give everything else that shapes the site or the code that a build ends with.

        The time of the folder of libraries changes with each that is installed, and to ask them takes ten times longer.
        """
        chosen = (self.as_of, self.draft, self.base_url, self.search, self.packed, self.level, language.current())
        return "\n".join((__version__, str(LIBRARIES.stat().st_mtime_ns), *map(str, chosen)))


@parameters.verb("build", _("Make the portal and publish it to a folder. An error stops it."))
@parameters.portal_folder
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    metavar=_("FOLDER"),
    show_default=True,
    help=_("Folder to publish to; it is swapped in at once and must be empty, new, or made by ppidgen."),
)
@click.option(
    "--draft", is_flag=True, help=_("Publish in spite of findings, marked as a draft and hidden from search engines.")
)
@parameters.as_of
@parameters.base_url
@parameters.theme
@click.option("--no-search", is_flag=True, help=_("Leave out the search index (faster)."))
@click.option(
    "--precompress",
    "packed",
    type=click.Choice(FORMS),
    multiple=True,
    help=_("Put packed copies beside the texts, for servers that hand them out; may be given several times."),
)
@parameters.level
def command(  # noqa: PLR0913 - click hands over each option as an argument
    *,
    folder: Path,
    out: Path,
    draft: bool,
    as_of: date | None,
    base_url: str,
    theme: Path | None,
    no_search: bool,
    packed: tuple[str, ...],
    level: Severity,
) -> int:
    """Build the portal in a folder."""
    began = time.monotonic()
    day = day_of_judgement(folder, as_of)
    order = Order(folder, out, theme, day, draft, base_url, not no_search, tuple(sorted(set(packed))), level)
    here = places(out)
    before = unchanged.changed(here.unchanged, here.out, order.roots, order.fingerprint)
    if before is None:
        console.result(_("Nothing has changed since the last build; {place} is up to date.").format(place=out) + "\n")
        return 0
    return _build(order, here, before, began)


def _build(order: Order, here: Places, before: unchanged.Observation, began: float) -> int:
    from ppidgen import pipeline
    from ppidgen.cli import telling
    from ppidgen.cli.verbs.new import speaks_for_a_sample
    from ppidgen.options import Options

    progress = console.ProgressLine()
    options = Options(
        order.as_of,
        draft=order.draft,
        base_url=order.base_url,
        search=order.search,
        packed=order.packed,
        theme=order.theme,
        progress=progress,
    )
    try:
        outcome = pipeline.build(order.folder, order.out, options, telling.blocker(draft=order.draft))
    finally:
        progress.clear()
    diagnostics = telling.diagnostics_of(outcome, options)
    telling.publish_report(diagnostics, "text", order.folder, None)
    code = telling.exit_code(diagnostics, order.level)
    published = outcome.published
    if published is None:
        console.tell(_("Nothing was published; what stood in {place} before still does.").format(place=order.out))
        return code or 1
    if not code:
        unchanged.remember(here.unchanged, here.out, before, published.files)
    pages = ngettext("{pages} page", "{pages} pages", outcome.pages).format(pages=outcome.pages)
    done = _("Published: {pages}; {written} files written, {reused} taken over, {whole}.{tenths} s.")
    whole, tenths = divmod(round((time.monotonic() - began) * 10), 10)
    said = done.format(pages=pages, written=published.written, reused=published.reused, whole=whole, tenths=tenths)
    console.result(f"{said}\n")
    if speaks_for_a_sample(order.folder):
        console.tell(_("This is still the sample public body; put in your own before the portal goes anywhere."))
    if address := outcome.study.context.base_url:
        told = _("It is in {out} and still has to be brought to {address} (ppidgen guide tells how).")
        console.result(told.format(out=order.out, address=address) + "\n")
    else:
        console.result(_("See it: {place}").format(place=(order.out / "index.html").absolute().as_uri()) + "\n")
    return code
