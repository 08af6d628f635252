"""What the page's tests share: a folder that a test has just written is whole."""

from settled import settled

__all__ = ["settled"]
