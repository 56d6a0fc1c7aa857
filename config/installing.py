"""Make `.venv` and install the pinned requirements into it, when they have changed.

Run by whatever Python the machine has, so this file keeps to what an older one understands:
`python3 config/installing.py requirements.txt requirements-dev.txt`
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
WORKS = "import pip, sys; sys.exit(sys.version_info < (3, 11))"


def main(names: list) -> None:
    if not environment_works():
        make_environment()
    for name in names:
        checksum = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        stamp = VENV / f".installed-{name}"
        if not stamp.exists() or stamp.read_text() != checksum:
            install(name)
            stamp.write_text(checksum)


def environment_works() -> bool:
    """Whether its Python still runs: the one it was made from may have been replaced."""
    try:
        return subprocess.call([PYTHON, "-c", WORKS], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make_environment() -> None:
    found = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if sys.version_info < (3, 11):  # noqa: UP036 - this is where it is enforced
        sys.exit(
            f"Concrit needs Python 3.11 or newer, and {sys.executable} is {found}; "
            "name a newer one, as in: make run PYTHON=python3.12"
        )
    print(f"Making .venv with Python {found} …", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        sys.exit(
            "Python could not make .venv; Debian and Ubuntu keep what it needs in python3-venv."
        )


def install(name: str) -> None:
    print(f"Installing {name} …", flush=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.call(
        [*pip, "--root-user-action=ignore", "--require-hashes", "-r", str(ROOT / name)]
    ):
        sys.exit(f"{name} could not be installed; pip says why above.")


if __name__ == "__main__":
    main(sys.argv[1:])
