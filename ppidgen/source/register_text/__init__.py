"""Register files from bytes to nodes, with every fault that the text itself has."""
