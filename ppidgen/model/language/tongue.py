"""Which words of a text are in the portal's main language where the rest speaks another.

A page in a second language is made of many texts, and what nobody has translated stays in Indonesian in the middle of
it: a title in a list, a name within a sentence. Such a text is put between the control characters that ASCII has for
stepping into another set of letters and back. No register can hold them (control characters are refused at reading),
they travel through every sentence that a text becomes part of, and the theme turns them into `lang`.
"""

from typing import Final

STEP_IN: Final = "\x0e"
STEP_OUT: Final = "\x0f"
_NOTHING = str.maketrans("", "", STEP_IN + STEP_OUT)


def in_main(text: str) -> str:
    """Mark a text as written in the main language; "" and what is marked already stay as they are."""
    return f"{STEP_IN}{text}{STEP_OUT}" if text and STEP_IN not in text else text


def bare(text: str) -> str:
    """Give a text without marks, for what knows no language within a text: titles of files, indexes, addresses."""
    return text.translate(_NOTHING) if STEP_IN in text or STEP_OUT in text else text


def bare_json(encoded: bytes) -> bytes:
    """Give JSON without marks, which JSON can only hold escaped."""
    return encoded.replace(b"\\u000e", b"").replace(b"\\u000f", b"")


def closed(text: str) -> str:
    """Close a mark whose end was cut off."""
    return text + STEP_OUT if text.rfind(STEP_IN) > text.rfind(STEP_OUT) else text
