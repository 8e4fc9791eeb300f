"""How a criterion's text is kept."""


def normalised(text: str) -> str:
    """Line ends as they are kept, without blank lines around: a browser sends others than a file has."""
    lines = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")
