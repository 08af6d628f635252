"""Who is reported to hold each district on each date, who says so, and the exact words."""

__version__ = "0.1.0"
