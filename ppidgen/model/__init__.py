"""The spine: every record, its Indonesian keys and its legal citation."""
