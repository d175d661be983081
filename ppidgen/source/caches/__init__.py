"""What earlier runs found, kept beside the portal: each may be deleted or damaged at any time."""
