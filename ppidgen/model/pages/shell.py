"""What stands around every page of the portal."""

from dataclasses import dataclass, field

from ppidgen.model.pages.edition import Edition
from ppidgen.model.pages.page import Alert, Link, Section
from ppidgen.model.pages.share import Picture


@dataclass(frozen=True, slots=True)
class MenuNode:
    """One node of the menu tree, at most three levels deep."""

    link: Link
    children: tuple["MenuNode", ...] = ()


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around every page of the portal; `receiver` is an origin that takes forms, "mailto:", or "".

    `copy_note` says of which day a copy is and of which unit alone it tells. `edition` is the one whose pages it stands
    around, None in the main language.
    """

    site_title: str
    body_name: str
    base_url: str
    menu: tuple[MenuNode, ...]
    footer: tuple[Section, ...]
    alerts: tuple[Alert, ...] = ()
    draft: bool = False
    copy_note: str = ""
    built_on: str = ""
    version: str = ""
    logo: str = ""
    colour: str = ""
    licence: Link = field(default=Link("", ""))
    edition: Edition | None = None
    receiver: str = ""
    picture: Picture | None = None
