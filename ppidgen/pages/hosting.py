"""What hosts read beside the pages: response headers for those that take a `_headers` file, and for Apache.

A policy in a page cannot forbid framing, and an uploaded document has no page to carry one; so both are said in
headers where a host lets us. nginx takes no file from the site: its lines are in the guide `nginx`. Apache hands out
the packed copies of `build --precompress` where there are any, and packs on the way where there are none.

Browsers keep a page for a tenth of its age unless told otherwise: an urgent warning would not be seen for days, and
what was withdrawn would be. So Apache and nginx have them ask each time; hosts with `_headers` do so by themselves.

An old address always has a page that tells where its entry is now; hosts that can lead there by themselves do so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from ppidgen.model.context import Context
from ppidgen.model.public.data_file import DataFile
from ppidgen.pages import tombstones
from ppidgen.pages.addresses import urls

REDIRECTS = "_redirects"
# OWASP ASVS 5.0: 3.4.1 to 3.4.6. A second policy only narrows the one that each page carries.
EVERYWHERE: Mapping[str, str] = MappingProxyType({
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
})  # fmt: skip
# A drawing that is opened by itself is a page that may hold a script; it must not run as this portal's.
# Not for PDF: the sandbox shuts out the viewers that browsers bring.
DRAWINGS: Mapping[str, str] = MappingProxyType(
    {"Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'"}
)

# The name of a file of the theme is made from its content, so it may be kept. An entry too may be called "aset".
_KEEPING = """\
Header set Cache-Control "no-cache"
<IfModule mod_setenvif.c>
SetEnvIf Request_URI "^{assets}[^/]+$" ppid_tetap
Header set Cache-Control "max-age=31536000, immutable" env=ppid_tetap
</IfModule>
"""

# Apache packs on the way; where a browser takes brotli and there is a packed copy, that is handed out as it is. The
# rules are run again on the copy, which must not be packed a second time; asked for by its own name it is only a file.
# The list of languages that comes with Apache takes ".br" for Breton, and would tell browsers so of every page.
_PACKING = """\
<IfModule mod_mime.c>
RemoveLanguage .br
</IfModule>
<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json image/svg+xml
AddOutputFilterByType DEFLATE text/plain text/csv text/xml application/xml application/atom+xml application/ld+json
</IfModule>
<IfModule mod_rewrite.c>
<IfModule mod_headers.c>
RewriteEngine On
RewriteRule \\.br$ - [L,E=no-gzip:1]
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule \\.[a-z]+$ %{REQUEST_URI}.br [L,E=ppid_br:1]
Header set Content-Encoding br env=REDIRECT_ppid_br
Header append Vary Accept-Encoding env=REDIRECT_ppid_br
</IfModule>
</IfModule>
"""


def data_files(context: Context) -> Iterator[DataFile]:
    """Give `_headers` (Cloudflare Pages, Netlify), `_redirects` (GitLab Pages too) and `.htaccess` (Apache, cPanel)."""
    base = urlsplit(context.base_url).path.rstrip("/")
    moves = [(f"{base}{urls.entry(old)}", f"{base}{urls.entry(new)}") for old, new in tombstones.moves(context)]
    yield DataFile("_headers", _headers(base).encode())
    yield DataFile(".htaccess", _htaccess(base, moves).encode())
    if moves:
        yield DataFile(REDIRECTS, "".join(f"{old} {new} 301\n" for old, new in moves).encode())


def moves_in(redirects: str) -> dict[str, str]:
    """Read from what `_redirects` says to which address each old one leads."""
    rows = (line.split() for line in redirects.splitlines())
    return {old: new for old, new, _status in rows}


def _headers(base: str) -> str:
    lines = [f"{base}/*", *_lines(EVERYWHERE), f"{base}{urls.FILES}*.svg", *_lines(DRAWINGS)]
    return "\n".join(lines) + "\n"


def _lines(headers: Mapping[str, str]) -> list[str]:
    return [f"  {name}: {value}" for name, value in headers.items()]


def _htaccess(base: str, moves: Iterable[tuple[str, str]]) -> str:
    return (
        f"ErrorDocument 404 {base}{urls.NOT_FOUND}\n"
        f"ErrorDocument 403 {base}{urls.NOT_FOUND}\n"
        "Options -Indexes\n"
        "AddDefaultCharset utf-8\n"
        "AddCharset utf-8 .csv\n"  # the default is for HTML and plain text alone
        f"{''.join(map(_move, moves))}"
        "<IfModule mod_headers.c>\n"
        f"{_apache(EVERYWHERE)}"
        f"{_KEEPING.format(assets=re.escape(f'{base}{urls.ASSETS}'))}"
        '<FilesMatch "\\.svg(\\.br)?$">\n'
        f"{_apache(DRAWINGS)}"
        "</FilesMatch>\n"
        "</IfModule>\n"
        f"{_PACKING}"
    )


def _move(move: tuple[str, str]) -> str:
    old, new = move
    return f'RedirectMatch 301 "^{re.escape(old)}$" "{new}"\n'


def _apache(headers: Mapping[str, str]) -> str:
    return "".join(f'Header always set {name} "{value}"\n' for name, value in headers.items())
