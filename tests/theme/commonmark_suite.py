"""Hold the theme's Markdown against the CommonMark specification: `python -m tests.theme.commonmark_suite SPEC`.

SPEC is the specification's own `spec.txt`. Each example that comes out differently is listed with its reason; the
program fails if one has none. Levels of headings are not compared: a portal shifts them.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from markdown_it import MarkdownIt

from ppidgen.source.commonmark import address_of, named, parse, parse_with_html
from ppidgen.theme.addresses import allowed, external
from tests.theme.plain_html import ours, plain

EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)
WITHOUT_HTML = MarkdownIt("js-default", {"html": False})


def reason(text: str) -> str:
    """Say why an example differs; "" where nothing explains it."""
    parsed = parse(text)
    pointing = [named(content) for event, _ in parsed.events for kind, content in [named(event)] if kind == "Start"]
    addresses = [(kind, address_of(link)) for kind, link in pointing if kind in {"Link", "Image"}]
    if any(not allowed(address) for _, address in addresses):
        return "an address outside the short list is shown as it was typed"
    if any(kind == "Image" and external(address) for kind, address in addresses):
        return "a picture on another host is named, not loaded"
    html = any(named(event)[0] in {"Html", "InlineHtml"} for event, _ in parse_with_html(text).events)
    if html and plain(ours(text)) == plain(WITHOUT_HTML.render(text)):
        return "HTML is shown as text (the same as the reference renderer without HTML)"
    return ""


def main() -> int:
    """Run all examples of the specification named on the command line."""
    examples = EXAMPLE.findall(Path(sys.argv[1]).read_text(encoding="utf-8").replace("→", "\t"))
    reasons: Counter[str] = Counter()
    for number, (text, expected) in enumerate(examples, start=1):
        if plain(ours(text)) != plain(expected):
            why = reason(text) or "UNEXPLAINED"
            reasons[why] += 1
            print(f"{number:>3} {text!r}: {why}")
    print(f"\n{len(examples)} examples, {len(examples) - reasons.total()} as the specification has them")
    for why, count in reasons.most_common():
        print(f"{count:>3} {why}")
    return 1 if reasons["UNEXPLAINED"] or not examples else 0


if __name__ == "__main__":
    sys.exit(main())
