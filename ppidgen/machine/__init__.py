"""EDGE. What is asked of the machine: bytes that stay on its disk, its refusals told as our codes, its processes."""
