"""Let `python -m ppidgen` do what `ppidgen` does."""

from ppidgen.cli import main

main()
