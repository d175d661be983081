"""Findings told to a person or a program: joined with the rulebook, then written in one of several formats."""

from ppidgen.report.diagnostic import Diagnostic, Diagnostics, Waived
from ppidgen.report.explain import explain
from ppidgen.report.formats import FORMATS
from ppidgen.report.setting import Setting

__all__ = ["FORMATS", "Diagnostic", "Diagnostics", "Setting", "Waived", "explain"]
