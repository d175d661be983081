"""Where pages lie and which there are, before anything is said on them."""
