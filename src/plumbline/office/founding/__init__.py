"""A guided way from an empty organisation to an office with a charter; the culture profile that it begins with."""
