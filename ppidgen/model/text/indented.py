"""JSON for programs that people also look at: indented, with a line break at its end."""

import orjson


def indented_json(value: object) -> str:
    """Write a value as JSON."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()
