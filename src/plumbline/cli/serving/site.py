"""Where a site listens and keeps its data, and how its processes are started."""

from __future__ import annotations

import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

SETTINGS = "plumbline.web.settings"
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class CannotListen(OSError):
    """The address cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Site:
    host: str
    port: int
    web_workers: int
    demo: bool = False

    @property
    def address(self) -> str:
        shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)
        return f"http://{f'[{shown}]' if ':' in shown and not shown.startswith('[') else shown}:{self.port}/"

    @property
    def is_local(self) -> bool:
        return self.host in _LOOPBACK

    @property
    def data(self) -> Path:
        """The demo never touches the data of a real site: it has a folder, and in it a database, of its own."""
        folder = Path(os.environ.get("PLUMBLINE_DATA") or "var").resolve()
        return folder / "demo" if self.demo else folder

    def environment(self) -> dict[str, str]:
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": SETTINGS, "PLUMBLINE_DATA": str(self.data)}
        if "PLUMBLINE_HOSTS" not in environment:
            environment.setdefault("PLUMBLINE_URL", self.address)
        if self.demo:
            environment["PLUMBLINE_DEMO"] = "1"
            environment.pop("DATABASE_URL", None)
        return environment

    def prepare_command(self) -> list[str]:
        return [sys.executable, "-m", "plumbline.cli.serving.prepare"]

    def worker_command(self) -> list[str]:
        return [sys.executable, "-m", "plumbline.cli", "worker"]

    def web_command(self) -> list[str]:
        options = {
            "--interface": "wsgi",
            "--host": self.host,
            "--port": str(self.port),
            "--workers": str(self.web_workers),
            "--blocking-threads": "1",
            "--log-level": "warning",
            "--workers-kill-timeout": "10",
        }
        words = [word for option in options.items() for word in option]
        return [sys.executable, "-m", "granian", *words, "--respawn-failed-workers", "plumbline.web.wsgi:application"]

    def refuse_a_busy_port(self) -> None:
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except OSError as error:
                raise CannotListen(self._reason(error)) from error

    def answers(self) -> bool:
        """Whether something accepts connections at the address now."""
        host = self.address.removeprefix("http://").rpartition(":")[0].strip("[]")
        try:
            with socket.create_connection((host, self.port), timeout=1):
                return True
        except OSError:
            return False

    def _reason(self, error: OSError) -> str:
        if "in use" in (error.strerror or ""):
            return f"Port {self.port} of {self.host} is busy. Stop the other program, or choose another with --port."
        return f"It is not possible to listen at {self.host}, port {self.port}: {error.strerror}."
