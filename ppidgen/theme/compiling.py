"""How a template becomes Python: what a page says is read and put out without a call for each.

A page of an entry asks for two hundred attributes and puts out a hundred texts. All else is asked of the sandbox.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from keyword import iskeyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from ppidgen.model.pages import chart, lookup, page, questions, shell
from ppidgen.theme.qr import Symbol

# Our own frozen values hold nothing but what a page says, so their attributes need none of the sandbox's questions.
_PLAIN: frozenset[type] = frozenset(
    {
        value
        for module in (chart, lookup, page, questions, shell)
        for value in vars(module).values()
        if isinstance(value, type) and is_dataclass(value)
    }
    | {Symbol}
)
# By what names compiled templates know what is defined here, and what was asked last.
_HAVING, _PUT, _ASKED = "having_", "put_out", "asked"


class Compiler(CodeGenerator):
    """Jinja's own, but for how an attribute is read and how a value is put out."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Name first what the code of the template uses."""
        self.writeline(f"{_PUT} = environment.{_PUT}")
        for name in sorted({one.attr for one in node.find_all(nodes.Getattr) if _is_open(one.attr)}):
            self.writeline(f"{_HAVING}{name} = environment.types_having({name!r})")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Read an attribute of one of our own values, and ask the sandbox for that of any other."""
        if not _is_open(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write(f"({_ASKED}.{node.attr} if type({_ASKED} := ")
        self.visit(node.node, frame)
        self.write(f") in {_HAVING}{node.attr} else environment.getattr({_ASKED}, {node.attr!r}))")

    # Jinja has no public place for this: what its `finalize` gives is escaped all the same. Its own native environment
    # hangs on this hook too; were it renamed, `escape` would do the same as `put_out`, only slower.
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"{_PUT}({finalize.src or ''}")


def _is_open(attribute: str) -> bool:
    """Say whether Python can be left to read an attribute: its own begin with "_", and it knows letters by others."""
    return attribute[0] != "_" and attribute.isascii() and not iskeyword(attribute)


def types_having(attribute: str) -> frozenset[type]:
    """Give those of our own values that have an attribute of this name."""
    return frozenset(_having().get(attribute, ()))


@cache
def _having() -> Mapping[str, list[type]]:
    """Give the types by the names of what they have: to list what one type has takes as long as to draw a page."""
    having = defaultdict(list)
    for one in _PLAIN:
        for name in {*dir(one), *(own.name for own in fields(one))}:
            having[name].append(one)
    return having


def put_out(value: object) -> str:
    """Give a value as it stands in HTML; to look for each sign takes a third of what `escape` takes for a text."""
    if type(value) is str:
        is_plain = "&" not in value and "<" not in value and ">" not in value and '"' not in value and "'" not in value
        return value if is_plain else escape(value)
    return value if type(value) is Markup else escape(value)
