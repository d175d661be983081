"""The web editor, set up from the registers' own schemas."""
