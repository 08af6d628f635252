"""From an article to rows: what is put to a person, what it would change, and the one door that writes.

Nothing here shows a page, and nothing is written without a `Press`.
"""

from geo.desk.agreement_told import UNDEFINED, as_record, called, figure_rows, percent
from geo.desk.articles import Listed, Registration, listed, register
from geo.desk.candidates import knowledge
from geo.desk.checked import problems
from geo.desk.closed_lists import choices
from geo.desk.coded_statements import Case, cases, differing
from geo.desk.coders import coders_of, drafts_shown, finished, may_compare, seen_by, texts_of
from geo.desk.codings import Coding, Compared, article_texts, coding_of, compared
from geo.desk.coefficients import agreement
from geo.desk.completion import as_accepted, completed, quoted
from geo.desk.decisions import accept, accept_all, finish, refuse
from geo.desk.difference import Difference
from geo.desk.door import Change, Plan, write
from geo.desk.drafts import ACCEPTED, REFUSED, Draft, proposed
from geo.desk.effect import Preview, preview
from geo.desk.folder import CODER, NEEDED, FolderState, folder_state
from geo.desk.learned import learn
from geo.desk.log import Action, Line, line, standing
from geo.desk.map_key import Sign, signs
from geo.desk.press import ASSISTED, UNASSISTED, Press
from geo.desk.settled import Choice, may_settle, settle
from geo.desk.undone import settled_by, undo, unsettle

__all__ = [
    "ACCEPTED",
    "ASSISTED",
    "CODER",
    "NEEDED",
    "REFUSED",
    "UNASSISTED",
    "UNDEFINED",
    "Action",
    "Case",
    "Change",
    "Choice",
    "Coding",
    "Compared",
    "Difference",
    "Draft",
    "FolderState",
    "Line",
    "Listed",
    "Plan",
    "Press",
    "Preview",
    "Registration",
    "Sign",
    "accept",
    "accept_all",
    "agreement",
    "article_texts",
    "as_accepted",
    "as_record",
    "called",
    "cases",
    "choices",
    "coders_of",
    "coding_of",
    "compared",
    "completed",
    "differing",
    "drafts_shown",
    "figure_rows",
    "finish",
    "finished",
    "folder_state",
    "knowledge",
    "learn",
    "line",
    "listed",
    "may_compare",
    "may_settle",
    "percent",
    "preview",
    "problems",
    "proposed",
    "quoted",
    "refuse",
    "register",
    "seen_by",
    "settle",
    "settled_by",
    "signs",
    "standing",
    "texts_of",
    "undo",
    "unsettle",
    "write",
]
