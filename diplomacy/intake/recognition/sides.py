"""Whose side a text speaks for. The publisher is never taken for the side."""

from ..known import Known
from .guesses import Guess
from .kind import Page, Verdict


def sides_of(
    verdict: Verdict | None, page: Page, series: Known | None, named: list[str]
) -> list[Guess]:
    """Codes of the sides whose words these are: of the issuer, the signer, or of a joint text."""
    if verdict is None:
        return []
    if verdict.authority.startswith("joint"):
        parties = list(series.parties) if series and series.parties else named[:2]
        return [Guess(code, verdict.evidence, "inferred") for code in parties]
    if verdict.authority.startswith("readout") and verdict.issuer:
        return [Guess(verdict.issuer.country, verdict.evidence)]
    signer = page.author or page.issuer
    if verdict.authority == "signed" and signer and signer.country:
        return [Guess(signer.country, verdict.evidence, "inferred")]
    return []
