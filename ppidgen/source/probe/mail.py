"""What a letter of electronic mail holds, or a page saved as one: each part has a code of its own (RFC 2045; child)."""

import email
import email.policy
from collections.abc import Iterator
from email.message import Message

MOST_PARTS = 500
_MARK = "content-transfer-encoding:"
_SEARCHED = 200_000  # letters; of a letter in one code it stands in the head, of others before its first part


def is_letter(text: str) -> bool:
    """Tell a letter of which some part is not written as it is read."""
    return _MARK in text[:_SEARCHED].lower()


def parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Give each part of a letter with its name or its number, unpacked from its code."""
    letter: Message = email.message_from_bytes(raw, policy=email.policy.compat32)
    for number, part in enumerate(letter.walk(), 1):
        if number > MOST_PARTS:
            return
        held = part.get_payload(decode=True)
        if isinstance(held, bytes) and held:
            yield part.get_filename() or f"#{number}", held
