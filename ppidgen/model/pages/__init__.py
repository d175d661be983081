"""Pages before anyone has said how they look: what stands on them, and around them."""
