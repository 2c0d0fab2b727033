"""Where a walk through results stands, as opaque text for an address."""

import base64
import json
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .params import BadParameter


@dataclass(frozen=True)
class Cursor:
    """Behind ``key`` in ``order``, or before it when ``is_back``."""

    order: str
    key: int
    is_back: bool = False

    def write(self) -> str:
        """As it stands in an address."""
        plain = json.dumps([self.order, self.key, self.is_back], separators=(",", ":"))
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, *, order: str) -> "Cursor":
        """The cursor in ``text``. Raises ``BadParameter`` unless it is one of this order."""
        try:
            padded = text + "=" * (-len(text) % 4)
            found, key, is_back = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        except (ValueError, TypeError, RecursionError) as error:
            raise BadParameter("cursor", _("This cursor cannot be read.")) from error
        if found != order:
            raise BadParameter("cursor", _("This cursor belongs to a list in another order."))
        if type(key) is not int or not 0 <= key < 2**63 or type(is_back) is not bool:
            raise BadParameter("cursor", _("This cursor cannot be read."))
        return cls(order, key, is_back)
