"""The parts of the stream of Cucumber messages."""
