"""A file is read line by line, and a line that cannot be read says why."""

import gzip
import io
import json

import pytest

from diplomacy.intake.interchange import reading


def read(*raw: bytes):
    return list(reading.lines(io.BytesIO(b"\n".join(raw))))


def test_lines_are_numbered_and_blank_ones_passed_over():
    found = read(b'\xef\xbb\xbf{"id": "a"}', b"", b"  ", b'{"id": "\xe4\xb8\xad"}')
    assert found == [(1, {"id": "a"}, ""), (4, {"id": "中"}, "")]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"not json", "the line is not JSON: Expecting value at character 1"),
        (b'{"id": "a" "b"}', "the line is not JSON: Expecting ',' delimiter at character 12"),
        (b'{"a": NaN}', "the line is not JSON: NaN is not a number"),
        (b'["id"]', "the line is not an object in braces { }"),
        (b"null", "the line is not an object in braces { }"),
        (b'"\\u0000"', "the line holds a NUL character"),
        (b'{"title": "a\\u0000b"}', "title holds a NUL character"),
        (b'{"people": [{"name": "a\\u0000"}]}', "people 1.name holds a NUL character"),
        (b'{"title": "\\ud800"}', "title holds half a character (a lone surrogate)"),
        (b'{"title": "a\\u0001b"}', "title holds a control character (U+0001)"),
        (b'{"note": "a\\uffff"}', "note holds a code that is no character (U+FFFF)"),
        (b'{"title": "\xff"}', "the line is not UTF-8 (at byte 12)"),
        (b"[" * 100_000, "the line is not JSON: it is nested too deeply"),
        (b'{"a":' * 600 + b"1" + b"}" * 600, None),
    ],
)
def test_a_bad_line_says_what_is_wrong(raw, reason):
    (line, good) = read(raw, b'{"id": "next"}')
    assert good.data == {"id": "next"}
    if reason is not None:
        assert (line.data, line.problem) == (None, reason)


def test_a_line_without_end_is_passed_over_unread(monkeypatch):
    monkeypatch.setattr(reading, "LONGEST_LINE", 40)
    long, good = read(b'{"title": "' + b"a" * 500 + b'"}', b'{"id": "next"}')
    assert long.problem == "the line is longer than 0 MB"
    assert good == (2, {"id": "next"}, "")


def test_a_packed_file_is_unpacked(tmp_path):
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"id": "a"}).encode()))
    with reading.opened(str(path)) as stream:
        assert [line.data for line in reading.lines(stream)] == [{"id": "a"}]
