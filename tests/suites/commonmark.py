"""Hold the theme's Markdown against the CommonMark specification: `python -m tests.suites.commonmark FOLDER`.

FOLDER holds the specification's own `spec.txt`. Each example that comes out differently is in the table with its
reason, which the program checks; it fails for one that is not there, that is there for another reason or without need,
and for one that raises or takes 2 s or 256 MB. Levels of headings are not compared: a portal shifts them.
"""

import re
import sys
from collections import Counter
from collections.abc import Mapping
from functools import partial

from markdown_it import MarkdownIt

from ppidgen.source.commonmark import address_of, named, parse, parse_with_html
from ppidgen.theme.addresses import allowed, external
from tests.fuzz.bounded import bounded
from tests.suites.asked import folder_asked
from tests.theme.plain_html import ours, plain

EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)
WITHOUT_HTML = MarkdownIt("js-default", {"html": False})
AS_WANTED = ""
ADDRESS = "an address outside the short list is shown as it was typed"
PICTURE = "a picture on another host is named, not loaded"
HTML = "HTML is shown as text (the same as the reference renderer without HTML)"
# Numbers as in spec.txt of CommonMark 0.31.2 and the commits after it.
DEVIATIONS: Mapping[str, frozenset[int]] = {
    ADDRESS: frozenset({20, 204, 502, 504, 598, 600, 601, 603, 605}),
    HTML: frozenset(
        {
            21,
            31,
            148,
            149,
            150,
            151,
            152,
            153,
            154,
            155,
            156,
            157,
            158,
            159,
            160,
            161,
            162,
            163,
            164,
            165,
            166,
            167,
            168,
            169,
            170,
            171,
            172,
            173,
            174,
            175,
            176,
            177,
            178,
            179,
            180,
            181,
            182,
            183,
            184,
            185,
            186,
            187,
            188,
            189,
            190,
            191,
            192,
            193,
            203,
            310,
            311,
            346,
            477,
            478,
            479,
            493,
            496,
            526,
            538,
            615,
            616,
            617,
            618,
            619,
            625,
            627,
            628,
            629,
            630,
            631,
            632,
            633,
            645,
            646,
        }
    ),
}


def ending(text: str, expected: str) -> str:
    """Say why an example comes out differently; "" when it does not, "UNEXPLAINED" where nothing explains it."""
    return AS_WANTED if plain(ours(text)) == plain(expected) else reason(text) or "UNEXPLAINED"


def reason(text: str) -> str:
    """Say what in an example we treat otherwise on purpose; "" when there is nothing."""
    parsed = parse(text)
    pointing = [named(content) for event, _ in parsed.events for kind, content in [named(event)] if kind == "Start"]
    addresses = [(kind, address_of(link)) for kind, link in pointing if kind in {"Link", "Image"}]
    if any(not allowed(address) for _, address in addresses):
        return ADDRESS
    if any(kind == "Image" and external(address) for kind, address in addresses):
        return PICTURE
    html = any(named(event)[0] in {"Html", "InlineHtml"} for event, _ in parse_with_html(text).events)
    return HTML if html and plain(ours(text)) == plain(WITHOUT_HTML.render(text)) else ""


def main() -> int:
    """Run all examples of the folder named on the command line."""
    spec = (folder_asked(__doc__) / "spec.txt").read_text(encoding="utf-8").replace("→", "\t")
    table = {number: why for why, numbers in DEVIATIONS.items() for number in numbers}
    endings: Counter[str] = Counter()
    faults, slowest, largest = 0, 0.0, 0.0
    for number, (text, expected) in enumerate(EXAMPLE.findall(spec), start=1):
        said = bounded(partial(ending, text, expected))
        slowest, largest = max(slowest, said.seconds), max(largest, said.megabytes)
        endings[said.fault] += 1
        wanted = table.pop(number, AS_WANTED)
        if said.fault != wanted:
            faults += 1
            print(f"{number} {text!r}: {said.fault or 'as wanted'}; the table says {wanted or 'as wanted'}")
    for number in table:
        print(f"{number}: in the table, not in the specification")
    for why, count in endings.most_common():
        print(f"{count:>3} {why or 'as the specification has them'}")
    print(f"{endings.total()} examples; slowest {slowest:.2f} s of CPU, largest {largest:.0f} MB")
    return 1 if faults or table or not endings else 0


if __name__ == "__main__":
    sys.exit(main())
