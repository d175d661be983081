"""Announcements that must be made at once, news, and how they are passed on by mouth."""
