"""What is put to a person: an article's candidates as whole rows, and what the person decided of each."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from geo.desk.candidates import candidates_of
from geo.desk.completion import filled, quoted
from geo.desk.ids import numbered
from geo.desk.log import Action, standing
from geo.reader import LOOK, ROW, Candidate, record
from geo.reading import REPORT_COLUMNS

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row
    from geo.reader import Reason

ACCEPTED, REFUSED = "accepted", "refused"

KEY: Final = ("area_id", "claim", "polarity", "party", "claimant_side")
"""Fields in which a row is the one that a candidate proposes."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A row or a sentence that is put to a person.

    Attributes
    ----------
    id
        The same in every reading of the same words: `Line.candidate`.
    start, end
        Characters of the article's text that are quoted, end excluded.
    tier
        `ROW`: fields are proposed; `LOOK`: a sentence to look at.
    question
        Drafts that are put as one question share it; "" = by itself.
    row
        All columns of a report: as accepted, else as proposed.
    reasons
        Field -> why it is so; `Reason.told` says it in a language.
    decision
        "" = none yet, `ACCEPTED` or `REFUSED`.
    """

    id: str
    start: int
    end: int
    tier: str
    row: Mapping[str, str]
    question: str = ""
    reasons: Mapping[str, "Reason"] = field(default_factory=dict)
    decision: str = ""


def proposed(state: "FolderState", source_id: str, coder: str) -> list[Draft]:
    """Return an article's drafts in its order, and the coder's own rows made from selections among them.

    Raises
    ------
    DataError
        If the source has no article in the folder, or no day.
    """
    own = [row for row in state.own(coder) if row["source_id"] == source_id]
    found = {_id(source_id, one): one for one in candidates_of(state, source_id)}
    rows = numbered(_rows(state, found.values(), source_id, own), own, source_id)
    drafts = [
        Draft(
            id=one_id,
            start=one.start,
            end=one.end,
            tier=one.tier,
            question=one.question and f"{source_id}:{one.question}",
            row=row,
            reasons=one.reasons,
        )
        for (one_id, one), row in zip(found.items(), rows, strict=True)
    ]
    text = state.text(source_id)
    decided = list(_decided(state, coder, drafts, own, text))
    used = {draft.row["report_id"] for draft in decided if draft.decision == ACCEPTED}
    by_hand = [_by_hand(row, text) for row in own if row["report_id"] not in used]
    open_ = [draft for draft in decided if not _looked_at(draft, by_hand)]
    return sorted([*open_, *by_hand], key=lambda draft: draft.start)


def _looked_at(draft: Draft, by_hand: Iterable[Draft]) -> bool:
    """Return whether a sentence was to be looked at, and a row was made from its words."""
    waiting = draft.tier == LOOK and not draft.decision
    return waiting and any(one.start < draft.end and draft.start < one.end for one in by_hand)


def _rows(
    state: "FolderState", found: Iterable[Candidate], source_id: str, own: Sequence["Row"]
) -> Iterator[dict[str, str]]:
    article, text = state.articles[source_id], state.text(source_id)
    for one in found:
        told = {name: str(record(one)[name]) for name in REPORT_COLUMNS} | {"source_id": source_id}
        if told["sentence"] not in article.on_one_line:  # it is of two sentences that stand apart
            told |= {name: cell for name, cell in quoted(text, one.start, one.end).items() if name != "quote"}
        yield filled(state, told, own)


def _decided(
    state: "FolderState", coder: str, drafts: Iterable[Draft], own: Sequence["Row"], text: str
) -> Iterator[Draft]:
    """Yield the drafts with what the log, or a row that is there, tells of each."""
    lines = {one.candidate: one for one in standing(state.log) if one.coder == coder and one.candidate}
    rows = {row["report_id"]: row for row in own}
    bound = {one.report_id for one in lines.values() if one.action == Action.ACCEPT}
    free = {report_id: row for report_id, row in rows.items() if report_id not in bound}
    for draft in drafts:
        line = lines.get(draft.id)
        if line and line.action == Action.ACCEPT and line.report_id in rows:
            yield _accepted(draft, rows[line.report_id], text)
        elif line and line.action == Action.REFUSE:
            yield replace(draft, decision=REFUSED)
        else:
            there = next((row for row in free.values() if draft.tier == ROW and _same(draft.row, row)), None)
            if there is not None:
                del free[there["report_id"]]
            yield _accepted(draft, there, text) if there is not None else draft


def _accepted(draft: Draft, row: "Row", text: str) -> Draft:
    """Return a draft as it was accepted, at the words that its row quotes."""
    there = _by_hand(row, text) if row["quote"] != draft.row["quote"] else draft
    span = (there.start, there.end) if there.start < len(text) else (draft.start, draft.end)
    return replace(draft, row=row, decision=ACCEPTED, start=span[0], end=span[1])


def _same(one: "Row", other: "Row") -> bool:
    alike = all(one[name] == other[name] for name in KEY)
    return alike and (one["quote"] in other["quote"] or other["quote"] in one["quote"])


def _by_hand(row: "Row", text: str) -> Draft:
    """Return a row that no candidate proposed, at its place in the article; at the end if it is not found."""
    prefix, quote = (r"\s+".join(map(re.escape, row[name].split())) for name in ("quote_prefix", "quote"))
    found = (re.search(rf"{prefix}\s*({quote})", text) or re.search(f"({quote})", text)) if quote else None
    start, end = found.span(1) if found else (len(text), len(text))
    return Draft(
        id=f"{row['source_id']}:{row['report_id']}",
        start=start,
        end=end,
        tier=ROW,
        row=row,
        decision=ACCEPTED,
    )


def _id(source_id: str, one: Candidate) -> str:
    fields = "\n".join((one.tier, one.scope, *(getattr(one, name) for name in KEY)))
    return f"{source_id}:{one.start}-{one.end}:{hashlib.sha256(fields.encode()).hexdigest()[:8]}"
