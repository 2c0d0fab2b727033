"""What the check before `make run` says, in words people can act on."""

import ast
import errno
import socket
import sqlite3
from pathlib import Path

import pytest

from tools import preflight


def test_an_old_python_is_named_and_the_way_out_given():
    problem = preflight.version_problem((3, 10, 13))
    assert "3.11 or later" in problem
    assert "Python 3.10.13" in problem
    assert "PYTHON=" in problem


def test_this_python_will_do():
    assert preflight.version_problem() is None
    assert preflight.version_problem((3, 11, 0)) is None
    assert preflight.version_problem((4, 0, 0)) is None


def test_a_python_without_venv_is_told_which_package_to_install():
    assert preflight.venv_problem(find_spec=lambda name: None if name == "ensurepip" else name)
    assert "apt-get install python3-venv" in preflight.venv_problem(find_spec=lambda name: None)
    assert preflight.venv_problem() is None


class WithoutFullText:
    """Stands in for an SQLite that was built without FTS5."""

    def execute(self, statement):
        raise sqlite3.OperationalError("no such module: fts5")

    def close(self):
        pass


def test_an_sqlite_without_full_text_search_is_refused_before_anything_is_installed():
    problem = preflight.sqlite_problem(connect=lambda path: WithoutFullText())
    assert "no such module: fts5" in problem
    assert "PostgreSQL" in problem
    assert preflight.sqlite_problem() is None


def test_a_taken_port_is_named_with_another_to_try():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        problem = preflight.port_problem(port)
        assert f"Port {port} is taken" in problem
        assert f"PORT={port + 1}" in problem
    assert preflight.port_problem(port) is None


@pytest.mark.parametrize("port", ["99999", "65536", "0", "-1", "abc", "8000 ", "٨٠٠٠", ""])
def test_what_is_no_port_is_said_to_be_none(capsys, port):
    assert preflight.main([f"--port={port}"]) == 1
    said = capsys.readouterr().err
    assert f"Rapporteur cannot start: PORT={port} is not the number of a port." in said
    assert "from 1 to 65535" in said


def test_a_port_left_empty_is_no_port(capsys):
    assert preflight.main(["--host", "127.0.0.1", "--port"]) == 1
    assert "PORT= is not the number of a port." in capsys.readouterr().err


def test_the_last_port_is_a_port_and_none_after_it_is_proposed(monkeypatch):
    assert preflight.port_number("65535") == 65535

    def taken(self, address):
        raise OSError(errno.EADDRINUSE, "taken")

    monkeypatch.setattr(socket.socket, "bind", taken)
    assert "PORT=65534" in preflight.asked_port_problem("65535")


def test_problems_go_to_standard_error_and_fail_the_command(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code = preflight.main(["--port", str(taken.getsockname()[1])])
    assert code == 1
    assert "Rapporteur cannot start: Port" in capsys.readouterr().err
    assert preflight.main([]) == 0
    assert capsys.readouterr().err == ""


def test_the_script_can_be_read_by_the_pythons_it_turns_away():
    source = Path(preflight.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
