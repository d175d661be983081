"""An HTML page that stands alone, for reports that are handed over as files: no script, no other file."""

from html import escape

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:76rem;margin:0 auto;padding:1.5rem 1rem;color:#141414;"
    "background:#fff}h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}figure{margin:1rem 0}"
    "table{border-collapse:collapse;width:100%;margin:1.5rem 0;font-variant-numeric:tabular-nums}"
    "caption{text-align:left;font-size:1.125rem;font-weight:700;padding-bottom:.5rem}"
    "th,td{border-bottom:1px solid #b8bec7;padding:.5rem .75rem .5rem 0;text-align:left;vertical-align:top}"
    "thead th{border-bottom:2px solid #141414;font-size:.875rem;vertical-align:bottom}"
    # An address breaks anywhere, the amount at the head of a row nowhere.
    "td{overflow-wrap:anywhere;min-width:5rem}.day{white-space:nowrap}"
    "thead th::first-letter,caption::first-letter,.label::first-letter{text-transform:uppercase}"
    ".label{border-left:.3rem solid #7a5700;background:#fff6dd;padding:.5rem .75rem;font-weight:700}"
    ".trend{min-width:40rem;width:100%;font-size:14px}.scroll{overflow-x:auto}"
    "@media print{.scroll{overflow:visible}tr{break-inside:avoid}}"
)


def page(title: str, body: str, language: str) -> str:
    """Put a page around what it says; it asks for nothing else, and for no place in a search engine."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n"
        "</main>\n</body>\n</html>\n"
    )
