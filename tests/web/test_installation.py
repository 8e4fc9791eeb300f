"""What an installation is told from outside, and the secret it makes for itself."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plumbline.web.installation import data_folder, secret_key, site_url, switch, whole_number, words

SHOWN = ("SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "SESSION_COOKIE_SECURE", "PROXIES", "DEMO")


def settings_with(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The settings as a fresh process with that environment has them."""
    program = (
        "import json; from plumbline.web import settings as s; database = s.DATABASES['default'];"
        f"shown = {{name: getattr(s, name) for name in {SHOWN}}};"
        "shown |= {'engine': database['ENGINE'], 'options': database.get('OPTIONS')};"
        "print(json.dumps(shown | {'hsts': getattr(s, 'SECURE_HSTS_SECONDS', 0)}))"
    )
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PLUMBLINE", "DATABASE", "DJANGO"))
    }
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**kept, "PLUMBLINE_DATA": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_secret_is_made_once_long_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert len(key) >= 50
    assert secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["secret-key"]


def test_two_installations_have_different_secrets(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert secret_key(tmp_path / "one") != secret_key(tmp_path / "two")


def test_processes_that_start_at_the_same_moment_share_one_secret(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; from plumbline.web.installation import secret_key;"
        f"print(secret_key(Path({str(tmp_path)!r})))"
    )
    with ThreadPoolExecutor(4) as pool:
        keys = list(pool.map(lambda _: subprocess.check_output([sys.executable, "-c", program], text=True), range(4)))
    assert len(set(keys)) == 1


def test_a_damaged_secret_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("short")
    with pytest.raises(RuntimeError, match=r"too short. Delete .*secret-key"):
        secret_key(tmp_path)


def test_a_secret_from_outside_is_taken_and_none_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_SECRET_KEY", "vault" * 10)
    assert secret_key(tmp_path) == "vault" * 10
    assert not list(tmp_path.iterdir())
    monkeypatch.setenv("PLUMBLINE_SECRET_KEY", "vault")
    with pytest.raises(RuntimeError, match="at least 50 random characters"):
        secret_key(tmp_path)


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "plumbline" / "data"))
    assert stat.S_IMODE(data_folder().stat().st_mode) == 0o700


def test_the_data_folder_is_var_in_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLUMBLINE_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    assert data_folder() == tmp_path / "var"


def test_variables_are_read_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSTS", " a.example, b.example ,")
    monkeypatch.setenv("YES", "on")
    monkeypatch.setenv("UNSURE", "maybe")
    assert words("HOSTS") == ["a.example", "b.example"]
    assert (switch("YES"), switch("UNSET"), whole_number("UNSET", 3)) == (True, False, 3)
    for read in (lambda: switch("UNSURE"), lambda: whole_number("UNSURE", 1)):
        with pytest.raises(RuntimeError, match="UNSURE is 'maybe'"):
            read()


def test_without_any_variable_the_site_is_closed_to_other_machines_and_on_sqlite(tmp_path: Path) -> None:
    shown = json.loads(settings_with(tmp_path).stdout)
    assert shown["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert (shown["DEBUG"], shown["DEMO"], shown["PROXIES"]) == (False, False, 0)
    assert shown["engine"] == "django.db.backends.sqlite3"
    assert "journal_mode=WAL" in shown["options"]["init_command"]


def test_behind_https_cookies_are_secure_and_the_browser_is_told_to_stay(tmp_path: Path) -> None:
    shown = json.loads(settings_with(tmp_path, PLUMBLINE_HTTPS="1", PLUMBLINE_HOSTS="pmo.example").stdout)
    assert (shown["SESSION_COOKIE_SECURE"], shown["PROXIES"]) == (True, 1)
    assert shown["CSRF_TRUSTED_ORIGINS"] == ["https://pmo.example"]
    assert shown["hsts"] > 0


def test_a_database_address_takes_the_place_of_sqlite(tmp_path: Path) -> None:
    shown = json.loads(settings_with(tmp_path, DATABASE_URL="postgres://plum@db.example/plumbline").stdout)
    assert shown["engine"] == "django.db.backends.postgresql"


def test_a_setting_that_makes_no_sense_stops_the_start_and_is_named(tmp_path: Path) -> None:
    refused = settings_with(tmp_path, PLUMBLINE_HTTPS="perhaps")
    assert refused.returncode != 0
    assert "PLUMBLINE_HTTPS is 'perhaps': say 1 or 0." in refused.stderr


@pytest.mark.parametrize(
    ("given", "hosts", "https", "url"),
    [
        ("https://pmo.example/", ["other.example"], False, "https://pmo.example"),
        ("", ["pmo.example"], True, "https://pmo.example"),
        ("", [".pmo.example"], False, "http://pmo.example"),
        ("", ["*"], False, "http://localhost"),
    ],
)
def test_links_in_mail_lead_to_the_site(
    monkeypatch: pytest.MonkeyPatch, given: str, hosts: list[str], https: bool, url: str
) -> None:
    monkeypatch.setenv("PLUMBLINE_URL", given)
    assert site_url(hosts, https) == url


def test_an_address_without_a_scheme_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_URL", "pmo.example")
    with pytest.raises(RuntimeError, match="begins with http"):
        site_url([], False)
