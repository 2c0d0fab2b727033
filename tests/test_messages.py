"""The catalogues of messages: complete, true to the English, and compiled as they are written."""

import os
import re
import shutil
from collections import Counter

import polib
import pytest

from tools import messages

PLACEHOLDER = re.compile(r"%\(\w+\)(?:\.\d+)?[sdif]|%(?:\.\d+)?[sdif]|\{\w*\}")
TAG = re.compile(r"</?[a-z]+[^>]*>")
OF_LISTS = ("between names", "between remarks")
"""The contexts in which the blanks of a separator are the language's own affair."""
CATALOGUES = messages.catalogues(messages.ROOT)
SAID = ("diplomacy", "templates", "config", "manage.py")


NAMES = ["-".join((*path.parts[-4:-2], path.stem)) for path in CATALOGUES]


@pytest.fixture(params=CATALOGUES, ids=NAMES)
def catalogue(request):
    return polib.pofile(str(request.param))


def pairs(entry):
    """Each form of the translation with the English it stands for."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    forms = entry.msgstr_plural
    # A language with one form says with it what English says with its second.
    return [
        (entry.msgid if len(forms) > 1 and n == 0 else entry.msgid_plural, forms[n]) for n in forms
    ]


def test_every_message_is_translated(catalogue):
    assert len(catalogue) > 0
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


def test_every_plural_has_all_forms(catalogue):
    wanted = int(re.search(r"nplurals=(\d)", catalogue.metadata["Plural-Forms"])[1])
    short = [e.msgid for e in catalogue if e.msgid_plural and len(e.msgstr_plural) != wanted]
    assert short == []


@pytest.mark.parametrize("what", [PLACEHOLDER, TAG], ids=["placeholders", "tags"])
def test_translations_keep_what_is_filled_in_and_marked_up(catalogue, what):
    lost = [
        (said, translated)
        for entry in catalogue
        for said, translated in pairs(entry)
        if Counter(what.findall(said)) != Counter(what.findall(translated))
    ]
    assert lost == []


def test_translations_begin_and_end_as_the_english_does(catalogue):
    differing = [
        said
        for entry in catalogue
        if entry.msgctxt not in OF_LISTS
        for said, translated in pairs(entry)
        if (said[:1].isspace(), said[-1:].isspace())
        != (translated[:1].isspace(), translated[-1:].isspace())
    ]
    assert differing == []


def test_dates_in_digits_are_kept_from_reading_backwards_in_urdu():
    bare = re.compile(r"(?<!\u2066)\b\d{4}-\d{2}\b(?![^\u2066]*\u2069)")
    assert bare.search("مثلاً 2024-05")
    assert not bare.search("مثلاً \u20662024-05\u2069")
    urdu = polib.pofile(str(messages.path_of(messages.ROOT / messages.OURS, "ur")))
    assert [entry.msgid for entry in urdu if bare.search(entry.msgstr)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=NAMES)
def test_the_compiled_catalogue_is_that_of_the_source(path):
    written, compiled = polib.pofile(str(path)), polib.mofile(str(path.with_suffix(".mo")))
    assert shown(compiled) == shown(written)
    assert compiled.metadata["Plural-Forms"] == written.metadata["Plural-Forms"]


def shown(entries):
    return {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in entries}


def test_the_catalogues_hold_what_the_code_says_and_no_more(tmp_path):
    if shutil.which("xgettext") is None:
        if os.environ.get("REQUIRE_GETTEXT"):
            pytest.fail("xgettext is not installed")
        pytest.skip("gettext is not installed")
    for name in SAID:
        copy = shutil.copy if (messages.ROOT / name).is_file() else shutil.copytree
        copy(messages.ROOT / name, tmp_path / name)
    messages.gather(tmp_path)
    for locale in messages.LOCALES:
        kept, gathered = (
            polib.pofile(str(messages.path_of(root / messages.OURS, locale)))
            for root in (messages.ROOT, tmp_path)
        )
        assert shown(gathered) == shown(kept), f"run make messages, and translate ({locale})"


def test_a_guessed_translation_is_dropped():
    entry = polib.POEntry(msgid="New words", msgstr="Old ones", flags=["fuzzy"])
    catalogue = polib.POFile()
    catalogue.append(entry)
    messages.tidy(catalogue)
    assert (entry.msgstr, entry.fuzzy) == ("", False)


@pytest.mark.parametrize("locale", messages.LOCALES)
def test_nothing_that_django_says_is_left_in_english(locale):
    assert [entry.msgid for entry in messages.lacking(locale)] == []
