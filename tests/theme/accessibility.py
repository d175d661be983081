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

# To judge one text takes the checker milliseconds, and a list has hundreds alike: of visible texts in elements of the
# same names and classes, in the same colours and size on the same grounds, it judges the first.
_ONE_OF_EACH_LOOK = """() => {
    if (!window.axe.looksMarked) {
        axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] })
        axe.looksMarked = true
    }
    const seen = new Set()
    for (const each of document.querySelectorAll("body, body *")) {
        each.removeAttribute("data-look")
        if (!each.checkVisibility({ visibilityProperty: true })) continue
        const look = [each.matches(":disabled"), each.getAttribute("aria-disabled")]
        for (let at = each; at; at = at.parentElement) {
            const style = getComputedStyle(at)
            look.push(at.localName, at.className, style.backgroundColor, style.backgroundImage, style.opacity)
            if (at === each) look.push(style.color, style.fontSize, style.fontWeight, style.textShadow)
        }
        const key = look.join("|")
        if (!seen.has(key)) each.setAttribute("data-look", "")
        seen.add(key)
    }
}"""

# What the page itself measures after a change of width is known one frame later.
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def faults(page: Page, options: Mapping[str, object] | None = None) -> list[tuple[str, list[str]]]:
    """Give the violations; asks for nothing else, for all that passes is most of what the checker would tell."""
    page.evaluate(SETTLED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate(_ONE_OF_EACH_LOOK)
    asked = {"resultTypes": ["violations"], **(options or {"rules": TARGETS})}
    found = page.evaluate("(options) => axe.run(options)", asked)["violations"]
    return [(fault["id"], [node["html"][:_LENGTH] for node in fault["nodes"]][:_MOST]) for fault in found]
