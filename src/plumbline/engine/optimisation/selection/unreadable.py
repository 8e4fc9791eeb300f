"""What is said of a file that cannot be read."""


class UnreadableSelection(ValueError):
    """``problems`` are sentences, each with its place."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
