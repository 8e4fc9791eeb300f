"""One file, one format, all from the same document: nothing here asks the office."""
