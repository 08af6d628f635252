"""What the commands print, as plain functions."""
