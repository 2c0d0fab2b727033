"""Names in citations: never inverted by guess, family name first where they are printed so."""

from dataclasses import dataclass

from diplomacy.reading.links import NameLink


@dataclass(frozen=True)
class Name:
    """A person or body as printed; ``family`` and ``given`` only where they are known."""

    printed: str
    family: str = ""
    given: str = ""
    is_body: bool = False

    @property
    def is_family_first(self) -> bool:
        """Whether the family name is printed first, as in Chinese, and so stays there."""
        return self.printed in (f"{self.family} {self.given}", f"{self.family}{self.given}")

    @property
    def inverted(self) -> str:
        """As a bibliography sorts it: ``Hashmi, Khalil``; ``Jiang Zaidong``."""
        if not self.family or self.is_family_first:
            return self.printed
        return f"{self.family}, {self.given}"


def person(printed: str, link: NameLink | None) -> Name:
    """A person as printed, with family and given name where these are all that is printed."""
    family, given = (link.family, link.given) if link else ("", "")
    if not (family and given):
        return Name(printed)
    told = {f"{family} {given}", f"{given} {family}", f"{family}{given}"}
    return Name(printed, family, given) if printed in told else Name(printed)


def organisation(printed: str) -> Name:
    """A body: a ministry, a country."""
    return Name(printed, is_body=True)
