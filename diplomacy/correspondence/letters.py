"""The letters themselves, in the reader's language, as plain text and as simple HTML.

No picture counts who opens them and no link counts who follows it.
"""

from contextlib import contextmanager
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from diplomacy.models import SavedSearch
from diplomacy.reading.addresses import page_address
from diplomacy.search.params import BadParameter
from diplomacy.search.wording import conditions, in_one_line
from diplomacy.vocabulary import direction

from . import searches

SUBJECT_LENGTH = 120
ONE_CLICK = "List-Unsubscribe=One-Click"


class NotSentError(Exception):
    """No letter can be sent now: the mail server does not answer, or refuses to take it."""


class AddressRefusedError(NotSentError):
    """The mail server refuses this one address."""


@contextmanager
def opened():
    """One connection for many letters. Raises ``NotSentError`` where the server does not answer."""
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        raise NotSentError(str(error)) from error
    try:
        yield connection
    finally:
        connection.close()


def send(letter: EmailMultiAlternatives, connection=None) -> None:
    """Send a letter. Raises ``AddressRefusedError`` or ``NotSentError``."""
    letter.connection = connection
    try:
        letter.send()
    except SMTPRecipientsRefused as error:
        raise AddressRefusedError(str(error)) from error
    except (SMTPException, OSError) as error:
        raise NotSentError(str(error)) from error


def confirmation(search: SavedSearch, secret: str) -> EmailMultiAlternatives:
    """The letter that asks whether the owner of the address wants this."""
    with translation.override(search.language):
        subject = _("Please confirm: %(search)s") % {"search": wording(search)}
        url = page_address("follow-confirm", secret=secret)
        return _letter("confirm", search, subject, {"confirm_url": url})


def notice(search: SavedSearch, news, secret: str) -> EmailMultiAlternatives:
    """The letter that tells ``news`` (``notices.News``) of a search."""
    with translation.override(search.language):
        subject = ngettext(
            "%(total)d record new or changed: %(search)s",
            "%(total)d records new or changed: %(search)s",
            news.total,
        ) % {"total": news.total, "search": wording(search)}
        stop_url = page_address("follow-stop", secret=secret)
        context = {
            "rows": news.rows(),
            "total": news.total,
            "more": news.more,
            "stop_url": stop_url,
            "stop_all_url": page_address("follow-stop-all", secret=secret),
        }
        headers = {"List-Unsubscribe": f"<{stop_url}>", "List-Unsubscribe-Post": ONE_CLICK}
        return _letter("notice", search, subject, context, headers)


def wording(search: SavedSearch) -> str:
    """The search in a line of the language that is active; as it is kept, if known no more."""
    try:
        return in_one_line(conditions(searches.read(search.query)))
    except BadParameter:
        return search.query


def _letter(name: str, search: SavedSearch, subject: str, context: dict, headers=None):
    language = translation.get_language()
    context = context | {
        "subject": subject,
        "search_words": wording(search),
        "search_url": f"{page_address('archive')}?{search.query}",
        "latest_url": page_address("feed-latest"),
        "address": search.address,
        "is_weekly": search.rhythm == SavedSearch.Rhythm.WEEKLY,
        "archive_url": page_address("home"),
        "language": language,
        "direction": direction(language),
    }
    letter = EmailMultiAlternatives(
        Truncator(" ".join(subject.split())).chars(SUBJECT_LENGTH),
        render_to_string(f"emails/{name}.txt", context).strip() + "\n",
        to=[search.address],
        headers={"Auto-Submitted": "auto-generated", **(headers or {})},
    )
    letter.attach_alternative(render_to_string(f"emails/{name}.html", context), "text/html")
    return letter
