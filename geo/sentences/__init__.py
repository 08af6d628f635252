"""Control in plain sentences: why an area looks as it does, what changed, where two maps differ."""

from geo.sentences.account import Account
from geo.sentences.cells import cell_in_words, repeated
from geo.sentences.changes import (
    ONE_DAY,
    Change,
    changes_around,
    changes_on,
    last_changes,
    marks_in_words,
    turns,
)
from geo.sentences.compare import Parting, parting_in_words, partings, said_by, standing
from geo.sentences.evidence import fitting, only_tables
from geo.sentences.excepted import exceptions
from geo.sentences.footnotes import days_in_full, footnote, full_date, full_days
from geo.sentences.lead import lead_of
from geo.sentences.names import (
    actor_name,
    area_kind,
    area_name,
    homonyms,
    name_in,
    named_like,
    narrator_name,
    narrator_says,
    parent_of,
    short_name,
    silence,
    spellings_of,
)
from geo.sentences.speech import hedge_in_words, hedges_of
from geo.sentences.statements import Carrier, Statement, as_statements, carried_like, carriers_of
from geo.sentences.subject import AreaControl, AreaControls, Subject, age_days, denials, state_in_words
from geo.sentences.why import Told, behind, explanation, rules, why
from geo.sentences.witnesses import Chain, Witnesses, admissions, bearing, chains, witnesses

__all__ = [
    "ONE_DAY",
    "Account",
    "AreaControl",
    "AreaControls",
    "Carrier",
    "Chain",
    "Change",
    "Parting",
    "Statement",
    "Subject",
    "Told",
    "Witnesses",
    "actor_name",
    "admissions",
    "age_days",
    "area_kind",
    "area_name",
    "as_statements",
    "bearing",
    "behind",
    "carried_like",
    "carriers_of",
    "cell_in_words",
    "chains",
    "changes_around",
    "changes_on",
    "days_in_full",
    "denials",
    "exceptions",
    "explanation",
    "fitting",
    "footnote",
    "full_date",
    "full_days",
    "hedge_in_words",
    "hedges_of",
    "homonyms",
    "last_changes",
    "lead_of",
    "marks_in_words",
    "name_in",
    "named_like",
    "narrator_name",
    "narrator_says",
    "only_tables",
    "parent_of",
    "parting_in_words",
    "partings",
    "repeated",
    "rules",
    "said_by",
    "short_name",
    "silence",
    "spellings_of",
    "standing",
    "state_in_words",
    "turns",
    "why",
    "witnesses",
]
