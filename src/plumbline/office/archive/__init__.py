"""All that one organisation owns, as one archive to keep, to bring back, or to delete for good."""
