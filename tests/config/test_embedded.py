"""Real servers: started, stopped and killed."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import psycopg
import pytest

from config import embedded, embedded_places

ROOT = Path(embedded.__file__).resolve().parent.parent
THROWAWAY = {"fsync": "off"}
START = "import sys, pathlib; from config.embedded import ensure_running as run; "
START += "print(run(pathlib.Path(sys.argv[1]), settings={'fsync': 'off'}))"
UMLAUTS = "SELECT upper('é'), 'ÄÖ' ~* 'äö', show_trgm('дом') = '{}'"


def query(url: str, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(sql).fetchall()


def write_row(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (n bigserial)")
        connection.execute("INSERT INTO kept DEFAULT VALUES")


def postmaster(data_dir: Path) -> psutil.Process:
    return psutil.Process(int((data_dir / "data/postmaster.pid").read_text().split()[0]))


def kill(*processes: psutil.Process) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):  # it saw the postmaster's end
            process.kill()


def alive(process: psutil.Process) -> bool:
    """Not every container's first process takes in its dead: a zombie does not count."""
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


def test_first_start_makes_a_utf8_database_that_syncs_what_is_committed(data_dir: Path) -> None:
    url = embedded.ensure_running(data_dir)
    asked = (
        "SELECT current_database(), current_setting('fsync'), current_setting('server_encoding')"
    )
    assert query(url, asked) == [("concrit", "on", "UTF8")]
    assert url == embedded.url(data_dir)


def test_nobody_else_and_no_network_reaches_the_server(data_dir: Path) -> None:
    url = embedded.ensure_running(data_dir, settings=THROWAWAY)
    assert query(url, "SHOW listen_addresses") == [("",)]
    [(sockets,)] = query(url, "SHOW unix_socket_directories")
    assert Path(str(sockets)).stat().st_mode & 0o777 == 0o700


def test_second_start_finds_the_running_server(data_dir: Path) -> None:
    embedded.ensure_running(data_dir, settings=THROWAWAY)
    before = postmaster(data_dir)
    embedded.ensure_running(data_dir, settings=THROWAWAY)
    assert postmaster(data_dir) == before


def test_eight_starts_at_once_make_one_server(data_dir: Path) -> None:
    command = [sys.executable, "-c", START, str(data_dir)]
    starts = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(8)
    ]
    answers = {start.communicate()[0].strip() for start in starts}
    assert answers == {embedded.url(data_dir)}
    assert (data_dir / "log").read_text().count("starting PostgreSQL") == 1


def test_server_outlives_the_process_that_started_it(data_dir: Path) -> None:
    subprocess.run([sys.executable, "-c", START, str(data_dir)], cwd=ROOT, check=True)
    assert embedded.is_running(data_dir)
    assert postmaster(data_dir).ppid() != os.getpid()
    assert os.getsid(postmaster(data_dir).pid) != os.getsid(0)


def test_stop_ends_every_process_and_a_restart_keeps_the_rows(data_dir: Path) -> None:
    write_row(embedded.ensure_running(data_dir, settings=THROWAWAY))
    processes = [postmaster(data_dir), *postmaster(data_dir).children()]
    embedded.stop(data_dir)
    assert not any(alive(process) for process in processes)
    assert not embedded.is_running(data_dir)
    url = embedded.ensure_running(data_dir, settings=THROWAWAY)
    assert query(url, "SELECT n FROM kept") == [(1,)]


def test_stop_of_what_never_ran_does_nothing(data_dir: Path) -> None:
    embedded.stop(data_dir)
    assert not data_dir.exists()


def test_rows_survive_the_kill_of_the_postmaster(data_dir: Path) -> None:
    write_row(embedded.ensure_running(data_dir))
    kill(postmaster(data_dir))
    assert query(embedded.ensure_running(data_dir), "SELECT n FROM kept") == [(1,)]


def test_rows_survive_the_kill_of_every_process(data_dir: Path) -> None:
    write_row(embedded.ensure_running(data_dir))
    kill(postmaster(data_dir), *postmaster(data_dir).children())
    assert query(embedded.ensure_running(data_dir), "SELECT n FROM kept") == [(1,)]


def test_rows_survive_the_kill_of_a_single_backend(data_dir: Path) -> None:
    url = embedded.ensure_running(data_dir)
    write_row(url)
    with psycopg.connect(url) as connection:
        os.kill(connection.info.backend_pid, signal.SIGKILL)
        assert query(embedded.ensure_running(data_dir), "SELECT n FROM kept") == [(1,)]


def test_restart_waits_for_a_killed_servers_backend_that_still_computes(data_dir: Path) -> None:
    url = embedded.ensure_running(data_dir)
    write_row(url)
    backend = psycopg.connect(url)
    busy = threading.Thread(target=compute, args=[backend])
    busy.start()
    while not query(url, "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%computing%'"):
        pass
    orphan = psutil.Process(backend.info.backend_pid)
    kill(postmaster(data_dir))
    assert query(embedded.ensure_running(data_dir), "SELECT n FROM kept") == [(1,)]
    assert not alive(orphan)
    busy.join()


def compute(connection: psycopg.Connection) -> None:
    with pytest.raises(psycopg.OperationalError), connection:
        connection.execute("SELECT count(*) /* computing */ FROM generate_series(1, 8000000)")


def test_leftovers_that_name_a_foreign_process_do_not_stop_a_start(data_dir: Path) -> None:
    write_row(embedded.ensure_running(data_dir, settings=THROWAWAY))
    killed = postmaster(data_dir)
    kill(killed, *killed.children())
    leftover = data_dir / "data/postmaster.pid"
    leftover.write_text(leftover.read_text().replace(str(killed.pid), str(os.getpid()), 1))
    url = embedded.ensure_running(data_dir, settings=THROWAWAY)
    assert query(url, "SELECT n FROM kept") == [(1,)]


def test_start_that_was_broken_off_is_begun_anew(data_dir: Path) -> None:
    (data_dir / "data.part").mkdir(parents=True)
    (data_dir / "data.part" / "PG_VERSION").write_text("18")
    assert query(embedded.ensure_running(data_dir, settings=THROWAWAY), "SELECT 1") == [(1,)]


def test_path_may_hold_spaces_and_quotes(open_folder: Path) -> None:
    data_dir = open_folder / "a 'b' \"c\" $HOME é"
    url = embedded.ensure_running(data_dir, settings=THROWAWAY)
    assert query(url, "SELECT 1") == [(1,)]
    embedded.stop(data_dir)
    assert not embedded.is_running(data_dir)


def test_long_path_does_not_lengthen_the_socket(open_folder: Path) -> None:
    data_dir = open_folder / "/".join(["long" * 20] * 3)
    assert query(embedded.ensure_running(data_dir, settings=THROWAWAY), "SELECT 1") == [(1,)]
    embedded.stop(data_dir)


@pytest.mark.parametrize("variable", ["LANG", "LC_ALL"])
def test_locale_that_is_not_installed_changes_nothing(data_dir: Path, variable: str) -> None:
    surroundings = {**os.environ, variable: "xx_XX.UTF-8", "PGHOSTADDR": "192.0.2.1"}
    command = [sys.executable, "-c", START, str(data_dir)]
    subprocess.run(command, cwd=ROOT, env=surroundings, check=True)
    url = embedded.url(data_dir)
    with psycopg.connect(url) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
    assert query(url, UMLAUTS) == [("É", True, False)]


def test_refusal_of_the_server_is_one_sentence_that_names_the_log(data_dir: Path) -> None:
    with pytest.raises(embedded.EmbeddedPostgresError, match=r"did not start; .*log ends with why"):
        embedded.ensure_running(data_dir, settings={"shared_buffers": "many"})
    assert embedded.ensure_running(data_dir, settings=THROWAWAY) == embedded.url(data_dir)


def test_server_that_was_started_otherwise_is_left_alone(data_dir: Path) -> None:
    embedded.ensure_running(data_dir, settings=THROWAWAY)
    running = postmaster(data_dir)
    (data_dir / "server.lock").unlink()
    embedded_places.sockets_of(data_dir).rename(data_dir / "moved")
    with pytest.raises(embedded.EmbeddedPostgresError, match="started otherwise"):
        embedded.ensure_running(data_dir)
    assert alive(running)
    kill(running)
