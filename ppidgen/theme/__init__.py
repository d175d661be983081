"""Page -> HTML: the only chapter that knows Jinja and Markdown."""

from ppidgen.theme.load import Theme, load
from ppidgen.theme.location import built_in
from ppidgen.theme.render import Renderer

__all__ = ["Renderer", "Theme", "built_in", "load"]
