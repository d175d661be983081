"""The files that pages load: one style sheet, fonts, icons, scripts, each named by its content."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from ppidgen.model.public.data_file import DataFile
from ppidgen.theme import colour
from ppidgen.theme.load import Theme

FOLDER = "aset/"
STYLE = "theme.css"
SHIPPED = (".js", ".svg", ".woff2", ".txt")
LAYERS = "@layer token,base,layout,component,type,print;"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A remark that has its line for itself (what stands behind code may be the end of an address), or an indent.
_UNSAID = re.compile(rb"^[ \t]*//[^\n]*\n|^[ \t]+", re.MULTILINE)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
_REFERENCE = re.compile(r"url\(([\w./-]+)\)")
_SYMBOL = re.compile(r'<symbol id="([\w-]+)"')


@dataclass(frozen=True, slots=True)
class Assets:
    """The files, their published path by the name that templates use, icons by name, the colour of the header."""

    files: tuple[DataFile, ...]
    paths: Mapping[str, str]
    icons: Mapping[str, str]
    theme_colour: Mapping[str, str]


def assets_of(theme: Theme, brand: str) -> Assets:
    """Name every file by its content and bundle the style sheet for one brand colour."""
    found = [path for path in theme.below(FOLDER, "") if path.endswith(SHIPPED)]
    files = {path.removeprefix(FOLDER): _shipped(path, theme.files[path]) for path in found}
    paths = {name: _path(name, content) for name, content in files.items()}
    tokens = colour.tokens(colour.normal(brand, theme.colour), theme.palette)
    style = _pointed(style_sheet(theme, tokens), paths).encode()
    files[STYLE], paths[STYLE] = style, _path(STYLE, style)
    for rare in sorted(theme.rare):
        name = f"{rare}.css"
        files[name] = _pointed(_of_rare(theme, rare), paths).encode()
        paths[name] = _path(name, files[name])
    return Assets(
        files=tuple(DataFile(paths[name], files[name]) for name in sorted(files)),
        paths=paths,
        icons=_icons(theme, paths[theme.icons.sprite]),
        theme_colour={mode: values["primary-band"] for mode, values in tokens.items()},
    )


def _shipped(path: str, content: bytes) -> bytes:
    """Give a file as readers fetch it: scripts without remarks and indents, unless a text of theirs spans lines."""
    is_plain = path.endswith(".js") and all(line.count(b"`") % 2 == 0 for line in content.splitlines())
    return _UNSAID.sub(b"", content) if is_plain else content


def _icons(theme: Theme, sprite: str) -> Mapping[str, str]:
    """Give the address of each icon, by its own name and by the common names that it stands for."""
    known = _SYMBOL.findall(theme.text(FOLDER + theme.icons.sprite))
    addresses = {name: f"{sprite}#{name}" for name in known}
    return addresses | {name: addresses[icon] for name, icon in theme.icons.names.items()}


def style_sheet(theme: Theme, tokens: Mapping[str, Mapping[str, str]]) -> str:
    """Bundle the tokens, the theme's general styles and those of common components, in that order, made small."""
    general = [theme.text(path) for path in theme.below(FOLDER, ".css")]
    parts = [LAYERS, _token_layer(tokens), *general]
    common = (path for path in theme.below("komponen/", ".css") if path.split("/")[1] not in theme.rare)
    return small("".join(parts)) + _layered(theme, common)


def _of_rare(theme: Theme, name: str) -> str:
    """Give the styles of a component that few pages have, or of a type of page, which names its layers itself."""
    own = f"komponen/{name}/{name}.css"
    return _layered(theme, [own]) if own in theme.files else small(theme.text(f"halaman/{name}.css"))


def _layered(theme: Theme, paths: Iterable[str]) -> str:
    return small(f"@layer component{{{''.join(map(theme.text, paths))}}}")


def small(style: str) -> str:
    """Take comments and needless space out of a style sheet."""
    bare = _SPACE.sub(" ", _COMMENT.sub("", style))
    return _AROUND.sub(r"\1", bare).replace(";}", "}").strip()


def _token_layer(tokens: Mapping[str, Mapping[str, str]]) -> str:
    light, dark = (_declared(tokens[mode]) for mode in ("light", "dark"))
    return (
        f"@layer token{{:root{{color-scheme:light dark;{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}}}"
    )


def _declared(tokens: Mapping[str, str]) -> str:
    return ";".join(f"--ina-{name}:{value}" for name, value in tokens.items())


def _pointed(style: str, paths: Mapping[str, str]) -> str:
    """Let the style sheet's references point at the published names, which lie beside it."""
    return _REFERENCE.sub(lambda found: f"url({paths[found[1]].removeprefix(FOLDER)})", style)


def _path(name: str, content: bytes) -> str:
    pure = PurePosixPath(name)
    return f"{FOLDER}{pure.stem}-{hashlib.sha256(content).hexdigest()[:10]}{pure.suffix}"
