"""EDGE: bring artifacts and documents to a folder, whole or not at all, with a search index beside them.

Nothing is imported here, so that `unchanged`, which runs before everything else, stays quick to load.
"""
