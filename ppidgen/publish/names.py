"""What a published site calls its own files; loaded also where nothing is published, so it loads nothing itself."""

MANIFEST = "manifes.json"
GZIP, BROTLI = "gz", "br"
FORMS = (BROTLI, GZIP)
