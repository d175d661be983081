"""Which addresses a page may hold, and where they lie once the portal has a base path."""

import re

# An allow list, never a deny list: a scheme that nobody thought of is refused. A relative address may hold no colon
# before its first slash; "//host" and "\" would leave the portal unseen, control characters hide a scheme, and what
# stands before an "@", or in letters of another script, reads like the site that is opened and is another.
_ALLOWED = re.compile(
    r"(?:(?i:https?)://(?=[^\s/?#@%\\\x7f-\U0010ffff]+(?:[/?#]|\Z))|(?i:mailto|tel):|/(?!/)|#|"
    r"(?!//)[^/:?#\x00-\x1f\x7f\\]*(?:[/?#]|\Z))[^\x00-\x1f\x7f\\]*"
)
_ABROAD = re.compile(r"https?://", re.IGNORECASE)

NOWHERE = "#"


def allowed(address: str) -> bool:
    """Say whether a page may link to the address."""
    return _ALLOWED.fullmatch(address) is not None


def external(address: str) -> bool:
    """Say whether the address lies on another site."""
    return bool(_ABROAD.match(address))


def resolve(address: str, base_path: str) -> str:
    """Put the base path before a site-absolute address; an address that is not allowed leads nowhere."""
    if not allowed(address):
        return NOWHERE
    shown = address.replace(" ", "%20")
    return base_path + shown[1:] if shown.startswith("/") else shown


def normal_base(base_path: str) -> str:
    """Write a base path with one slash at either end: "" and "/" are "/", "ppid" is "/ppid/"."""
    inner = base_path.strip("/")
    return f"/{inner}/" if inner else "/"
