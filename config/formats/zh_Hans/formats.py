"""What differs from Django's forms: thousands, by which figures are grouped in print."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
