"""The ``plumbline`` command: one thin file per command under ``commands``."""


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    from plumbline.cli.application import run

    run()
