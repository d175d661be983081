"""The command line: the table of its verbs, what they share, and how a run begins and ends."""

import gc
import signal
import sys
from collections.abc import Mapping
from types import MappingProxyType

# Loaded only when the verb is called or listed: what one verb needs must not slow another.
VERBS: Mapping[str, str] = MappingProxyType(
    {
        "new": "ppidgen.cli.verbs.new",
        "check": "ppidgen.cli.verbs.check",
        "build": "ppidgen.cli.verbs.build",
        "score": "ppidgen.cli.verbs.score",
        "evidence": "ppidgen.cli.verbs.evidence",
        "bundle": "ppidgen.cli.verbs.bundle",
        "serve": "ppidgen.cli.verbs.serve",
        "verify": "ppidgen.cli.verbs.verify",
        "import": "ppidgen.cli.verbs.import_",
        "fingerprint": "ppidgen.cli.verbs.fingerprint",
        "suggest": "ppidgen.cli.verbs.suggest",
        "export": "ppidgen.cli.verbs.export",
        "editor": "ppidgen.cli.verbs.editor",
        "document": "ppidgen.cli.verbs.document",
        "due": "ppidgen.cli.verbs.due",
        "deadline": "ppidgen.cli.verbs.deadline",
        "letter": "ppidgen.cli.verbs.letter",
        "report": "ppidgen.cli.verbs.report",
        "status": "ppidgen.cli.verbs.status",
        "digest": "ppidgen.cli.verbs.digest",
        "explain": "ppidgen.cli.verbs.explain",
        "schema": "ppidgen.cli.verbs.schema",
        "doctor": "ppidgen.cli.verbs.doctor",
        "guide": "ppidgen.cli.verbs.guide",
    }
)


def main() -> None:
    """Run the program and leave with its code."""
    # One run makes millions of small values and next to no cycles: looking for them costs a quarter of a build, and a
    # sixth of the time that all modules take to load.
    gc.disable()
    # Until `stopping.listen` Ctrl-C ends the process without a word; what Python tells otherwise is where it was
    # loading. What takes long to load is therefore loaded below.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ppidgen.cli import language

    arguments = sys.argv[1:]
    language.use(language.chosen(arguments))
    from ppidgen.cli import stopping
    from ppidgen.cli.program import run  # click takes words from the catalogue while it is loaded

    stopping.leave(run(arguments))
