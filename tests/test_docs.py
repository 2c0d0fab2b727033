"""What the documentation promises exists, and what exists is documented."""

import json
import re
import shlex
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command, get_commands, load_command_class
from django.urls import resolve
from django.utils import translation

from diplomacy.api.views.about import Unknown
from diplomacy.models import PublicRecord
from tests.test_import_map import LINES

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "CONTRIBUTING.md"]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def targets() -> set[str]:
    """The targets of the Makefile that people are meant to call."""
    return set(re.findall(r"^([a-z0-9-]+):.*## ", read("Makefile"), re.M))


def command_lines() -> list[str]:
    """What follows `manage.py` on every line of the fenced blocks, comments and pipes cut off."""
    blocks = "\n".join(re.findall(r"^```sh\n(.*?)^```", "\n".join(map(read, PAGES)), re.M | re.S))
    lines = re.findall(r"manage\.py ([^#>|\n]+)", blocks)
    assert lines
    return [line.strip() for line in lines]


def addresses() -> list[str]:
    """The public addresses that the README names in backticks; `…` stands for any name."""
    named = re.findall(r"`(/[^` ]*)`", read("README.md"))
    assert named
    return [address.replace("…", "name") for address in named]


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_that_is_named_exists(page):
    named = set(re.findall(r"(?:`|^|then )make ([a-z][a-z0-9-]*)", read(page), re.M))
    assert named
    assert named - targets() == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_is_named_exists(page):
    named = set(re.findall(r"manage\.py ([a-z_]+)", read(page)))
    assert named - set(get_commands()) == set()


def test_the_readme_names_commands():
    assert {"ingest", "import_records", "export_records"} <= {
        line.split()[0] for line in command_lines()
    }


@pytest.mark.parametrize("line", command_lines())
def test_every_command_line_is_understood_by_its_command(line):
    name, *arguments = shlex.split(line)
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    parser.parse_args(arguments)


@pytest.mark.parametrize("address", addresses())
def test_every_address_that_is_named_leads_somewhere(address):
    path = address.partition("?")[0]
    prefix = path.split("/")[1]
    with translation.override(prefix if prefix in dict(settings.LANGUAGES) else "en"):
        view = resolve(path).func
    # The API answers whatever else is asked of it with its own 404.
    assert getattr(view, "view_class", None) is not Unknown


def test_the_languages_that_are_named_are_those_of_the_pages(client, db):
    named = {address.strip("/") for address in addresses()} & dict(settings.LANGUAGES).keys()
    assert named == dict(settings.LANGUAGES).keys() - {settings.LANGUAGE_CODE}
    for language in named:
        assert client.get(f"/{language}/").status_code == 200


def test_every_record_of_the_tour_is_in_the_demonstration():
    uids = [address.split("/")[2] for address in addresses() if address.startswith("/records/")]
    files = (ROOT / "fixtures" / "demo").glob("*.jsonl")
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    held = {line.get("uid") for line in lines}
    assert uids
    assert [uid for uid in uids if uid not in held] == []


def test_the_line_for_partners_can_be_imported(client, db, tmp_path):
    [line] = re.findall(r"^```json\n(.*?)^```", read("README.md"), re.M | re.S)
    path = tmp_path / "records.jsonl"
    path.write_text(line, encoding="utf-8")
    call_command("import_records", str(path), publish=True, stdout=StringIO())
    record = PublicRecord.objects.get()
    assert record.title == json.loads(line)["title"]
    assert client.get(record.get_absolute_url()).status_code == 200


def test_the_table_of_settings_is_the_settings_file():
    source = read("config/settings.py")
    in_code = set(re.findall(r"env\.\w+\(\s*\"([A-Z0-9_]+)\"", source))
    in_code |= set(re.findall(r"os\.environ\.get\(\"([A-Z0-9_]+)\"\)", source))
    in_table = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", read("README.md"), re.M))
    assert "DATABASE_URL" in in_code
    assert in_table == in_code


def test_make_without_a_target_lists_them_all():
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = re.findall(r"^make ([a-z0-9-]+) +\S", done.stdout, re.M)
    assert set(listed) == targets()
    assert {"run", "test", "lint"} <= targets()


def test_every_target_can_be_planned():
    """`make -n` prints the recipe, and fails where a rule is missing."""
    for target in sorted(targets()):
        done = subprocess.run(
            ["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{target}: {done.stderr}"


@pytest.mark.parametrize("page", [*PAGES, "CHANGELOG.md"])
def test_links_inside_the_repository_lead_somewhere(page):
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", read(page))
    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_the_version_is_the_first_one_of_the_changelog():
    version = re.search(r"__version__ = \"(.+)\"", read("diplomacy/__init__.py"))[1]
    assert re.search(r"^## (\S+)", read("CHANGELOG.md"), re.M)[1] == version


def test_the_map_in_the_guide_is_the_map_that_is_held():
    rooms = {
        name
        for row in re.findall(r"^\| (`.+?) \| ", read("CONTRIBUTING.md"), re.M)
        for name in re.findall(r"`(\w+)`", row)
    }
    held = {part for line in LINES for room in line for part in room.split(".")[1:]}
    assert held - {"migrations", "apps"} == rooms
