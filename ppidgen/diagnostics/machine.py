"""What the machine, not the officer, got wrong: a full disk, a missing program, a locked folder."""

from collections.abc import Mapping

from ppidgen.diagnostics.finding import NO_DATA


class MachineFault(Exception):
    """The machine cannot go on; `code` names the rulebook page (MSN...) that says what to do. Exit code 3."""

    def __init__(self, code: str, data: Mapping[str, str] = NO_DATA) -> None:
        super().__init__(f"{code} {dict(data)}")
        self.code = code
        self.data = data

    def __reduce__(self) -> tuple[type["MachineFault"], tuple[str, dict[str, str]]]:
        """Let one process send it to another; the usual way would send a frozen mapping, which cannot be sent."""
        return MachineFault, (self.code, dict(self.data))
