"""Text with an address: what stands in the portal's files, and exactly where."""
