"""What only looks like a name: of an armed body, of a dateline, "at the front", "X's army"."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.knowledge import Knowledge
    from geo.reader.masked import Mention


def is_owned(text: str, mention: "Mention", before: list["Mention"]) -> bool:
    """Return whether a common word only says whose forces an actor before it means: "X's army"."""
    last = before[-1] if before else None
    if last is None or mention.kind != "actor" or last.kind != "actor":
        return False
    between = text[last.end : mention.start]
    return text[mention.start : mention.end].islower() and between in {" ", "'s ", "’s ", "' ", "’ "}


def is_none(text: str, mention: "Mention", cues: "Cues", knowledge: "Knowledge") -> bool:
    """Return whether a name is none here: of a body, of a dateline, "at the front"."""
    if mention.kind == "actor":
        inside = cues["actors.bodies"].search(text, mention.start, mention.end)
        own = text[mention.start : mention.end].islower()
        soldiers = text[mention.start : mention.end].endswith("soldiers") and own
        if soldiers and cues["grammar.foreign_troops"].search(text[: mention.start]):
            return True
        before = cues["grammar.elsewhere"].search(text[: mention.start])
        return bool(own and inside and (before or cues["grammar.body_ends"].match(text, mention.end)))
    if mention.kind != "place":
        return False
    if cues["grammar.wider"].match(text, mention.end) and all(
        knowledge.kinds.get(one, "").lower() in {"city", "town", "village"} for one in mention.ids
    ):
        return True
    dateline = cues["grammar.dateline"].match(text)
    return bool(dateline and mention.end <= dateline.end()) or _is_a_body(text, mention, cues)


def _is_a_body(text: str, mention: "Mention", cues: "Cues") -> bool:
    """Return whether a place's name belongs to an armed body or its people: "Panjshir resistance"."""
    after = text[mention.end :]
    if re.match(rf"\s+(?:valley |province )?(?:{cues.words('nouns.bodies')})\b", after, re.IGNORECASE):
        return True
    longer = re.match(r"\s+([A-Z][a-z]\S*)(?:\s|[.,;])", after)
    known = re.compile(rf"(?:{cues.words('nouns.kinds')}|{cues.words('speakers.titles')})\b", re.IGNORECASE)
    return (
        longer is not None
        and not known.match(longer[1])
        and len(re.findall(r"\b[a-z]", text)) > len(re.findall(r"\b[A-Z]", text))
    )
