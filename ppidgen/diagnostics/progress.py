"""How far a long piece of work has come, told while it goes on."""

from collections.abc import Callable

# Is told the stage, how much of it is done, and how much there is in all (0: nobody knows yet).
Progress = Callable[[str, int, int], None]


def silent(_stage: str, _done: int, _all: int) -> None:
    """Show no progress."""
