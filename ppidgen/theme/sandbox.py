"""The room in which templates run: no way to Python's insides, everything escaped, a missing value is a fault."""

import re
from collections.abc import Callable, Mapping
from types import CodeType, MappingProxyType, SimpleNamespace
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.runtime import Context, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import escape

from ppidgen.theme.compiling import Compiler, put_out, types_having

# By what name templates ask for the words of their theme.
WORDS = "kata"
NO_WORDS: Mapping[str, str] = MappingProxyType({})
_WORD = re.compile(rf"{{{{ {WORDS}\.(\w+) }}}}")
# A word that holds one of these could be read as a template, or lose what stands at its edge.
_NOT_PLAIN = re.compile(r"[{}#%]|^\s|\s$")


class _Compiled(BytecodeCache):
    """What this process has compiled, by the template's name and text: each language and each build runs the same code.

    Compiling took half the time of a small build. Nothing is kept on a disk: code that is read back is code to trust.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is known."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class Sandbox(SandboxedEnvironment):
    """A sandboxed Jinja environment with a short cut for our own values and for macros.

    `words` are put in as text wherever a template says `{{ kata.NAME }}`; the others are found when it runs.
    """

    code_generator_class = Compiler
    types_having = staticmethod(types_having)
    put_out = staticmethod(put_out)

    def __init__(self, templates: Mapping[str, str], words: Mapping[str, str] = NO_WORDS) -> None:
        # Each goes by its own name in what is told of faults.
        texts = {name: (_worded(_outdented(source), words), name, None) for name, source in templates.items()}
        super().__init__(
            loader=FunctionLoader(texts.get),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_COMPILED,
        )
        self.globals[WORDS] = SimpleNamespace(**words)

    def offer(self, tools: Mapping[str, Callable[..., object]]) -> None:
        """Let templates ask for the tools of one portal; what they answer is never compiled into a template.

        Jinja calls no filter while it compiles that is handed the context; so each tool takes one first, and leaves it.
        """
        self.filters.update({name: pass_context(tool) for name, tool in tools.items()})

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja's own signature
        """Call what a template calls."""
        if type(obj) is Macro:
            kwargs.pop("_loop_vars", None)  # what the compiled loop passes along for functions that want its context
            kwargs.pop("_block_vars", None)
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)


def _worded(source: str, words: Mapping[str, str]) -> str:
    """Write a theme's own words into a template: a fifth of what a page asks for is the same on every page."""

    def worded(place: re.Match[str]) -> str:
        word = words.get(place[1])
        return place[0] if word is None or _NOT_PLAIN.search(word) else str(escape(word))

    return _WORD.sub(worded, source)


def _outdented(source: str) -> str:
    """Drop the indentation, which is for those who read the template and not for those who load the page."""
    return "\n".join(line.strip() for line in source.splitlines() if line.strip())
