"""Following a search: what it would be, the letter that confirms it, the way to stop it."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from diplomacy.correspondence import following, letters, searches
from diplomacy.reading.addresses import page_address
from diplomacy.search.params import BadParameter, SearchParams
from diplomacy.search.results import MOST
from diplomacy.search.selection import Selection
from diplomacy.search.wording import LABELS, conditions
from diplomacy.site.errors import too_many
from diplomacy.site.limits import Limit
from diplomacy.site.reader_forms import FollowForm

LIMIT = Limit("follow", most=10)


@method_decorator(never_cache, name="dispatch")
class Follow(View):
    """``/follow/?<search>``: the search in words, and the ways to follow it."""

    def dispatch(self, request: HttpRequest) -> HttpResponse:
        try:
            self.params = SearchParams.read(request.GET)
            self.query = searches.written(self.params)
            if len(self.query) > searches.MOST_CHARACTERS:
                raise BadParameter("q", _("This search is too long to be followed."))
        except BadParameter as error:
            context = {"error": error, "label": LABELS.get(error.name, error.name)}
            return render(request, "follow/bad_search.html", context, status=400)
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(FollowForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        if not settings.SENDS_MAIL:
            raise Http404
        form = FollowForm(request.POST)
        if form.is_trap_sprung:
            return redirect("follow-asked")
        if not form.is_valid():
            return self.page(form, status=400)
        if LIMIT.is_passed(request):
            return too_many(request, LIMIT.seconds)
        return self.asked(form)

    def asked(self, form: FollowForm) -> HttpResponse:
        """Ask for the letter; the answer is the same whether the address is known or not."""
        wish = {name: form.cleaned_data[name] for name in ("address", "rhythm")}
        try:
            following.ask(self.params, **wish, language=get_language())
        except following.TooManyError:
            return too_many(self.request, 24 * 3600)
        except letters.AddressRefusedError:
            form.add_error("address", _("The mail server does not take messages to this address."))
            return self.page(form, status=400)
        except letters.NotSentError:
            form.add_error(None, _("No message can be sent just now. Please try again later."))
            return self.page(form, status=503)
        return redirect("follow-asked")

    def page(self, form: FollowForm, status: int = 200) -> HttpResponse:
        found = Selection(self.params).records().order_by()[: MOST + 1].count()
        context = {
            "form": form if settings.SENDS_MAIL else None,
            "conditions": conditions(self.params),
            "found": min(found, MOST),
            "is_exact": found <= MOST,
            "query": self.query,
            "archive_url": f"{reverse('archive')}?{self.query}",
            "feed_url": f"{page_address('archive-feed')}?{self.query}",
        }
        return render(self.request, "follow/follow.html", context, status=status)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """What to do now: look for the letter. It says nothing of any address."""
    hours = int(following.TO_CONFIRM.total_seconds() // 3600)
    return render(request, "follow/asked.html", {"hours": hours})


class SecretAddress(View):
    """Base of what a letter links to. Its secret is the proof: no cookie is set or asked for.

    GET changes nothing, since programs that look through mail follow links: it shows a button.
    """

    @method_decorator(never_cache)
    @method_decorator(csrf_exempt)
    def dispatch(self, request: HttpRequest, secret: str) -> HttpResponse:
        self.search = self.find(secret)
        if self.search is None:
            return render(request, "follow/no_link.html", status=404)
        self.context = {"search_words": letters.wording(self.search)}
        self.context["archive_url"] = f"{reverse('archive')}?{self.search.query}"
        return super().dispatch(request, secret)

    def page(self, name: str, status: int = 200, **context) -> HttpResponse:
        return render(self.request, f"follow/{name}.html", self.context | context, status=status)


class Confirm(SecretAddress):
    """``/follow/confirm/<secret>/``"""

    find = staticmethod(following.asked)

    def get(self, request: HttpRequest, secret: str) -> HttpResponse:
        return self.page("confirm", search=self.search)

    def post(self, request: HttpRequest, secret: str) -> HttpResponse:
        try:
            search = following.confirm(secret)
        except following.TooManyError:
            return self.page("full", status=409, most=following.MOST)
        if search is None:  # somebody else was quicker
            return render(request, "follow/no_link.html", status=404)
        return self.page("confirmed", search=search)


class Stop(SecretAddress):
    """``/follow/stop/<secret>/``: one search; the POST is RFC 8058's one click."""

    find = staticmethod(following.followed)
    everything = False

    def get(self, request: HttpRequest, secret: str) -> HttpResponse:
        total = following.searches_of(self.search.address)
        all_url = reverse("follow-stop-all", kwargs={"secret": secret})
        return self.page("stop", total=total, everything=self.everything, all_url=all_url)

    def post(self, request: HttpRequest, secret: str) -> HttpResponse:
        following.stop(self.search, everything=self.everything)
        return self.page("stopped", everything=self.everything)


class StopAll(Stop):
    """``/follow/stop/<secret>/all/``: whatever the address follows."""

    everything = True
