"""The parts of JUnit XML."""
