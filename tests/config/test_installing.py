import sys

import pytest

from config import installing


def test_older_python_is_refused_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and .* is 3\.9; name a"):
        installing.make_environment()


def test_working_environment_is_kept() -> None:
    assert installing.environment_works()
