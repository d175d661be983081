"""What many pages say alike: the frame, words for values, rows, documents, contacts."""
