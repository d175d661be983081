"""Endings of host names that nobody but a public institution, a village, a school or the armed forces is given."""

ENDINGS = (".go.id", ".desa.id", ".mil.id", ".ac.id", ".sch.id")


def is_official(host: str) -> bool:
    """Tell whether a host has such an ending."""
    return host.endswith(ENDINGS)
