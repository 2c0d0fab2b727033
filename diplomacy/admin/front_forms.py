"""The form of a page about the archive, and what its writers are told."""

from django import forms
from django.utils.translation import gettext_lazy as _

from diplomacy.models import FrontPage, FrontText
from diplomacy.models.front_matter import LONGEST_BODY, LONGEST_TITLE
from diplomacy.vocabulary import direction

from .locking import RecordForm
from .plain_words import LinesField, validate_words

MARKDOWN = _(
    "Markdown: a blank line parts paragraphs, ## begins a section, - a line of a list, "
    "[words](/archive/) is a link, **words** are strong, | parts the cells of a table. Write "
    "addresses of this archive as they are in English (/archive/): readers are led to their own "
    "language. HTML is shown as it is typed, and pictures are not loaded."
)
FILL_IN = {
    FrontPage.ABOUT: _(
        "The shipped text cannot know who keeps this archive and who pays for it: say it here. "
        "Where readers may write is a setting of the server (CONTACT), shown below the text."
    ),
    FrontPage.METHOD: _("Say here what you collect, what you leave out, and where you differ."),
    FrontPage.COVERAGE: _("The tables follow below this text; they count by themselves."),
    FrontPage.HELP: _("Where readers may write is a setting of the server (CONTACT)."),
    FrontPage.ACCESSIBILITY: _(
        "The shipped text cannot know which law applies to you, when your own archive was last "
        "tested, and how soon you answer: say it here. Where readers may write is a setting of "
        "the server (CONTACT), shown below the text."
    ),
    FrontPage.PRIVACY: _(
        "The shipped text cannot know who is responsible, how long your server keeps its logs, "
        "and which law applies: say it here. Where readers may write is a setting of the server "
        "(CONTACT), shown below the text."
    ),
}
"""What the operator has to fill in or should know, by page."""


class FrontForm(RecordForm):
    """Title and words of one page in one language. ``initial`` has what readers see now."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, validators=[validate_words])
    body = LinesField(
        label=_("Text"),
        max_length=LONGEST_BODY,
        widget=forms.Textarea(attrs={"rows": 32, "cols": 90}),
        validators=[validate_words],
        help_text=MARKDOWN,
    )

    class Meta:
        model = FrontText
        fields = ("title", "body")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = self.instance.language
        marks = {"lang": language, "dir": direction(language)}
        for name in self.Meta.fields:
            self.fields[name].widget.attrs |= marks
        self.fields["title"].widget.attrs["class"] = "vTextField"
