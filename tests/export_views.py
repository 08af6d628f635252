"""The view of 5 September, for the tests of exports."""

from datetime import date

from panjshir import DATA
from panjshir import conflict as panjshir

from geo.view import View

SUNDAY = View(date(2021, 9, 5))

__all__ = ["DATA", "SUNDAY", "panjshir"]
