"""A page of the rulebook for the terminal: what `ppidgen explain CODE` prints."""

from collections.abc import Iterable, Mapping

from ppidgen.diagnostics.shown import shown
from ppidgen.model.language.words import Words
from ppidgen.model.rulebook import ExampleFile, RulePage
from ppidgen.report.summary import severity_word
from ppidgen.report.wording import unfilled


def explain_page(code: str, rulebook: Mapping[str, RulePage], words: Words) -> str | None:
    """Write the page of a code, None when the rulebook has none; the code may be typed in lower case."""
    page = rulebook.get(code.strip().upper())
    return None if page is None else _written(page, words)


def unknown_code(code: str, words: Words) -> str:
    """Say that the rulebook has no such page."""
    return words("unknown_code", code=shown(code))


def _written(page: RulePage, words: Words) -> str:
    wording = page.wording(words.language)
    parts = [
        f"{page.code}  {page.name}",
        f"{words('severity')}: {severity_word(page.severity, words)}",
        _indented(map(unfilled, wording.message)),
        _indented(map(unfilled, wording.hint)),
        f"{words('why')}\n{_indented([page.why])}",
        f"{words('wrong')}\n{_example(page.wrong)}",
        f"{words('right')}\n{_example(page.right)}",
    ]
    if page.citations:
        parts.insert(2, f"{words('basis').capitalize()}: {'; '.join(page.citations)}")
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _indented(texts: Iterable[str]) -> str:
    return "\n".join(f"  {line}".rstrip() for text in texts for line in text.splitlines())


def _example(files: tuple[ExampleFile, ...]) -> str:
    return "\n\n".join(
        f"  {file.path}\n" + "\n".join(f"    {line}".rstrip() for line in file.text.splitlines()) for file in files
    )
