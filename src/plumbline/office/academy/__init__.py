"""The application ``academy``: courses of the standard in force read, tested, certified, and asked of people."""
