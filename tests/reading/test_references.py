"""What a content refers to, read from the content alone."""

from diplomacy.reading.references import names_in, uids_in

CLAUSE = {"side": None, "speaker": None, "reporter": None, "topics": [], "places": []}


def test_records_are_found_wherever_a_content_refers_to_them():
    content = {
        "relations": [{"type": "reports", "uid": "related"}],
        "dialogue": "meeting",
        "mentions": [{"dialogue": "evidence", "document": None}],
    }
    assert uids_in(content) == {"related", "meeting", "evidence"}
    assert uids_in({"dialogue": None}) == set()


def test_names_are_found_wherever_a_content_has_them():
    content = {
        "people": [{"slug": "lin-shuya"}],
        "place": {"slug": "harbour"},
        "series": None,
        "side": "cn",
        "host": None,
        "topic": "rivers",
        "sources": [{"outlet": {"slug": "daily"}}, {"outlet": None}],
        "clauses": [CLAUSE | {"speaker": "omar-zaid", "topics": ["floods"]}],
    }
    assert names_in(content) == {
        ("person", "lin-shuya"),
        ("person", "omar-zaid"),
        ("place", "harbour"),
        ("country", "cn"),
        ("topic", "rivers"),
        ("topic", "floods"),
        ("outlet", "daily"),
    }
