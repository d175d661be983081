"""Official documents and letters, and the formats in which they are given out."""
