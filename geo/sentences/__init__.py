"""Control in plain sentences: why an area looks as it does, and what changed between two days."""

from geo.sentences.changes import Change, changed_areas, changes
from geo.sentences.subject import (
    AreaControl,
    Subject,
    actor_name,
    area_control,
    area_name,
    contradicted_by_others,
    state_in_words,
)
from geo.sentences.why import explanation, rules, sentence, silence

__all__ = [
    "AreaControl",
    "Change",
    "Subject",
    "actor_name",
    "area_control",
    "area_name",
    "changed_areas",
    "changes",
    "contradicted_by_others",
    "explanation",
    "rules",
    "sentence",
    "silence",
    "state_in_words",
]
