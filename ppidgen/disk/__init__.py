"""EDGE. What is brought to the disk so that it stays, and what the operating system refuses, told as our codes."""
