"""From pages to the files of a site: only those that an edit changed, by several processes."""
