"""What each kind of page costs on the archive of DATABASE_URL: queries, and time as a ratio.

    DATABASE_URL=sqlite:////tmp/big.sqlite3 python -m tests.benchmarks.pages

Times are given in milliseconds and as multiples of ``/healthz``, the least that this software
can answer: the multiples may be compared between machines, the milliseconds may not. Every page
is made anew, except in the last column, which shows one that was kept for its generation.
"""

import os
import statistics
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - after the setup, as all that follows
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from diplomacy.models import Mention, PublicRecord  # noqa: E402
from diplomacy.vocabulary import Named  # noqa: E402
from tests.benchmarks.generate import CHINESE, ENGLISH, URDU  # noqa: E402

ROUNDS = 5
HELLO = "/healthz"
SEARCHES = {
    "common word": ENGLISH[0],
    "rare word": ENGLISH[-1],
    "phrase": f'"{ENGLISH[0]} {ENGLISH[1]}"',
    "Chinese": CHINESE[0],
    "Urdu": URDU[0],
    "nothing found": "xylophone",
    "misspelt": "comitteee",
    "name with other forms": "Wang Yi",
    "conditions": "side:pakistan -topic:cpec before:2024",
}
PLAIN = (
    "home archive dialogues series-list person-list organisation-list outlet-list country-list"
    " topic-list initiative-list place-list commitments timeline feed-latest sitemap"
).split()
DETAILS = {
    Named.PERSON: "person-detail",
    Named.COUNTRY: "country-detail",
    Named.TOPIC: "topic-detail",
    Named.OUTLET: "outlet-detail",
    Named.SERIES: "series-detail",
}
API = ("records", "dialogues", "documents", "people", "topics", "outlets", "series", "clauses")
PAGES_DEEP = 40


def addresses(client: Client) -> dict[str, str]:
    """Every page that is measured, by name; of each type of record and name, one that has many."""
    pages = {name: reverse(name) for name in PLAIN}
    pages |= {f"search: {what}": f"/archive/?q={word}" for what, word in SEARCHES.items()}
    pages |= {f"API search: {what}": f"/api/v1/search/?q={w}" for what, w in SEARCHES.items()}
    for type in ("document", "dialogue", "commitment"):
        if record := PublicRecord.objects.listed().filter(type=type).first():
            pages[f"record: {type}"] = record.get_absolute_url()
            pages[f"API record: {type}"] = f"/api/v1/records/{record.uid}/"
    for type, name in DETAILS.items():
        if slug := Mention.objects.filter(type=type).values_list("slug", flat=True).first():
            pages[name] = reverse(name, kwargs={"slug": slug})
    pages |= {f"API {name}": f"/api/v1/{name}/" for name in API}
    return pages | {"API records, deep": deep(client)}


def deep(client: Client) -> str:
    """A page of the API's records far behind the first."""
    address = "/api/v1/records/?limit=100"
    for _ in range(PAGES_DEEP):
        address = client.get(address).json()["next"] or address
    return address


def measure(client: Client, address: str) -> tuple[float, int, int]:
    """Milliseconds (the median), queries, and KiB of one page."""
    times = []
    for _ in range(ROUNDS):
        with CaptureQueriesContext(connection) as queries:
            begun = time.perf_counter()
            size = len(client.get(address).getvalue())
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times), len(queries), size // 1024


def main() -> None:
    """Print a line a page, the slowest first."""
    settings.ALLOWED_HOSTS = ["*"]
    anonymous, known_by_cookie = Client(), Client()
    # Who brings a cookie gets every page made anew.
    known_by_cookie.cookies["measured"] = "yes"
    hello = measure(known_by_cookie, HELLO)[0]
    print(f"{PublicRecord.objects.listed().count()} records; {HELLO} takes {hello:.1f} ms")
    print(f"{'page':32}{'ms':>8}{'x hello':>9}{'queries':>9}{'KiB':>6}{'kept: ms':>10}")
    rows = [
        (*measure(known_by_cookie, address), measure(anonymous, address)[0], name)
        for name, address in addresses(known_by_cookie).items()
    ]
    for taken, queries, size, kept, name in sorted(rows, reverse=True):
        print(f"{name:32}{taken:8.0f}{taken / hello:9.0f}{queries:9}{size:6}{kept:10.1f}")


if __name__ == "__main__":
    main()
