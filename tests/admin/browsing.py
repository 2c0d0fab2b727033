"""A very small browser: what the form on a page would send, as an editor left it."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """Collects the fields of the form whose id ends in ``_form``, as a browser would send them."""

    def __init__(self):
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self.is_inside = False
        self.textarea = self.select = None

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        if tag == "form":
            self.is_inside = (at.get("id") or "").endswith("_form")
        if not self.is_inside or "disabled" in at:
            return
        if tag == "textarea":
            self.textarea, self.is_first = at["name"], True
            self.data.setdefault(at["name"], []).append("")
        elif tag == "select":
            self.select, self.options, self.multiple = at["name"], [], "multiple" in at
        elif tag == "option" and self.select:
            self.options.append((at.get("value", ""), "selected" in at))
        elif tag == "input":
            self._input(at)

    def _input(self, at):
        kind, name = at.get("type", "text"), at.get("name")
        if not name or kind in {"submit", "file", "button"}:
            return
        if kind in {"checkbox", "radio"} and "checked" not in at:
            return
        self.data.setdefault(name, []).append(at.get("value", "on" if kind == "checkbox" else ""))

    def handle_data(self, data):
        if self.textarea:
            if self.is_first:
                data = data.removeprefix("\n")
            self.is_first = False
            self.data[self.textarea][-1] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.textarea = None
        elif tag == "select" and self.select:
            chosen = [value for value, is_chosen in self.options if is_chosen]
            if not chosen and self.options and not self.multiple:
                chosen = [self.options[0][0]]
            self.data.setdefault(self.select, []).extend(chosen)
            self.select = None
        elif tag == "form":
            self.is_inside = False


def form_of(response) -> dict[str, list[str]]:
    """What the page's form would send now, without the empty rows that scripts copy."""
    reader = FormReader()
    reader.feed(response.content.decode())
    return {name: values for name, values in reader.data.items() if "__prefix__" not in name}


def errors_of(response) -> list[str]:
    """Every error on a page that came back, with its field: for the message of an assertion."""
    if response.context is None or "adminform" not in response.context:
        return []
    said = [f"{k}: {v}" for k, v in response.context["adminform"].form.errors.items()]
    for inline in response.context["inline_admin_formsets"]:
        said += [str(inline.formset.non_form_errors())] if inline.formset.non_form_errors() else []
        said += [f"{inline.formset.prefix}: {row}" for row in inline.formset.errors if row]
    return said


def add_row(data: dict, prefix: str, **fields) -> None:
    """Fill in one more row of an inline, as the button “Add another” lets an editor do."""
    number = int(data[f"{prefix}-TOTAL_FORMS"][0])
    data[f"{prefix}-TOTAL_FORMS"] = [str(number + 1)]
    for name, value in fields.items():
        data[f"{prefix}-{number}-{name}"] = [str(value)]
