"""Whether a text is a public key of age: bech32 (BIP 173) with the prefix "age", holding the 32 bytes of X25519."""

PREFIX = "age"
PRIVATE = "AGE-SECRET-KEY-"
LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
LENGTH = 62
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def is_secret_key(text: str) -> bool:
    """Say whether the text is the secret half of a pair, which is for the PPID alone."""
    return text.upper().startswith(PRIVATE)


def is_public_key(text: str) -> bool:
    """Say whether the text is whole: a mistyped letter spoils the checksum."""
    start = f"{PREFIX}1"
    values = [LETTERS.find(letter) for letter in text.removeprefix(start)]
    if len(text) != LENGTH or not text.startswith(start) or -1 in values:
        return False
    prefix = [*(ord(letter) >> 5 for letter in PREFIX), 0, *(ord(letter) & 31 for letter in PREFIX)]
    return _remainder([*prefix, *values]) == 1


def _remainder(values: list[int]) -> int:
    rest = 1
    for value in values:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            rest ^= generator if top >> place & 1 else 0
    return rest
