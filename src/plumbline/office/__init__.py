"""The office: Django applications, each importing only those below it."""
