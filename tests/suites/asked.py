"""The folder of a public suite, as the command line names it."""

from argparse import ArgumentParser
from pathlib import Path


def folder_asked(about: str | None) -> Path:
    """Give the folder; the parser ends the program with its help where none is named or none is there."""
    parser = ArgumentParser(description=about)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    if not folder.is_dir():
        parser.error(f"there is no folder {folder}")
    return folder
