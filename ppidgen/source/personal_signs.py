"""What a text must hold before personal data can stand in it: the patterns themselves take a while to load."""

# A private address is written with a sign between its halves, or with the word in brackets.
_SIGNS = "@[({"
FEWEST_DIGITS = 9


def may_hold_personal_data(text: str) -> bool:
    """Say whether it is worth looking for personal data; signs of other scripts may stand for digits."""
    is_numbered = sum(map(str.isdigit, text)) >= FEWEST_DIGITS
    return is_numbered or not text.isascii() or any(sign in text for sign in _SIGNS)
