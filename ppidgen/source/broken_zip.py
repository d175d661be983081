"""What opening a zip archive raises when the archive is broken, locked or packed in a way that is not known."""

import zipfile
import zlib

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError)
