"""EDGE. From the portal folder and what ships with the program to all that can be known without writing."""
