"""What a page owes to the settings of a reader's system: colours forced upon it, and rest from movement.

Each function gives what fails, by the HTML of its element cut short; an empty list is a page in order.
"""

from playwright.sync_api import Page

_SCRIPT = """
const told = (each) => each.outerHTML.slice(0, 120);
const visible = (each) => each.checkVisibility({visibilityProperty: true});
const seen = [...document.querySelectorAll('body *')].filter(visible);
const probe = document.body.appendChild(document.createElement('i'));
probe.style = 'color: Canvas; forced-color-adjust: none';
const canvas = getComputedStyle(probe).color;
probe.remove();
const clear = (colour) => colour === 'rgba(0, 0, 0, 0)' || colour === 'transparent' || colour === canvas;
const sides = ['Top', 'Right', 'Bottom', 'Left'];
const border = (style, side) => ['Style', 'Width', 'Color'].map((part) => style[`border${side}${part}`]);
const ruled = (style, some) => some.map((side) => border(style, side)).every(([kind, width, colour]) =>
  kind !== 'none' && parseFloat(width) > 0 && !clear(colour));
"""


def unbounded(page: Page) -> list[str]:
    """Give the controls that one cannot tell from the page: no border, and the colour of the page behind them."""
    return _ask(
        page,
        """
const native = (each) => ['checkbox', 'radio'].includes(each.type) && getComputedStyle(each).appearance !== 'none';
return seen.filter((each) => each.matches('input, select, textarea, button, .tombol') && !native(each))
  .filter((each) => !ruled(getComputedStyle(each), sides)).map(told);
""",
    )


def unmarked(page: Page) -> list[str]:
    """Give what is the current one of several and is drawn like the others."""
    return _ask(
        page,
        """
return seen.filter((each) => each.matches('[aria-current]:not([aria-current=false])'))
  .filter((each) => !ruled(getComputedStyle(each), ['Bottom'])).map(told);
""",
    )


def undrawn(page: Page) -> list[str]:
    """Give the shapes of drawings that have neither a line nor a surface apart from the page."""
    return _ask(
        page,
        """
return seen.filter((each) => each.matches('figure svg rect, figure svg text')).filter((each) => {
  const style = getComputedStyle(each);
  return clear(style.fill) && (style.stroke === 'none' || clear(style.stroke));
}).map(told);
""",
    )


def unfocused(page: Page) -> list[str]:
    """Give what the keyboard reaches without a line around it: two pixels or more, in a colour apart from the page."""
    page.keyboard.press("Tab")
    return _ask(
        page,
        """
const reached = 'a[href], summary, input, select, textarea, button, [tabindex="0"]';
return seen.filter((each) => each.matches(reached)).filter((each) => {
  each.focus({preventScroll: true});
  if (document.activeElement !== each) return false;
  const style = getComputedStyle(each);
  return style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || clear(style.outlineColor);
}).map(told);
""",
    )


def moving(page: Page) -> list[str]:
    """Give what moves or would move: transitions, animations, smooth scrolling, before and after their elements too."""
    return _ask(
        page,
        """
const lasting = (times) => times.split(',').some((time) => parseFloat(time) > 0);
const moves = (each) => [null, '::before', '::after'].some((part) => {
  const style = getComputedStyle(each, part);
  return lasting(style.transitionDuration) || (style.animationName !== 'none' && lasting(style.animationDuration));
});
const smooth = getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['html'] : [];
return [...smooth, ...seen.filter(moves).map(told), ...document.getAnimations().map((one) => String(one.id))];
""",
    )


def _ask(page: Page, question: str) -> list[str]:
    found: list[str] = page.evaluate(f"() => {{ {_SCRIPT} {question} }}")
    return found
