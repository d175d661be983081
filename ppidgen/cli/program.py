"""The group of all verbs, and how each way of ending becomes an exit code."""

from collections.abc import Sequence
from gettext import gettext as _
from importlib import import_module
from io import StringIO

import click

from ppidgen import __version__
from ppidgen.cli import VERBS, console, stopping
from ppidgen.cli.parameters import language_option
from ppidgen.diagnostics import MachineFault

_LONGEST = 200  # letters

FINE, FINDINGS, WRONG_CALL, MACHINE, OUR_FAULT = 0, 1, 2, 3, 4

_PUBLISHER = "build"


class Verbs(click.Group):
    """The verbs in the order of the table, each loaded when it is needed."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Name the verbs."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the verb of this name."""
        if cmd_name not in VERBS:
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=VERBS, ctx=ctx)
        command: click.Command = import_module(VERBS[cmd_name]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say of each verb its whole first sentence; click would cut it to the width of the terminal."""
        found = ((name, self.get_command(ctx, name)) for name in VERBS)
        rows = [(name, command.get_short_help_str(_LONGEST)) for name, command in found if command]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)


def program() -> click.Group:
    """Make the whole command line in the language in use."""
    group = Verbs(
        "ppidgen",
        help=_("Turn the registers of a public body into its public-information portal."),
        epilog=_("ppidgen VERB --help tells more about a verb; ppidgen explain CODE about a finding."),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("VERB [OPTIONS]"),
    )
    group.params += [language_option()]
    return click.version_option(__version__, message="ppidgen %(version)s")(group)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code."""
    stopping.listen()
    console.prepare()
    try:
        return _asked(arguments)
    except (click.Abort, KeyboardInterrupt):
        return _stopped(stopping.INTERRUPTED, arguments)
    except MachineFault as fault:
        return _told(fault, arguments)
    except Exception as error:  # noqa: BLE001 - the last line of defence: our bug is told as ours, not the officer's
        if stopping.code():
            return _stopped(stopping.code(), arguments)
        return _told(MachineFault("MSN018"), arguments) if _has_too_little(error) else _our_fault()


def _has_too_little(error: Exception) -> bool:
    """Say whether the machine refused memory or a thread, or ended a worker; for a thread Python has no type."""
    if isinstance(error, MemoryError):  # which may be too little to load anything more
        return True
    from concurrent.futures import BrokenExecutor

    is_threadless = isinstance(error, RuntimeError) and "can't start new thread" in str(error)
    return isinstance(error, BrokenExecutor) or is_threadless


def _stopped(code: int, arguments: Sequence[str]) -> int:
    console.tell(_("Stopped."))
    _tell_what_stays(arguments)
    return code


def _tell_what_stays(arguments: Sequence[str]) -> None:
    """Tell of the published site where a run would have changed it; elsewhere nobody asked for it."""
    if next((one for one in arguments if one in VERBS), "") == _PUBLISHER:
        console.tell(_("The published site is whole."))


def _asked(arguments: Sequence[str]) -> int:
    try:
        code: object = program().main(list(arguments), "ppidgen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as shown:
        console.tell(shown.format_message())
        return WRONG_CALL
    except click.ClickException as wrong:
        console.tell(_shown(wrong))
        return wrong.exit_code
    return code if isinstance(code, int) else FINE


def _shown(wrong: click.ClickException) -> str:
    """Give what click says of a wrong call; it repeats what was typed, so it goes the way of all that is told."""
    words = StringIO()
    wrong.show(file=words)
    return words.getvalue().rstrip("\n")


def _told(fault: MachineFault, arguments: Sequence[str]) -> int:
    """Say in the rulebook's words what the machine cannot do, and what helps."""
    from ppidgen.cli.telling import sentence

    console.tell(sentence(fault))
    _tell_what_stays(arguments)
    return MACHINE


def _our_fault() -> int:
    import traceback

    console.tell(traceback.format_exc())
    console.tell(_("This is a fault of ppidgen itself, not of your registers. Please report it with the lines above."))
    return OUR_FAULT
