"""The pages of the office's day, calendar and week."""
