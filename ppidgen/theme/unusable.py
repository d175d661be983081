"""The fault of a theme one of whose templates cannot be used: which one, on which line, and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from ppidgen.diagnostics.machine import MachineFault
from ppidgen.theme.load import Theme

# What templates raise: Jinja's own faults, and those of values that are counted, cut, called or filtered wrongly.
_RAISED = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@contextmanager
def blamed(theme: Theme, template: str) -> Iterator[None]:
    """Tell what a template of the theme raises as MachineFault; `template` is named where Jinja does not say which.

    An error that no template has a part in is the program's own, and passes.
    """
    try:
        yield
    except _RAISED as error:
        place = _place(error, theme) or (template if isinstance(error, TemplateError) else "")
        if not place:
            raise
        # What Python says is in English; the name of its error is what a developer looks up.
        reason = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        raise MachineFault("MSN030", {"path": place, "reason": reason or ""}) from error


def _place(error: Exception, theme: Theme) -> str:
    if isinstance(error, TemplateSyntaxError) and error.name:
        return _written(error.name, error.lineno, theme)
    steps = [_written(name, line, theme) for name, line in _steps(error.__traceback__)]
    lost = str(error.name) if isinstance(error, TemplateNotFound) else ""
    return steps[-1] if steps else lost


def _steps(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    """Give the templates through which an error came and their lines, the innermost last.

    Jinja writes the frames of whole templates anew, those of macros that are called by themselves it leaves.
    """
    while trace is not None:
        known = trace.tb_frame.f_globals
        if template := known.get("__jinja_template__"):
            yield template.name, template.get_corresponding_lineno(trace.tb_lineno)
        elif "__jinja_exception__" in known:
            yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _written(name: str, line: int, theme: Theme) -> str:
    """Say where a line stands in the file of a template, whose empty lines are left out before it is compiled."""
    lines = theme.text(name).splitlines() if name in theme.files else []
    said = [number for number, text in enumerate(lines, start=1) if text.strip()]
    return f"{name}:{said[line - 1]}" if 0 < line <= len(said) else name
