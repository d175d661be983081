"""What a fault is, before anyone has said it aloud."""

from ppidgen.diagnostics.checked import Checked
from ppidgen.diagnostics.finding import Finding, Related, Severity
from ppidgen.diagnostics.machine import MachineFault
from ppidgen.diagnostics.span import Span

__all__ = ["Checked", "Finding", "MachineFault", "Related", "Severity", "Span"]
