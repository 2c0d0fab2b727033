"""Says in plain words what this machine lacks, before anything is installed or started.

Runs on any Python 3.6 or later and imports the standard library only, because it is what tells
people that their Python is too old. Usage: preflight.py [--port 8000]
"""

import argparse
import errno
import importlib.util
import re
import socket
import sys

OLDEST = (3, 11)
LAST_PORT = 65535


def version_problem(version=None):
    """Why this Python will not do, or None."""
    version = tuple(version or sys.version_info)[:3]
    if version[:2] >= OLDEST:
        return None
    return (
        "Rapporteur needs Python {}.{} or later, and this is Python {}. Install a newer one, or "
        "name one that is here: make PYTHON=/path/to/python3.12 run"
    ).format(*OLDEST, ".".join(str(part) for part in version))


def venv_problem(find_spec=importlib.util.find_spec):
    """Why no virtual environment can be made, or None."""
    if find_spec("venv") and find_spec("ensurepip"):
        return None
    return (
        "This Python cannot make virtual environments. On Debian and Ubuntu: "
        "apt-get install python3-venv"
    )


def sqlite_problem(connect=None):
    """Why the search index cannot be made with this Python's SQLite, or None."""
    try:
        if connect is None:
            from sqlite3 import connect  # a Python built without SQLite must reach the message
        connection = connect(":memory:")
    except ImportError:
        return "This Python was built without SQLite. Install one that has the sqlite3 module."
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    except Exception as error:
        return (
            "This Python's SQLite has no full-text search (FTS5: {}). Use the Python of your "
            "system, of python.org or of Homebrew, or set DATABASE_URL to a PostgreSQL database."
        ).format(error)
    finally:
        connection.close()
    return None


def port_number(text):
    """The port that `text` names, or None where it names none."""
    is_number = re.match(r"[0-9]{1,5}$", text) is not None
    return int(text) if is_number and 1 <= int(text) <= LAST_PORT else None


def asked_port_problem(text, host="127.0.0.1"):
    """Why the port that was asked for will not do, or None."""
    port = port_number(text)
    if port is not None:
        return port_problem(port, host)
    return (
        "PORT={} is not the number of a port. Choose one from 1 to {}, for example: "
        "make run PORT=8001"
    ).format(text, LAST_PORT)


def port_problem(port, host="127.0.0.1"):
    """Why nothing can listen on `port`, or None."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return (
                    "Port {0} is taken by another program, perhaps by Rapporteur itself. "
                    "Stop it, or choose another port: make run PORT={1}"
                ).format(port, port + 1 if port < LAST_PORT else port - 1)
            return "Nothing can listen on {}:{}: {}".format(host, port, error)
    return None


def main(arguments=None):
    """Print every problem to standard error; the exit code is 1 when there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    # Read as text, and empty for `make run PORT=`: what is no port gets a sentence, not a usage.
    parser.add_argument("--port", nargs="?", const="")
    parser.add_argument("--host", default="127.0.0.1")
    options = parser.parse_args(arguments)
    # A Python that is too old says nothing about the one that will replace it.
    problems = [version_problem()]
    if not problems[0]:
        problems = [venv_problem(), sqlite_problem()]
    if options.port is not None:
        problems.append(asked_port_problem(options.port, options.host))
    for problem in filter(None, problems):
        print("Rapporteur cannot start: " + problem, file=sys.stderr)
    return 1 if any(problems) else 0


if __name__ == "__main__":
    sys.exit(main())
