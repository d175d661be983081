"""Words that a theme does not have in a language of the portal; its pages say them in the main language (pure)."""

from collections.abc import Iterable, Iterator

from ppidgen.diagnostics import Finding, Span
from ppidgen.diagnostics.shown import shown
from ppidgen.theme.load import MAIN, Theme

_WORDS = "kata:"


def missing_words(theme: Theme, folder: str, languages: Iterable[str]) -> Iterator[Finding]:
    """Tell each word that is missing, at the words of its file; a file that is not there is told once.

    `folder` is where the theme lies, for messages.
    """
    for language in languages:
        inside = f"kata/{language}.yaml"
        path = f"{folder}/{inside}"
        own = theme.chrome.get(language)
        if own is None:
            data = {"key": inside, "language": language, "path": path, "text": f"kata/{MAIN}.yaml"}
            yield Finding("BHS005", Span(path), data)
            continue
        place = _place(theme.text(inside), path)
        for key, text in theme.chrome[MAIN].words.items():
            if key not in own.words:
                data = {"key": key, "language": language, "path": path, "text": shown(text)}
                yield Finding("BHS005", place, data)


def _place(text: str, path: str) -> Span:
    lines = text.splitlines()
    line = next((number for number, line in enumerate(lines, start=1) if line.startswith(_WORDS)), 1)
    return Span(path, line, 1, line, len(_WORDS))
