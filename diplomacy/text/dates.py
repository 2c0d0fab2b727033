"""Dates: the door to reading (`parse`), writing out (`display`) and finding (`find`) them."""

from datetime import date

from .date_display import display
from .date_finder import PrintedDate, find, weekdays
from .edtf import Edtf, EdtfError, parse

__all__ = ["Edtf", "EdtfError", "PrintedDate", "date", "display", "find", "parse", "weekdays"]
