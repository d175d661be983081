"""How a missing extra is installed: from the folder of the program, over what `pipx` installed before."""

# The extras that `officer` holds; any other comes on top of it, so that nothing goes when it is installed.
OFFICER = frozenset({"documents", "precompress", "serve"})


def command_for(extra: str) -> str:
    """Give the command that installs an extra, for a person to type in that folder."""
    extras = "officer" if extra in OFFICER else f"officer,{extra}"
    return f'pipx install --force ".[{extras}]"'
