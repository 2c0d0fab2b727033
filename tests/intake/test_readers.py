import io
import zipfile

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomacy.intake import readers
from diplomacy.intake.readers import read
from diplomacy.intake.received import MAX_TEXT, Unreadable

TEXT = "Both sides met.\n\nThey agreed – 双方同意。\n"


def docx_of(*paragraphs, extra=()):
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        "</Types>",
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
        **dict(extra),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pdf_of(text="", password=None):
    content = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(width=612, height=792)
    font = pypdf.generic.DictionaryObject(
        {
            pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"),
            pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
            pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
        }
    )
    fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
    page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
        {pypdf.generic.NameObject("/Font"): fonts}
    )
    stream = pypdf.generic.DecodedStreamObject()
    stream.set_data(content)
    page[pypdf.generic.NameObject("/Contents")] = stream
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_text_is_read_by_its_mark_or_as_utf_8(encoding):
    received = read(TEXT.encode(encoding), "page.txt")
    assert received.text.lstrip("\ufeff") == TEXT
    assert received.format == "text"


@pytest.mark.parametrize(
    ("encoding", "text"), [("gb18030", "双方同意加强合作。"), ("cp1256", "السلام عليكم")]
)
def test_another_encoding_is_used_only_when_asked_for(encoding, text):
    data = text.encode(encoding)
    with pytest.raises(Unreadable, match=r"page\.txt: .*utf-8.*say so"):
        read(data, "page.txt")
    assert read(data, "page.txt", encoding=encoding).text == text


def test_an_asked_encoding_that_does_not_fit_is_refused():
    with pytest.raises(Unreadable, match="cannot be read as utf-16"):
        read(b"odd" + b"\xd8", "page.txt", encoding="utf-16")


def test_an_unknown_encoding_is_refused():
    with pytest.raises(Unreadable, match="cannot be read as klingon"):
        read(TEXT.encode(), "page.txt", encoding="klingon")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "nothing but blanks"),
        (b"They met.\0\0They left.", "NUL"),
        (bytes(range(256)) * 20, "NUL"),
        (b"\x01\x02\x03\x04" * 200, r"control character \(U\+0001\)"),
        (b"The envoys met and talked. " * 20 + b"\x02", r"control character \(U\+0002\)"),
        ("\x80\x81\x82 met".encode(), "control characters"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "save it without a password"),
        (b"caf\xe9 au lait", "byte 0xe9 at position 3"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"%PDF-1.4 broken", "damaged"),
        (b"<html><body><script>alert(1)</script></body></html>", "holds no text"),
    ],
)
def test_what_is_no_text_is_refused_naming_file_and_reason(data, reason):
    with pytest.raises(Unreadable, match=reason) as caught:
        read(data, "strange.bin")
    assert str(caught.value).startswith("strange.bin: ")


def test_what_is_wrong_with_a_pdf_is_said_once(caplog):
    with pytest.raises(Unreadable, match=r"torn\.pdf: the PDF file is damaged"):
        read(b"%PDF-1.4 broken", "torn.pdf")
    assert not caplog.records


def test_twenty_megabytes_are_refused():
    with pytest.raises(Unreadable, match=r"20\.0 MB"):
        read(b"x" * readers.MAX_BYTES, "large.txt")


def test_a_book_is_no_page():
    assert read(b"x" * MAX_TEXT, "page.txt").text
    with pytest.raises(Unreadable, match="300,001 characters"):
        read(b"x" * (MAX_TEXT + 1), "book.txt")


def test_html_gives_its_text_without_scripts_styles_and_navigation():
    page = """<!DOCTYPE html><html lang="en"><head><title>Talks | Daily</title>
        <meta property="article:published_time" content="2025-08-22T10:00:00+05:00">
        <meta name="author" content="A. Writer"><link rel="canonical" href="https://d.example/t">
        <style>p {color: red}</style><script>var secret = "alert";</script></head><body>
        <nav><a href="/">Home</a><a href="/w">World</a></nav>
        <h1>Talks end</h1><p>Both sides <b>met</b>.<br>They left.</p>
        <p onclick="steal()">Trade &amp; roads</p><noscript>Turn it on</noscript>
        <script src="x.js"></script><footer>All rights</footer></body></html>"""
    received = read(page.encode(), "page.html")
    assert received.text == "Talks end\n\nBoth sides met.\nThey left.\n\nTrade & roads"
    assert received.dropped == ("HomeWorld", "All rights")
    assert received.facts == {
        "language": "en",
        "page_title": "Talks | Daily",
        "published": "2025-08-22T10:00:00+05:00",
        "author": "A. Writer",
        "url": "https://d.example/t",
    }


def test_html_is_read_in_its_declared_charset():
    page = '<html><head><meta charset="gb2312"></head><body><p>双方同意。</p></body></html>'
    received = read(page.encode("gb18030"), "page.htm")
    assert received.text == "双方同意。"
    assert received.encoding == "gb18030"


def test_html_without_an_end_to_its_script_is_no_danger():
    received = read(b"<html><p>Kept.</p><script>while(1){} <p>not kept", "page.html")
    assert received.text == "Kept."


def test_word_paragraphs_are_read():
    received = read(docx_of("Both sides met.", "They agreed."), "page.docx")
    assert received.text.split() == ["Both", "sides", "met.", "They", "agreed."]
    assert received.format == "docx"


def test_a_compressed_file_that_is_no_word_file_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", "hello")
    with pytest.raises(Unreadable, match="not a Word document"):
        read(stream.getvalue(), "notes.zip")


def test_a_word_file_made_to_swell_is_not_opened():
    bomb = docx_of("x", extra=[("word/media/big.xml", " " * 30_000_000)])
    assert len(bomb) < 100_000
    with pytest.raises(Unreadable, match="unpacks to 30 MB"):
        read(bomb, "bomb.docx")


def test_a_word_file_that_declares_entities_is_not_read():
    entity = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(Unreadable, match="entities"):
        read(docx_of("x", extra=[("word/styles.xml", entity)]), "entity.docx")


def test_pdf_text_is_read():
    received = read(pdf_of("Both sides met in the capital."), "page.pdf")
    assert "Both sides met in the capital." in received.text
    assert received.format == "pdf"


def test_a_locked_pdf_is_refused():
    with pytest.raises(Unreadable, match="locked with a password"):
        read(pdf_of("secret", password="key"), "locked.pdf")


def test_a_pdf_without_text_is_refused_as_a_scan():
    with pytest.raises(Unreadable, match="scan"):
        read(pdf_of(""), "scan.pdf")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_by_name(data):
    try:
        text = read(data, "any.txt").text
    except Unreadable as refusal:
        text = str(refusal).removeprefix("any.txt: ")
    assert text.strip()


def tried(data: bytes, name: str) -> None:
    """Read, and see that there is text or a refusal that names the file."""
    try:
        outcome = f"{name}: {read(data, name).text.strip()}"
    except Unreadable as refusal:
        outcome = str(refusal)
    assert outcome.startswith(f"{name}: ")
    assert outcome != f"{name}: "


@given(
    start=st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"MZ"]), rest=...
)
def test_any_bytes_under_a_known_beginning_are_read_or_refused(start: bytes, rest: bytes):
    for ending in ("pdf", "docx", "html", "txt"):
        tried(start + rest, f"any.{ending}")


@settings(max_examples=60)
@given(
    whole=st.sampled_from([docx_of("Both sides met."), pdf_of("Both sides met.")]),
    at=st.floats(0, 1, exclude_max=True),
    put=st.binary(max_size=8),
    cut=st.integers(0, 40),
)
def test_a_damaged_document_is_read_or_refused(whole, at, put, cut):
    place = int(at * len(whole))
    tried(whole[:place] + put + whole[place + cut :], "damaged")


@settings(max_examples=60)
@given(st.text(alphabet="<>/&;!-=\"'abhrefscriptx 渡\n#0", max_size=200))
def test_any_markup_is_read_or_refused(text):
    tried(f"<html>{text}".encode(), "any.html")
