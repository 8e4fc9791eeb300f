"""Results of other systems of learning: tables and xAPI statements, read row by row."""
