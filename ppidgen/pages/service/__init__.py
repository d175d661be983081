"""The information service: how to ask and object, by when, and how it was done."""
