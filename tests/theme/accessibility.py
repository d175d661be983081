"""What the accessibility checker finds on an open page, each fault once, with the first elements that have it."""

from collections.abc import Mapping

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# All that another colour scheme can change.
CONTRAST: Mapping[str, object] = {"runOnly": ["color-contrast", "link-in-text-block"]}
# WCAG 2.5.8, which the checker leaves out unless it is asked for.
TARGETS: Mapping[str, object] = {"target-size": {"enabled": True}}
FITS = "document.documentElement.scrollWidth <= innerWidth"
_LENGTH = 160
_MOST = 3

# What the page itself measures after a change of width is known one frame later.
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def faults(page: Page, options: Mapping[str, object] | None = None) -> list[tuple[str, list[str]]]:
    """Give the violations; asks for nothing else, for all that passes is most of what the checker would tell."""
    page.evaluate(SETTLED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    asked = {"resultTypes": ["violations"], **(options or {"rules": TARGETS})}
    found = page.evaluate("(options) => axe.run(options)", asked)["violations"]
    return [(fault["id"], [node["html"][:_LENGTH] for node in fault["nodes"]][:_MOST]) for fault in found]
