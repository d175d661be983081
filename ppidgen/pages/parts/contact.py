"""Ways to reach an office: addresses, telephones, hours, channels."""

from collections.abc import Callable, Iterable, Iterator

from ppidgen.model.context import Context
from ppidgen.model.elements.vocabulary import ChannelKind
from ppidgen.model.language.tongue import bare
from ppidgen.model.pages.page import Block, Cell, Fact, Facts, Grid, Link, Notice
from ppidgen.model.pages.page_terms import EMPTY
from ppidgen.model.records.body import Channel, ServiceHours
from ppidgen.model.records.parts import Contact
from ppidgen.pages.parts.frame import section


def contact_facts(context: Context, address: str | None, contact: Contact) -> tuple[Fact, ...]:
    """Give the address and the contacts of an office, those that are known."""
    values: tuple[tuple[str, str | Link | None], ...] = (
        ("address", address),
        ("phone", _link(contact.phone, phone)),
        ("whatsapp", _link(contact.whatsapp, whatsapp)),
        ("email", _link(contact.email, email)),
        ("fax", contact.fax),
    )
    return tuple(Fact(context.words(f"fact.{key}"), (value,)) for key, value in values if value)


def phone(written: str) -> Link:
    """Give the link that dials a number."""
    return Link(written, "tel:" + _digits(written))


def whatsapp(written: str) -> Link:
    """Give the link that opens a chat."""
    return Link(written, "https://wa.me/" + international(written))


def international(written: str) -> str:
    """Write a number as WhatsApp wants it: with its country and without a plus."""
    digits = _digits(written).lstrip("+")
    return "62" + digits[1:] if digits.startswith("0") else digits


def email(written: str) -> Link:
    """Give the link that opens a letter."""
    return Link(written, f"mailto:{written}")


def _link(written: str | None, make: Callable[[str], Link]) -> Link | None:
    return make(written) if written else None


def _digits(written: str) -> str:
    return "".join(sign for sign in written if sign.isdigit() or sign == "+")


def hours_blocks(context: Context) -> tuple[Block, ...]:
    """Give the opening hours of the information desk as a table."""
    words, hours = context.words, context.portal.body.hours
    if not hours:
        return ()
    head = tuple(words(f"hours.{column}") for column in ("days", "open", "pause"))
    rows = tuple((one.days, _open(context, one), one.pause or words("none")) for one in hours)
    return (Grid(words("hours.caption", zone=context.portal.body.time_zone.value), head, rows, row_heading=0),)


def _open(context: Context, hours: ServiceHours) -> str:
    if hours.opens and hours.closes:
        opens, closes = (clock.replace(":", ".") for clock in (hours.opens, hours.closes))
        return context.words("hours.span", opens=opens, closes=closes)
    return context.words("hours.closed")


COMPLAINT_KINDS = frozenset((ChannelKind.LAPOR, ChannelKind.EMERGENCY, ChannelKind.WHISTLEBLOWING))


def channel_table(context: Context, channels: Iterable[Channel]) -> tuple[Block, ...]:
    """Give channels side by side: what each is for, where it is, when it is open, how soon it answers."""
    words = context.words
    rows = tuple(_channel_row(context, channel) for channel in channels)
    head = tuple(words(f"channel.{column}") for column in ("name", "way", "purpose", "hours", "promise"))
    return (Grid(words("channel.caption"), head, rows, row_heading=0),) if rows else ()


def _channel_row(context: Context, channel: Channel) -> tuple[Cell, ...]:
    told = (channel.note, channel.hours, channel.promise)
    return (channel.name, _way(context, channel), *(one or context.words("none") for one in told))


def _way(context: Context, channel: Channel) -> Cell:
    opened = channel_address(channel)
    if not opened:
        return channel.address or context.words("none")
    site = opened.partition("://")[2].rstrip("/")
    return Link(channel.address or site or channel.name, opened)


def channel_address(channel: Channel) -> str:
    """Give the address that opens a channel, "" for one that no link opens, such as a desk."""
    written = bare(channel.address or "")
    if channel.kind is ChannelKind.EMAIL and "@" in written:
        return email(written).address
    if channel.kind is ChannelKind.EMERGENCY:
        return "tel:112"
    if channel.kind in {ChannelKind.PHONE, ChannelKind.WHATSAPP} and _digits(written):
        return (phone if channel.kind is ChannelKind.PHONE else whatsapp)(written).address
    return channel.link or ""


def desk(context: Context) -> Iterator[Block]:
    """Give the contact of the PPID desk with its hours, or say that neither is there yet."""
    words, body = context.words, context.portal.body
    if facts := contact_facts(context, body.address, body.contact):
        yield Facts(facts)
    else:
        yield Notice(words("empty.title", node=words("menu.contact")), words("empty.contact"), EMPTY)
    if table := hours_blocks(context):
        yield section(words("menu.hours"), table)
