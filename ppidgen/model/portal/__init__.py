"""From register files to the one value of the whole portal, or to every fault in them."""
