"""What a verb says when it will not act."""


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """A verb did nothing. ``reasons`` says why, each in a plain sentence for the editor."""

    def __init__(self, *reasons: str):
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))


def refuse_if(*checks: tuple[object, str]) -> None:
    """Raise ``Refused`` with the reason of every check whose condition holds."""
    reasons = [reason for is_wrong, reason in checks if is_wrong]
    if reasons:
        raise Refused(*reasons)
