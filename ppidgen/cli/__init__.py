"""The command line: one file for each verb. Reads arguments, calls the pipeline, prints, and ends with a code."""

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import NoReturn

from ppidgen.cli import language

# Loaded only when the verb is called or listed: what one verb needs must not slow another.
VERBS: Mapping[str, str] = MappingProxyType(
    {
        "new": "ppidgen.cli.new",
        "check": "ppidgen.cli.check",
        "build": "ppidgen.cli.build",
        "serve": "ppidgen.cli.serve",
        "import": "ppidgen.cli.import_",
        "export": "ppidgen.cli.export",
        "explain": "ppidgen.cli.explain",
        "schema": "ppidgen.cli.schema",
    }
)


def main() -> NoReturn:
    """Run the program and leave with its code."""
    arguments = sys.argv[1:]
    language.use(language.chosen(arguments))
    from ppidgen.cli.program import run  # click takes words from the catalogue while it is loaded

    sys.exit(run(arguments))
