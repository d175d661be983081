"""An HTML page that stands alone, for reports that are handed over as files: no script, no other file."""

from html import escape

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem;color:#141414;background:#fff}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #737a84;padding:.4rem;"
    "text-align:left;vertical-align:top;overflow-wrap:anywhere}thead th{overflow-wrap:normal}figure{margin:1rem 0}"
    ".label{border:2px solid #7a5700;padding:.5rem;font-weight:700}"
    ".trend{min-width:40rem;width:100%;font-size:14px}"
    ".scroll{overflow-x:auto}@media print{.scroll{overflow:visible}}"
)


def page(title: str, body: str, language: str) -> str:
    """Put a page around what it says; it asks for nothing else, and for no place in a search engine."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n"
        "</main>\n</body>\n</html>\n"
    )
