"""`make test` needs a browser: an installed one, else Playwright's, else the distribution's.

`python -m tests.browser.installing` installs one where none is found.
"""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

CANDIDATES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")
APT = (["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "--yes", "chromium"])


def main() -> None:
    if installed() or playwrights_own_starts():
        return
    print("Installing a browser for the tests …", flush=True)
    if _succeeds(sys.executable, "-m", "playwright", "install", "chromium"):
        return
    may_install = os.geteuid() == 0 and shutil.which("apt-get")
    if not may_install or not all(_succeeds(*command) for command in APT):
        sys.exit("The browser tests need Chromium or Chrome; install one, then run this again.")


def installed() -> str | None:
    """The path of an installed Chrome or Chromium that runs."""
    found = filter(None, map(shutil.which, CANDIDATES))
    return next((path for path in found if _succeeds(path, "--version", quiet=True)), None)


def playwrights_own_starts() -> bool:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return os.path.exists(path) and _succeeds(path, "--version", quiet=True)


def _succeeds(*command: str, quiet: bool = False) -> bool:
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, stdout=output, stderr=output, check=False).returncode == 0


if __name__ == "__main__":
    main()
