"""Turn the registers of an Indonesian public body into its public-information portal."""

__version__ = "0.1.0"
