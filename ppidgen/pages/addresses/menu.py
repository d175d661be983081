"""The menu tree: a closed table, at most three levels deep; a node without content is shown with its state.

`duties` are the codes whose entries fill a node; `field` is the field of a register whose legal basis is the
node's own, for nodes that no duty of the catalogue names.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ppidgen.model.context import Context
from ppidgen.model.elements.record import Part
from ppidgen.model.elements.vocabulary import Category, NewsKind
from ppidgen.model.pages.page import Link
from ppidgen.model.pages.shell import MenuNode
from ppidgen.model.records.body import Officer, PublicBody
from ppidgen.model.records.service import FeeSchedule, ServiceStandard
from ppidgen.pages.addresses import urls


@dataclass(frozen=True, slots=True)
class Node:
    """One node: `key` names its words (`menu.<key>`, `lead.<key>`)."""

    key: str
    address: str
    children: tuple["Node", ...] = ()
    duties: tuple[str, ...] = ()
    field: tuple[type[Part], str] | None = None


MENU: tuple[Node, ...] = (
    Node("profile", urls.PROFILE, (
        Node("body", urls.BODY, (
            Node("location", urls.LOCATION, duties=("B01.a",)),
            Node("vision", urls.VISION),
            Node("tasks", urls.TASKS, duties=("B01.a",)),
            Node("structure", urls.STRUCTURE, duties=("B01.c",)),
            Node("leaders", urls.LEADERS, duties=("B01.c",)),
            Node("wealth", urls.WEALTH_REPORTS, duties=("B01.d",)),
            Node("units", urls.UNITS, duties=("B01.a", "B01.c")),
        )),
        Node("ppid", urls.PPID, (
            Node("ppid_about", urls.PPID_ABOUT),
            Node("ppid_vision", urls.PPID_VISION),
            Node("ppid_tasks", urls.PPID_TASKS, field=(PublicBody, "officers")),
            Node("ppid_team", urls.PPID_TEAM, field=(PublicBody, "officers")),
            Node("ppid_decrees", urls.PPID_DECREES, field=(Officer, "decree")),
            Node("legal_basis", urls.LEGAL_BASIS),
            Node("ppid_budget", urls.PPID_BUDGET),
            Node("ppid_commitment", urls.PPID_COMMITMENT),
        )),
        Node("network", urls.NETWORK),
    )),
    Node("information", urls.INFORMATION, (
        Node("list", urls.LIST, (
            Node("list_units", urls.LIST_UNITS),
            Node("list_years", urls.LIST_YEARS),
            Node("list_letters", urls.LIST_LETTERS),
            Node("list_print", urls.LIST_PRINT),
        )),
        Node("periodic", urls.by_category(Category.PERIODIC)),
        Node("immediate", urls.IMMEDIATE, (
            Node("immediate_list", urls.by_category(Category.IMMEDIATE)),
            Node("immediate_archive", urls.IMMEDIATE_ARCHIVE),
        )),
        Node("on_demand", urls.by_category(Category.ON_DEMAND)),
        Node("exempt", urls.EXEMPT, (
            Node("exempt_list", urls.EXEMPT_LIST),
            Node("exempt_ended", urls.EXEMPT_ENDED),
            Node("exempt_grounds", urls.EXEMPT_GROUNDS),
            Node("exempt_statistics", urls.EXEMPT_STATISTICS),
            Node("exempt_print", urls.EXEMPT_PRINT),
        )),
        Node("procurement", urls.PROCUREMENT, duties=("B09",)),
        Node("coverage", urls.COVERAGE),
        Node("open_data", urls.OPEN_DATA, (
            Node("catalogue", urls.CATALOGUE),
        )),
    )),
    Node("services", urls.SERVICES, (
        Node("charter", urls.CHARTER, duties=("W06",)),
        Node("request", urls.REQUEST, (
            Node("request_form", urls.REQUEST_FORM),
            Node("blanks", urls.BLANKS),
            Node("calculator", urls.CALCULATOR),
        ), duties=("B07.a",)),
        Node("status", urls.STATUS),
        Node("objection", urls.OBJECTION, (
            Node("objection_form", urls.OBJECTION_FORM),
        ), duties=("B07.b",)),
        Node("dispute", urls.DISPUTE, duties=("B07.b",)),
        Node("fees", urls.FEES, field=(FeeSchedule, "copying")),
        Node("hours", urls.HOURS),
        Node("channels", urls.CHANNELS),
        Node("standards", urls.STANDARDS, field=(ServiceStandard, "code")),
        Node("sops", urls.SOPS),
        Node("disability", urls.DISABILITY),
        Node("rights", urls.RIGHTS),
        Node("questions", urls.QUESTIONS),
        Node("complaints", urls.COMPLAINTS, duties=("B08.a", "B08.b")),
    )),
    Node("reports", urls.REPORTS, (
        Node("statistics", urls.STATISTICS, duties=("B05",)),
        Node("answered", urls.ANSWERED),
        Node("survey", urls.SURVEY),
        Node("awards", urls.AWARDS),
    )),
    Node("publications", urls.NEWS, (
        Node("news", urls.by_kind(NewsKind.NEWS)),
        Node("press", urls.by_kind(NewsKind.PRESS)),
        Node("clarifications", urls.by_kind(NewsKind.CLARIFICATION)),
        Node("agenda", urls.by_kind(NewsKind.AGENDA)),
    )),
    Node("contact", urls.CONTACT),
)  # fmt: skip

# Pages that the foot of every page leads to; they have words as the menu's nodes do.
FOOT: tuple[Node, ...] = (
    Node("accessibility", urls.ACCESSIBILITY),
    Node("privacy", urls.PRIVACY),
    Node("security", urls.SECURITY),
    Node("site_map", urls.SITE_MAP),
)


def _trails(nodes: tuple[Node, ...], above: tuple[Node, ...] = ()) -> Iterator[tuple[str, tuple[Node, ...]]]:
    for node in nodes:
        yield node.address, (*above, node)
        yield from _trails(node.children, (*above, node))


TRAILS: Mapping[str, tuple[Node, ...]] = MappingProxyType(dict(_trails((*MENU, *FOOT))))


def menu(context: Context) -> tuple[MenuNode, ...]:
    """Give the menu in the words of the context."""
    return tuple(_menu_node(context, node) for node in MENU)


def node_link(context: Context, address: str) -> Link:
    """Give the link to a node of the menu or of the foot."""
    return Link(context.words(f"menu.{TRAILS[address][-1].key}"), address)


def _menu_node(context: Context, node: Node) -> MenuNode:
    return MenuNode(node_link(context, node.address), tuple(_menu_node(context, child) for child in node.children))
