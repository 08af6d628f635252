"""From an article to rows: what is put to a person, what it would change, and the one door that writes.

Nothing here shows a page, and nothing is written without a `Press`.
"""

from geo.desk.articles import Listed, Registration, listed, register
from geo.desk.checked import problems
from geo.desk.choices import choices
from geo.desk.completed import as_accepted, completed
from geo.desk.decisions import accept, accept_all, finish, learn, refuse
from geo.desk.difference import Difference
from geo.desk.door import Change, Plan, write
from geo.desk.drafts import ACCEPTED, REFUSED, Draft, proposed
from geo.desk.folder import FolderState, folder_state
from geo.desk.log import Action, Line, line, standing
from geo.desk.press import Press
from geo.desk.preview import Preview, preview
from geo.desk.undone import undo

__all__ = [
    "ACCEPTED",
    "REFUSED",
    "Action",
    "Change",
    "Difference",
    "Draft",
    "FolderState",
    "Line",
    "Listed",
    "Plan",
    "Press",
    "Preview",
    "Registration",
    "accept",
    "accept_all",
    "as_accepted",
    "choices",
    "completed",
    "finish",
    "folder_state",
    "learn",
    "line",
    "listed",
    "preview",
    "problems",
    "proposed",
    "refuse",
    "register",
    "standing",
    "undo",
    "write",
]
