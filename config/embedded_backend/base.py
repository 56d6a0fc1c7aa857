"""Django's PostgreSQL backend, started on demand, so that commands without a database stay fast."""

from functools import cache
from typing import Any

from django.db.backends.postgresql import base

from config import embedded


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        _start_once()
        return super().get_new_connection(conn_params)


@cache
def _start_once() -> None:
    embedded.ensure_running()
