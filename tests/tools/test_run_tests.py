"""Which databases `make test` runs on, and what it says when it cannot."""

import pytest

from tools import run_tests

NOWHERE = "postgres://postgres@127.0.0.1:1/postgres"


class Runs(list):
    """The runs of pytest that would have happened, as (database or None, arguments)."""

    code = 0

    def __call__(self, arguments, **environment):
        self.append((environment.get("DATABASE_URL"), arguments))
        return self.code


@pytest.fixture
def runs(monkeypatch):
    for name in ("POSTGRES_URL", "REQUIRE_POSTGRES", "EVERYTHING"):
        monkeypatch.delenv(name, raising=False)
    runs = Runs()
    monkeypatch.setattr(run_tests, "pytest", runs)
    return runs


def server(monkeypatch, problem):
    monkeypatch.setattr(run_tests, "postgres_problem", lambda url: problem)


def test_a_server_that_does_not_answer_is_a_problem_in_one_line():
    problem = run_tests.postgres_problem(NOWHERE)
    assert "127.0.0.1" in problem
    assert "\n" not in problem


def test_without_postgresql_the_tests_run_on_sqlite_and_say_so(runs, monkeypatch, capsys):
    server(monkeypatch, "nobody there")
    assert run_tests.main(["-k", "search"]) == 0
    assert runs == [(None, ["-k", "search"])]
    assert "SQLite only" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "value"), [("REQUIRE_POSTGRES", "1"), ("POSTGRES_URL", NOWHERE)])
def test_postgresql_that_was_asked_for_and_is_absent_fails(runs, monkeypatch, capsys, name, value):
    server(monkeypatch, "nobody there")
    monkeypatch.setenv(name, value)
    assert run_tests.main([]) == 1
    assert runs == []
    assert "nobody there" in capsys.readouterr().err


def test_the_complete_run_comes_last(runs, monkeypatch):
    server(monkeypatch, None)
    assert run_tests.main(["-x"]) == 0
    chosen = ["-m", "not browser and not once", "-x"]
    assert runs == [(run_tests.LOCAL, chosen), (None, ["-x"])]


def test_everything_means_on_both_databases(runs, monkeypatch):
    server(monkeypatch, None)
    monkeypatch.setenv("EVERYTHING", "1")
    run_tests.main([])
    assert runs == [(run_tests.LOCAL, ["-m", "not browser"]), (None, [])]


def test_a_failure_on_postgresql_is_the_result(runs, monkeypatch):
    server(monkeypatch, None)
    runs.code = 3
    assert run_tests.main([]) == 3
    assert len(runs) == 1
