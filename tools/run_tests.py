"""Runs the tests on SQLite and, where a server answers, on PostgreSQL too.

PostgreSQL comes first, so that the last summary printed is that of the complete run. What follows
the command's name is handed to pytest. Environment:
POSTGRES_URL        the server to use; without it, one on 127.0.0.1:5432 is looked for
REQUIRE_POSTGRES=1  no PostgreSQL is a failure, not a message
EVERYTHING=1        also on PostgreSQL what is the same on every database, and free text at length
TEST_WORKERS        processes to use; otherwise one a core, four at most
"""

import os
import subprocess
import sys

import psycopg

LOCAL = "postgres://postgres@127.0.0.1:5432/postgres"
# The tests choose their own settings, whatever archive this shell is set up for.
OURS = ("DATABASE_URL", "CACHE_URL", "BASE_URL", "DEBUG", "PROXIES", "STATIC_ROOT", "S3_BUCKET")


def pytest(arguments: list[str], **environment: str) -> int:
    """The exit code of one run of the whole suite under `environment`."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS}
    command = [sys.executable, "-m", "pytest", *workers(), *arguments]
    return subprocess.run(command, env={**inherited, **environment}, check=False).returncode


def workers() -> list[str]:
    """The arguments that spread the tests over processes; 0 keeps them in one."""
    count = os.environ.get("TEST_WORKERS") or str(min(os.cpu_count() or 1, 4))
    return ["-n", count, "--dist", "loadfile"]


def postgres_problem(url: str) -> str | None:
    """Why no test can run on the server at `url`, or None."""
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        return str(error).strip().splitlines()[0]
    return None


def main(arguments: list[str]) -> int:
    """The first failing run's exit code, or 0."""
    url = os.environ.get("POSTGRES_URL") or LOCAL
    problem = postgres_problem(url)
    if problem and (os.environ.get("REQUIRE_POSTGRES") == "1" or "POSTGRES_URL" in os.environ):
        print(f"The tests need PostgreSQL, which does not answer: {problem}", file=sys.stderr)
        return 1
    if problem:
        print("No PostgreSQL answers: testing on SQLite only. Set POSTGRES_URL to test on both.")
    else:
        print("Testing on PostgreSQL, then on SQLite.", flush=True)
        chosen = (
            "not browser" if os.environ.get("EVERYTHING") == "1" else "not browser and not once"
        )
        if code := pytest(["-m", chosen, *arguments], DATABASE_URL=url):
            return code
    return pytest(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
