"""The Chromium of the browser tests: found, or installed when this file is run as a script."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
"""In this order: the first has the same engine and no window, whose parts cost more than most pages of ours."""
PACKAGES = NAMES[:2]
ADVICE = (
    "no Chromium for the browser tests: install one (`apt-get install chromium`, or "
    "`.venv/bin/playwright install --with-deps chromium`), or name one in the variable CHROMIUM"
)


def find_chromium() -> Path | None:
    """Return a Chromium that starts: the one named in CHROMIUM, one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return _usable(named)
    return next(filter(None, map(_usable, NAMES)), None) or _playwrights_own()


def install_chromium() -> Path | None:
    """Install a Chromium with Playwright's download, else with apt-get, and return it."""
    for install in (_download, _apt_get):
        install()
        found = find_chromium()
        if found:
            return found
    return None


def main() -> int:
    """Print the Chromium in use, installing one if need be; return the exit code."""
    found = find_chromium()
    if not found and not os.environ.get("CHROMIUM"):
        print("No Chromium here: installing one, which may take some minutes.", file=sys.stderr)
        found = install_chromium()
    print(f"The browser tests use {found}." if found else f"There is {ADVICE}.")
    return 0 if found else 1


def _usable(name: str) -> Path | None:
    # On some systems the name on the PATH is only a stub that asks for a snap, so it has to run.
    path = shutil.which(name)
    return Path(path) if path and _succeeds([path, "--version"], seconds=60) else None


def _playwrights_own() -> Path | None:
    try:
        with sync_playwright() as playwright:
            return _usable(playwright.chromium.executable_path)
    except Error:
        return None


def _download() -> None:
    # A network without this download shows at the connection; a slow one may still finish.
    environment = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000"}
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    _succeeds(command, seconds=300, environment=environment)


def _apt_get() -> None:
    if not shutil.which("apt-get"):
        return
    root = os.geteuid() == 0
    if not root and not (shutil.which("sudo") and _succeeds(["sudo", "-n", "true"], seconds=10)):
        return
    # `env` hands the variable through sudo, which would drop it.
    apt_get = [*([] if root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    _succeeds([*apt_get, "update"], seconds=300)
    for package in PACKAGES:
        if _succeeds([*apt_get, "install", "-y", "--no-install-recommends", package], seconds=900):
            return


def _succeeds(command: list[str], *, seconds: int, environment: dict[str, str] | None = None) -> bool:
    try:
        done = subprocess.run(
            command,
            env=os.environ | (environment or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
