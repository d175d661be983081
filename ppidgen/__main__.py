"""Let `python -m ppidgen` do what `ppidgen` does; the one-folder program begins here too, and its children."""

import sys
from importlib import import_module

from ppidgen.cli import main
from ppidgen.source.child import AS_CHILD

if sys.argv[1:2] == [AS_CHILD] and sys.argv[2:3] and sys.argv[2].startswith("ppidgen."):
    import_module(sys.argv[2]).main()
else:
    main()
