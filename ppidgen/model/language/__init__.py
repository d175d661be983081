"""The portal in a language: its words, what is translated, and what stays as it was written."""
