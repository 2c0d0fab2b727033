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

import django
import polib
from django.conf.locale import LANG_INFO

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ("zh_Hans", "ur")
OURS = Path("diplomacy", "locale")
OF_PACKAGES = Path("diplomacy", "locale_packages")
"""Translations of what packages say, where their own are missing: gathered by hand from them."""
DJANGO = ("conf", "contrib/admin", "contrib/auth", "contrib/contenttypes")
"""The parts of Django that people meet here."""
UNMET = (
    "views/",
    "contrib/messages",
    "contrib/sitemaps",
    "contrib/staticfiles",
    "contrib/syndication",
)
"""Where in those parts that stands which nobody meets: we have views and error pages of our own."""
LANGUAGE_NAMES = {info["name"] for info in LANG_INFO.values() if "name" in info}
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
    for source in catalogues(root):
        polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))


def catalogues(root: Path) -> list[Path]:
    """Every catalogue under ``root``."""
    folders = [root / folder for folder in (OURS, OF_PACKAGES)]
    return [path for folder in folders for path in sorted(folder.glob("*/LC_MESSAGES/*.po"))]


def path_of(folder: Path, locale: str, domain: str = "django") -> Path:
    """Where the catalogue of a locale lies; the scripts of the admin have a domain of their own."""
    return folder / locale / "LC_MESSAGES" / f"{domain}.po"


def left(root: Path, locale: str) -> list[str]:
    """The messages of our own that a locale has no translation for."""
    catalogue = polib.pofile(str(path_of(root / OURS, locale)))
    return [entry.msgid for entry in catalogue.untranslated_entries()]


def lacking(locale: str) -> list[polib.POEntry]:
    """What people meet of Django without a word in a locale, neither Django's nor ours."""
    found = _lacking_in("contrib/admin", locale, "djangojs")
    for part in DJANGO:
        found += _lacking_in(part, locale, "django")
    return found


def _lacking_in(part: str, locale: str, domain: str) -> list[polib.POEntry]:
    folder = Path(django.__file__).parent / part / "locale"
    known = _translated(path_of(folder, locale, domain))
    known |= _translated(path_of(ROOT / OF_PACKAGES, locale, domain))
    entries = polib.pofile(str(path_of(folder, "en", domain)))
    return [entry for entry in entries if _key(entry) not in known and is_met(entry)]


def is_met(entry: polib.POEntry) -> bool:
    """Whether people can meet a message of Django's here. Languages we name ourselves."""
    places = [place for place, _line in entry.occurrences]
    is_elsewhere = any(not (p.startswith(UNMET) or "password_reset" in p) for p in places)
    return is_elsewhere and not entry.obsolete and entry.msgid not in LANGUAGE_NAMES


def _translated(path: Path) -> set:
    entries = polib.pofile(str(path)).translated_entries() if path.exists() else []
    return {_key(entry) for entry in entries}


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
