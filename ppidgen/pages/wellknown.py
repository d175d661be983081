"""Files that programs look for at fixed places: site maps, robots.txt, security.txt.

Pages that speak of announcements have a site map of their own: a new warning leaves that of all others alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain

from ppidgen.model.context import Context
from ppidgen.model.public.data_file import DataFile
from ppidgen.pages.addresses import urls
from ppidgen.pages.addresses.family import Family, Spec
from ppidgen.pages.editions import counterparts_of
from ppidgen.source.xml_text import attribute, content

# The limit of the sitemap protocol; beyond it an index leads to several files.
MOST_ADDRESSES = 50_000
# RFC 9116 wants a day of expiry less than a year away; half a year asks for a build now and then.
CONTACT_HOLDS = timedelta(days=180)

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_MAIN, _WHOLE = "sitemap", "sitemap-terkini"


def data_files(context: Context, families: Iterable[Family]) -> Iterator[DataFile]:
    """Give the files that fit the portal: no site map without an address, no security.txt without a contact."""
    yield DataFile("robots.txt", _robots(context))
    if context.base_url:
        yield from _sitemaps(context, _MAIN, (family for family in families if not family.is_whole))
    if context.portal.site.security_contact:
        yield DataFile(".well-known/security.txt", _security(context, context.portal.site.security_contact))


def whole_files(context: Context, families: Iterable[Family]) -> Iterator[DataFile]:
    """Give the site map of the families that are whole."""
    if context.base_url:
        yield from _sitemaps(context, _WHOLE, (family for family in families if family.is_whole))


def _robots(context: Context) -> bytes:
    allowed = "Disallow: /" if context.draft else "Allow: /"
    maps = (_MAIN, _WHOLE) if context.base_url and not context.draft else ()
    sitemaps = "".join(f"Sitemap: {context.base_url}{name}.xml\n" for name in maps)
    return f"User-agent: *\n{allowed}\n{sitemaps}".encode()


def _security(context: Context, contact: str) -> bytes:
    expires = context.standing.as_of + CONTACT_HOLDS
    lines = [
        f"Contact: mailto:{contact}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {context.words.language}",
    ]
    if context.base_url:
        lines.append(f"Canonical: {context.base_url}.well-known/security.txt")
        lines.append(f"Policy: {context.base_url}{urls.SECURITY[1:]}")
    return ("\n".join(lines) + "\n").encode()


def _sitemaps(context: Context, name: str, families: Iterable[Family]) -> Iterator[DataFile]:
    specs = sorted(chain.from_iterable(family.items(context) for family in families))
    listed = [spec for spec in specs if spec.listed]
    if len(listed) <= MOST_ADDRESSES:
        yield DataFile(f"{name}.xml", _sitemap(context, listed))
        return
    parts = [listed[start : start + MOST_ADDRESSES] for start in range(0, len(listed), MOST_ADDRESSES)]
    names = [f"{name}-{place}.xml" for place in range(1, len(parts) + 1)]
    yield from (DataFile(own, _sitemap(context, part)) for own, part in zip(names, parts, strict=True))
    whole = "".join(f"<sitemap><loc>{content(context.base_url + own)}</loc></sitemap>\n" for own in names)
    yield DataFile(f"{name}.xml", f"{_XML}<sitemapindex {_NAMESPACE}>\n{whole}</sitemapindex>\n".encode())


def _sitemap(context: Context, specs: Sequence[Spec]) -> bytes:
    names = f"{_NAMESPACE} {_LINKS}" if context.tongues else _NAMESPACE
    return f"{_XML}<urlset {names}>\n{''.join(_address(context, spec) for spec in specs)}</urlset>\n".encode()


def _address(context: Context, spec: Spec) -> str:
    changed = f"<lastmod>{spec.updated}</lastmod>" if spec.updated else ""
    others = "".join(
        f"<xhtml:link rel={attribute('alternate')} hreflang={attribute(one.language)}"
        f" href={attribute(context.base_url + one.address[1:])}/>"
        for one in counterparts_of(context, spec.address)
        if one.address
    )
    return f"<url><loc>{content(context.base_url + spec.address[1:])}</loc>{changed}{others}</url>\n"
