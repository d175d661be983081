"""Arguments and options that several verbs share, and the classes that give every verb the same manners."""

import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from ppidgen.diagnostics import Severity
from ppidgen.diagnostics.nearest import nearest
from ppidgen.model.language.languages import LANGUAGES, OPTION

F = TypeVar("F", bound=Callable[..., Any])

CONTENT = "content"
# What exchange.rendering writes, written out so that --help need not load it.
PAPER_FORMATS = ("pdf", "docx", "pdf-large", "docx-large")

# Forms whose files are not named as they are.
_LONG_NAMES = {"md": "markdown", "xml": "junit"}
# By these endings a program is chosen that opens nothing else.
_DOCUMENTS = frozenset(("pdf", "docx", "doc", "odt", "xlsx", "xls", "ods"))

# That of reading/rubric_files.py, written out for the same reason.
STANDARD = "perki-1-2021"

EARLIEST, LATEST = date(2010, 1, 1), date(2100, 12, 31)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"https?://[^\s/?#@\\<>\"]+(?:/[^\s?#\\<>\"]*)?")


def verb(name: str, purpose: str) -> Callable[[Callable[..., int]], click.Command]:
    """Make a verb of a function; every verb takes the language too."""

    def made(function: Callable[..., int]) -> click.Command:
        command = click.command(name, help=purpose, options_metavar=_("[OPTIONS]"))(function)
        command.params.append(language_option())
        return command

    return made


class DayType(click.ParamType[date]):
    """A day written year first, of the time that the law and the tables of days off reach."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day."""
        if isinstance(value, date):
            return value
        text = str(value)
        if _DAY.fullmatch(text):
            with suppress(ValueError):
                return _within(date.fromisoformat(text))
        raise click.BadParameter(_("{value!r} is not a day; write it as 2026-01-31.").format(value=text), ctx, param)


def _within(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        told = _("{day} is out of reach; the law counts days from {first} to {last}.")
        raise click.BadParameter(told.format(day=day, first=EARLIEST, last=LATEST))
    return day


class WholeNumber(click.ParamType[int]):
    """A whole number from a lowest to a highest one; click's own type names itself in English."""

    name = "number"

    def __init__(self, highest: int, lowest: int = 0) -> None:
        self._lowest, self._highest = lowest, highest

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the number."""
        text = str(value)
        is_short_number = text.isascii() and text.isdigit() and len(text) <= len(str(self._highest))
        if is_short_number and self._lowest <= int(text) <= self._highest:
            return int(text)
        told = _("{value!r} is not a whole number from {lowest} to {highest}.")
        raise click.BadParameter(told.format(value=text, lowest=self._lowest, highest=self._highest), ctx, param)


def language_option() -> click.Option:
    """Make the option that chooses the language; it was obeyed before click was loaded."""
    return click.Option(
        [OPTION, "language"], type=click.Choice(LANGUAGES), expose_value=False, help=_("Language of all messages.")
    )


def portal_folder(function: F) -> F:
    """Take the portal's folder as the first argument."""
    return click.argument(
        "folder",
        metavar=f"[{_('FOLDER')}]",
        required=False,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=_portal,
        help=_("Folder of the portal, the one that holds content/; the current folder when left out."),
    )(function)


def portal_option(function: F) -> F:
    """Take the portal's folder as an option, for a verb whose arguments are something else."""
    return click.option(
        "--dir",
        "folder",
        metavar=_("FOLDER"),
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=_portal,
        help=_("Folder of the portal; the current folder when left out."),
    )(function)


def _portal(_context: click.Context, _parameter: click.Parameter, folder: Path | None) -> Path:
    found = folder or Path()
    if not (found / CONTENT).is_dir():
        refuse_inside(found)
        raise click.UsageError(
            _(
                "The folder {folder!r} is not a portal: it holds no folder content/. "
                "Move to the portal's folder, name it after the verb, or begin a new one: ppidgen new FOLDER"
            ).format(folder=str(found))
        )
    return found


def refuse_inside(folder: Path) -> None:
    """Refuse a folder among the registers of a portal, and name the portal; raises click.UsageError."""
    from ppidgen.model.days.today import BODY_FILES

    whole = folder.resolve()
    around = (above for above in whole.parents if whole.is_relative_to(above / CONTENT))
    portal = next((above for above in around if any((above / name).is_file() for name in BODY_FILES)), None)
    if portal is not None:
        told = _("The folder {folder!r} lies inside a portal; run the verb in the portal's folder: {portal}")
        raise click.UsageError(told.format(folder=str(folder), portal=portal))


def known_unit(unit: str, known: Collection[str]) -> None:
    """Refuse the id of a unit that the portal does not have."""
    if unit and unit not in known:
        guess = nearest(unit, known)
        hint = _(" Did you mean {guess!r}?").format(guess=guess) if guess else ""
        raise click.BadParameter(_("No unit has the id {unit!r}.").format(unit=unit) + hint, param_hint="'--unit'")


def as_of(function: F) -> F:
    """Take the day on which everything is judged."""
    return click.option(
        "--as-of",
        type=DayType(),
        metavar=_("DAY"),
        help=_("Judge as on the day given, such as 2026-01-31, not as on today."),
    )(function)


def told_as(forms: Sequence[str], told: str) -> Callable[[F], F]:
    """Take the form of an answer that goes to the terminal."""
    return click.option("--format", "form", type=click.Choice(forms), default="text", show_default=True, help=told)


def written_as(forms: Sequence[str], told: str, usual: str = "text") -> Callable[[F], F]:
    """Take the form in which the answer is written; unless one is named, that which the ending of --out names."""
    kind, told = click.Choice(forms), " ".join((told, _("If not given, the ending of --out decides.")))
    return click.option(
        "--format", "form", type=kind, default=usual, show_default=True, help=told, callback=_as_out_ends
    )


def _as_out_ends(context: click.Context, option: click.Parameter, form: str) -> str:
    """Give the form that --out asks for: a PDF named .docx is a broken file to whoever opens it.

    What would be one all the same is refused.
    """
    forms = option.type.choices if isinstance(option.type, click.Choice) else ()
    out = context.params.get("out")
    ending = out.suffix.removeprefix(".").lower() if out else ""
    asked = _LONG_NAMES.get(ending, ending)
    if asked in forms and context.get_parameter_source("form") is ParameterSource.DEFAULT:
        return asked
    kind = form.partition("-")[0]
    if ending and asked != kind and {asked, kind} & _DOCUMENTS:
        told = _("A file that ends in .{ending} cannot hold {form}; this verb writes: {forms}.")
        raise click.BadParameter(told.format(ending=ending, form=form, forms=", ".join(forms)))
    return form


def out_file(told: str, *, required: bool = False) -> Callable[[F], F]:
    """Take the file to write to; it is read first, for its ending may say the form."""
    kind = click.Path(dir_okay=False, path_type=Path)
    return click.option("--out", type=kind, metavar=_("FILE"), required=required, is_eager=True, help=told)


def text_file(function: F) -> F:
    """Take the file to write a text to, which otherwise goes to the terminal."""
    return out_file(_("Write to this file, not to the terminal."))(function)


def document_file(function: F) -> F:
    """Take the file to write to, without which a document has no place."""
    return out_file(_("Write to this file, not to the terminal; needed for a document."))(function)


def base_url(function: F) -> F:
    """Take the address at which the portal stands."""
    return click.option(
        "--base-url",
        metavar=_("ADDRESS"),
        default="",
        callback=address,
        help=_("Address at which the portal stands; wins over situs.yaml."),
    )(function)


def rubric(function: F) -> F:
    """Take the rubric to score by."""
    return click.option(
        "--rubric",
        default=STANDARD,
        show_default=True,
        metavar=_("ID|FILE"),
        help=_("Edition that ships with the program, or a rubric in a YAML file."),
    )(function)


def need_file(out: Path | None, *, is_document: bool) -> None:
    """Refuse to write a document, which is no text, to a terminal."""
    if is_document and out is None:
        raise click.UsageError(_("Say where to write the document: --out FILE."))


def severity(option: str, default: Severity, told: str) -> Callable[[F], F]:
    """Take the severity from which findings count for something."""
    return click.option(
        option,
        type=click.Choice([one.value for one in Severity]),
        default=default.value,
        show_default=True,
        callback=lambda _context, _parameter, value: Severity(value),
        help=told,
    )


def level(function: F) -> F:
    """Take the severity from which findings count as failure."""
    told = _("End with code 1 when there is a finding of this severity or a graver one.")
    return severity("--level", Severity.ERROR, told)(function)


def theme(function: F) -> F:
    """Take the folder of a theme; what a portal says of itself never names one."""
    return click.option(
        "--theme",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar=_("FOLDER"),
        help=_("Folder of a theme to use in place of the one that ships with ppidgen."),
    )(function)


def address(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Check the address that an option gives."""
    return checked_address(value)


def checked_address(value: str) -> str:
    """Refuse an address that no browser could open."""
    if value and not _ADDRESS.fullmatch(value):
        raise click.BadParameter(
            _("{value!r} is not an address; write it as https://ppid.example.go.id/.").format(value=value)
        )
    return value
