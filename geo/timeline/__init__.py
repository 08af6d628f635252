"""R1–R6, and nothing else in the project knows them: reports -> what every area shows on every day.

Source of the rule: ``docs/codebook.md`` §3; how its open points are read: ``docs/rule.md``. This is
the one door: other modules import from here, never from a module inside.
"""

from geo.timeline.again import timeline_again
from geo.timeline.cells import cells_on
from geo.timeline.day import BEHIND, FLAGS, control, last_days, states
from geo.timeline.located import events
from geo.timeline.rows import admitted, last_fought
from geo.timeline.staleness import with_staleness
from geo.timeline.steps import Ragged
from geo.timeline.whole import Timeline, inputs_of, timeline, timeline_of

__all__ = [
    "BEHIND",
    "FLAGS",
    "Ragged",
    "Timeline",
    "admitted",
    "cells_on",
    "control",
    "events",
    "inputs_of",
    "last_days",
    "last_fought",
    "states",
    "timeline",
    "timeline_again",
    "timeline_of",
    "with_staleness",
]
