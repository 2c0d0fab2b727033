"""Gathers what people read into the catalogues of messages, and compiles them.

    python tools/messages.py            gather, tidy, compile; say what is not translated yet
    python tools/messages.py --packages say what the packages we use lack in our languages

Gathering needs gettext (the Debian package of that name); compiling does not. A message whose
English has changed is not guessed at: it is left empty, and a test fails until it is translated.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ("zh_Hans", "ur")
OURS = Path("diplomacy", "locale")
OF_PACKAGES = Path("diplomacy", "locale_packages")
"""Translations of what packages say, where their own are missing: gathered by hand from them."""
DJANGO = ("conf", "contrib/admin", "contrib/auth", "contrib/contenttypes")
GATHER = [
    *(sys.executable, "manage.py", "makemessages"),
    *(word for locale in LOCALES for word in ("--locale", locale)),
    *("--no-location", "--no-wrap", "--no-obsolete"),
    *("--ignore", "tests", "--ignore", "var", "--ignore", ".venv", "--ignore", "node_modules"),
]


def gather(root: Path) -> None:
    """Brings the catalogues under ``root`` in line with what its code and templates say.

    Raises CalledProcessError where gettext is missing or finds something wrong.
    """
    subprocess.run(GATHER, cwd=root, check=True, capture_output=True, text=True)
    for locale in LOCALES:
        catalogue = polib.pofile(str(path_of(root / OURS, locale)), wrapwidth=0)
        tidy(catalogue)
        catalogue.save()


def tidy(catalogue: polib.POFile) -> None:
    """Drops guesses, and the hour at which messages were gathered, which says nothing."""
    for entry in catalogue.fuzzy_entries():
        entry.flags.remove("fuzzy")
        entry.msgstr, entry.msgstr_plural = "", dict.fromkeys(entry.msgstr_plural, "")
        entry.previous_msgid = entry.previous_msgctxt = entry.previous_msgid_plural = None
    catalogue.metadata.pop("POT-Creation-Date", None)


def compile_all(root: Path) -> None:
    """Writes the compiled form, which is kept in the repository, beside every catalogue."""
    for folder in (OURS, OF_PACKAGES):
        for locale in LOCALES:
            source = path_of(root / folder, locale)
            if source.exists():
                polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))


def path_of(folder: Path, locale: str) -> Path:
    """Where the catalogue of a locale lies."""
    return folder / locale / "LC_MESSAGES" / "django.po"


def left(root: Path, locale: str) -> list[str]:
    """The messages of our own that a locale has no translation for."""
    catalogue = polib.pofile(str(path_of(root / OURS, locale)))
    return [entry.msgid for entry in catalogue.untranslated_entries()]


def lacking(locale: str) -> list[polib.POEntry]:
    """What Django says and has no words for in a locale, without what we have put in ourselves.

    Names of languages are left out: we list ours ourselves.
    """
    import django
    from django.conf.locale import LANG_INFO

    names = {info.get("name") for info in LANG_INFO.values()}
    own = path_of(ROOT / OF_PACKAGES, locale)
    known = _translated(own) if own.exists() else set()
    found = []
    for part in DJANGO:
        folder = Path(django.__file__).parent / part / "locale"
        known_there = known | _translated(path_of(folder, locale))
        entries = polib.pofile(str(path_of(folder, "en")))
        found += [e for e in entries if _key(e) not in known_there and e.msgid not in names]
    return found


def _translated(path: Path) -> set:
    return {_key(entry) for entry in polib.pofile(str(path)).translated_entries()}


def _key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def main() -> int:
    """The exit code: 1 where something is not translated."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--packages", action="store_true", help="say what packages lack")
    if parser.parse_args().packages:
        for locale in LOCALES:
            for entry in lacking(locale):
                print(f"{locale}: {entry.msgid}")
        return 0
    os.chdir(ROOT)
    gather(ROOT)
    compile_all(ROOT)
    missing = [(locale, message) for locale in LOCALES for message in left(ROOT, locale)]
    for locale, message in missing:
        print(f"{locale}: not translated: {message}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
