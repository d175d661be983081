"""Whether an SVG file is a drawing and nothing more: no script, no style sheet, nothing loaded from elsewhere."""

from xml.etree import ElementTree as ET

LARGEST = 1 << 20

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_SHAPES = frozenset(
    "svg g path circle ellipse rect line polyline polygon text tspan title desc metadata defs symbol use clipPath mask "
    "pattern linearGradient radialGradient stop".split()
)


def is_plain_drawing(content: bytes) -> bool:
    """Say whether a browser that opens the file would only draw; what cannot be read for certain is not plain."""
    if len(content) > LARGEST or b"<!" in content.replace(b"<!--", b""):
        return False  # a document type can declare entities that grow without end
    try:
        root = ET.fromstring(content.decode("utf-8-sig"))  # noqa: S314 - no document type, so no entities; bounded size
    except (ET.ParseError, UnicodeDecodeError, ValueError):
        return False
    return all(_is_shape(element) for element in root.iter())


def _is_shape(element: ET.Element) -> bool:
    if element.tag.removeprefix(_SVG) not in _SHAPES:
        return False
    return all(_is_harmless(name, value) for name, value in element.attrib.items())


def _is_harmless(name: str, value: str) -> bool:
    plain = "".join(value.split()).lower()
    if name.removeprefix(_XLINK) == "href":
        return plain.startswith("#")
    if name.lower().startswith("on") or "javascript:" in plain or "@import" in plain or "\\" in plain:
        return False
    return "url(" not in plain.replace("url(#", "").replace("url('#", "").replace('url("#', "")
