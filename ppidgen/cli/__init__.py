"""The command line: one file for each verb. Reads arguments, calls the pipeline, prints, and ends with a code."""

import gc
import signal
import sys
from collections.abc import Mapping
from types import MappingProxyType

# Loaded only when the verb is called or listed: what one verb needs must not slow another.
VERBS: Mapping[str, str] = MappingProxyType(
    {
        "new": "ppidgen.cli.new",
        "check": "ppidgen.cli.check",
        "build": "ppidgen.cli.build",
        "score": "ppidgen.cli.score",
        "evidence": "ppidgen.cli.evidence",
        "bundle": "ppidgen.cli.bundle",
        "serve": "ppidgen.cli.serve",
        "verify": "ppidgen.cli.verify",
        "import": "ppidgen.cli.import_",
        "fingerprint": "ppidgen.cli.fingerprint",
        "suggest": "ppidgen.cli.suggest",
        "export": "ppidgen.cli.export",
        "editor": "ppidgen.cli.editor",
        "document": "ppidgen.cli.document",
        "due": "ppidgen.cli.due",
        "deadline": "ppidgen.cli.deadline",
        "letter": "ppidgen.cli.letter",
        "report": "ppidgen.cli.report",
        "status": "ppidgen.cli.status",
        "digest": "ppidgen.cli.digest",
        "explain": "ppidgen.cli.explain",
        "schema": "ppidgen.cli.schema",
        "doctor": "ppidgen.cli.doctor",
        "guide": "ppidgen.cli.guide",
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
