"""Registers and the officer's other formats: tables in (xlsx, xls, ods, csv), tables out (xlsx, csv)."""
