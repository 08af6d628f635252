"""What the importers' tests share: a folder that an import has just written is whole."""

from settled import settled

__all__ = ["settled"]
