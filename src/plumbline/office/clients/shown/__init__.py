"""One file for each grant: what it shows of all clients that gave it, in a fixed number of queries."""
