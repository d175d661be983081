"""EDGE: reads the folder of a theme into a frozen value (through `location`, the only one to touch the disk)."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import yaml

from ppidgen.diagnostics.machine import MachineFault
from ppidgen.model.language.tongue import in_main
from ppidgen.model.rubrics.check import OF_THEMES, Feature
from ppidgen.theme import location
from ppidgen.theme.filters import Format

# The language in which every theme has all its words.
MAIN = "id"
SETTINGS = "theme.yaml"


@dataclass(frozen=True, slots=True)
class Chrome:
    """The words of the theme itself in one language, and how that language writes numbers and days."""

    language: str
    words: Mapping[str, str]
    format: Format


@dataclass(frozen=True, slots=True)
class Icons:
    """The file that holds the theme's icons, and which of them stands for a common name."""

    sprite: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MarkdownDress:
    """How Markdown looks in this theme: the key of each word it says, and the CSS class of each thing it makes."""

    words: Mapping[str, str]
    classes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as read: its files by path, its colours, its words by language, and a digest of all of it.

    `fonts` are the files of typefaces that every page loads, named from the folder of assets; `picture_font` is the
    file of its typeface for pictures, "" when it makes none. `rare` names components and types of few pages: the
    styles of each make a sheet of their own, which those pages load.
    """

    name: str
    version: str
    colour: str
    palette: Mapping[str, Mapping[str, str]]
    icons: Icons
    fonts: tuple[str, ...]
    picture_font: str
    markdown: MarkdownDress
    chrome: Mapping[str, Chrome]
    files: Mapping[str, bytes]
    digest: str
    features: frozenset[Feature] = frozenset()
    rare: frozenset[str] = frozenset()

    def speaking(self, language: str) -> Chrome:
        """Give the words of a language; what it has none for is said in the main one, and marked so."""
        main, own = self.chrome[MAIN], self.chrome.get(language)
        if own is main:
            return main
        marked = {key: in_main(text) for key, text in main.words.items()}
        return Chrome(language, {**marked, **(own.words if own else {})}, (own or main).format)

    def text(self, path: str) -> str:
        """Give a file of the theme as text; raises MachineFault when it is none."""
        try:
            return self.files[path].decode("utf-8")
        except UnicodeDecodeError as error:
            raise MachineFault("MSN030", {"path": path, "reason": "UTF-8"}) from error

    def below(self, folder: str, ending: str) -> tuple[str, ...]:
        """Name the theme's files below a folder that end in `ending`, in order."""
        return tuple(path for path in self.files if path.startswith(folder) and path.endswith(ending))


def load(folder: "os.PathLike[str]") -> Theme:
    """Read the theme in a folder; a folder that holds no theme is told as MSN030."""
    return theme_of(location.read(folder))


def features_of(folder: "os.PathLike[str]") -> frozenset[Feature]:
    """Give what the pages of the theme in a folder can do, as it says of itself; nothing else of it is read."""
    return _features(mapping({SETTINGS: location.read_one(folder, SETTINGS)}, SETTINGS))


def _features(settings: Mapping[str, Any]) -> frozenset[Feature]:
    """Read the features that a theme names; one that is none of a theme's is MSN030."""
    known = {one.value: one for one in OF_THEMES}
    named = settings.get("features", ())
    wrong = [name for name in named if name not in known] if isinstance(named, list | tuple) else [named]
    if wrong:
        raise MachineFault("MSN030", {"path": SETTINGS, "reason": f"features: {wrong[0]}"})
    return frozenset(known[name] for name in named)


def theme_of(files: Mapping[str, bytes]) -> Theme:
    """Make a theme of its files (pure)."""
    settings = mapping(files, SETTINGS)
    languages = sorted(path for path in files if path.startswith("kata/") and path.endswith(".yaml"))
    chrome = {one.language: one for one in (_chrome(files, path) for path in languages)}
    if MAIN not in chrome:
        raise MachineFault("MSN030", {"path": "kata", "reason": f"{MAIN}.yaml"})
    with as_said_in(SETTINGS):
        return Theme(
            name=settings["name"],
            version=settings["version"],
            colour=settings["colour"],
            palette=settings["palette"],
            icons=Icons(**settings["icons"]),
            fonts=tuple(settings.get("fonts", ())),
            picture_font=settings.get("picture_font", ""),
            rare=frozenset(settings.get("rare", ())),
            markdown=MarkdownDress(**settings["markdown"]),
            chrome=chrome,
            files=files,
            digest=digest_of(files),
            features=_features(settings),
        )


@contextmanager
def as_said_in(path: str) -> Iterator[None]:
    """Tell what a file of the theme leaves out, names although it is not there, or says in another shape."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise MachineFault("MSN030", {"path": path, "reason": str(error)}) from error


def mapping(files: Mapping[str, bytes], path: str) -> dict[str, Any]:
    """Parse one YAML file of the theme, which must hold a mapping."""
    try:
        value = yaml.load(files[path], Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise MachineFault("MSN030", {"path": path, "reason": "YAML"}) from error
    if not isinstance(value, dict):
        raise MachineFault("MSN030", {"path": path, "reason": "YAML"})
    return value


def digest_of(files: Mapping[str, bytes]) -> str:
    """Give one digest for a set of files: names and contents, in order of name."""
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{len(path)}:{path}:{len(files[path])}:".encode())
        total.update(files[path])
    return total.hexdigest()


def _chrome(files: Mapping[str, bytes], path: str) -> Chrome:
    content = mapping(files, path)
    with as_said_in(path):
        rules = content["format"]
        return Chrome(
            language=path.removeprefix("kata/").removesuffix(".yaml"),
            words={key: _word(key, word) for key, word in content["kata"].items()},
            format=Format(
                decimal=rules["decimal"],
                group=rules["group"],
                months=tuple(rules["months"]),
                units=tuple(rules["units"]),
            ),
        )


def _word(key: str, word: object) -> str:
    if not isinstance(word, str):
        raise TypeError(key)
    return word
