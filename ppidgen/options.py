"""What whoever runs the program chose."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ppidgen.diagnostics.progress import Progress, silent
from ppidgen.machine.processes import processors
from ppidgen.theme.location import built_in


@dataclass(frozen=True, slots=True)
class Options:
    """What whoever runs the program chose; `as_of` is the day on which everything is judged.

    `is_copy` is for a portal that is carried away (`ppidgen bundle`). `theme` is the folder of the theme in which pages
    are drawn and by whose features they are scored (None: ours).
    """

    as_of: date
    draft: bool = False
    base_url: str = ""
    language: str = "id"
    search: bool = True
    unit: str = ""
    is_copy: bool = False
    packed: tuple[str, ...] = ()
    theme: Path | None = None
    processes: int = field(default_factory=processors)
    progress: Progress = silent

    @property
    def theme_folder(self) -> Path:
        """Give the folder of the theme that was chosen, or of the one that ships."""
        return self.theme or built_in()
