"""A candidate row from what was found: its quote, its context, its reasons."""

from typing import TYPE_CHECKING, Any

from geo.reader.candidates import Candidate
from geo.reader.reasons import Reason
from geo.reader.spans import hedge_in, one_line, prefix_of, quote_span, with_context
from geo.words import ENGLISH, load_words

if TYPE_CHECKING:
    from geo.reader.dating import Dated
    from geo.reader.passage import Passage
    from geo.reader.places import Place
    from geo.reader.speaker import Speaker
    from geo.reader.subjects import Who
    from geo.reader.verbs import FoundCue


def row(  # noqa: PLR0913, PLR0917 (the fields of a row)
    passage: "Passage",
    cue: "FoundCue",
    place: "Place",
    who: "Who",
    speaker: "Speaker",
    when: "Dated",
    *,
    polarity: str,
) -> Candidate:
    """Return a candidate row with its reasons."""
    text = passage.named.text
    start, end = quote_span(text, [(cue.start, cue.end), who.span, place.span, place.limits], passage.cues)
    return placed(
        passage,
        start,
        end,
        area_id=place.area,
        place_as_written=text[slice(*place.span)] if place.span != (cue.start, cue.end) else "",
        scope=place.scope,
        claim=cue.claim,
        polarity=polarity,
        party=who.actor,
        claimant=speaker.name,
        claimant_side=speaker.side,
        date_from=when.first,
        date_to=when.last,
        date_basis=when.basis.told(load_words(ENGLISH)),
        reasons={
            "area_id": place.reason,
            "claim": Reason("words", text[cue.start : cue.end]),
            "party": who.reason,
            "claimant": speaker.reason,
            "date_to": when.basis,
        },
    )


def placed(passage: "Passage", start: int, end: int, **fields: Any) -> Candidate:  # noqa: ANN401 (the fields of a candidate)
    """Return a candidate with its quote, the sentence around it, and its hedge."""
    offset = passage.sentences[passage.number].start
    quote = one_line(passage.article[offset + start : offset + end])
    back = fields.get("place_as_written") == ""
    return Candidate(
        start=offset + start,
        end=offset + end,
        quote=quote,
        quote_prefix=prefix_of(passage.article, offset + start, quote),
        sentence=with_context(passage.sentences, passage.number, back=back),
        hedge=hedge_in(passage.named.text, passage.cues),
        **fields,
    )
