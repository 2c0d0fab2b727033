"""Pictures and files in a real browser: shown, downloaded, and gone with their record."""

from pathlib import Path

from diplomacy import publishing
from tests.factories import add_file, add_picture, make_document, publish


def test_a_picture_is_seen_and_a_file_downloaded_until_their_record_is_withdrawn(page, live_server):
    document = make_document("By ferry")
    add_picture(document)
    add_file(document, b"%PDF-1.7 of our own")
    publish(document)
    page.goto(f"/records/{document.uid}/")
    picture = page.get_by_role("img", name="A river ford at low water")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.figure img').naturalWidth === 4")
    address = picture.get_attribute("src")
    with page.expect_download() as download:
        page.get_by_role("link", name="Scan of the original").click()
    assert Path(download.value.path()).read_bytes() == b"%PDF-1.7 of our own"
    assert page.request.get(address).status == 200
    publishing.withdraw(document, by=None, reason="Not ours.", keep_text=False)
    assert page.request.get(address).status == 404


def test_a_text_that_is_code_is_never_run(page, live_server):
    document = make_document("By ferry")
    file = add_file(document, b"<script>document.title = 'run'</script>", "page.html")
    publish(document)
    page.goto(f"/records/{document.uid}/")
    with page.expect_download():
        page.evaluate("address => { location.href = address }", f"/files/{file.file.name}")
    assert page.title().startswith("By ferry")
