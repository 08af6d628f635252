"""geo.export.cite: citations that public parsers read back, and footnotes for quotes."""

from dataclasses import replace
from datetime import date

import bibtexparser
import pytest
import rispy
from export_views import SUNDAY, panjshir

from geo.export.bibliography import tex
from geo.export.cite import address_of, citation
from geo.sentences import footnote
from geo.sentences.statements import as_statements
from geo.view import View
from geo.words import load_words

ACCESSED = date(2026, 11, 22)
ADDRESS = "https://example.org/map?date=2021-09-05&area=rokha&note=100%25_a~b#x"
ROKHA = replace(SUNDAY, area="rokha")


def note_of(report_id: str) -> str:
    rows = panjshir().reports
    (statement,) = as_statements(panjshir(), rows[rows["report_id"] == report_id])
    return footnote(statement, load_words())


def test_the_sentence_says_what_was_seen_when_and_on_which_inputs() -> None:
    said = citation(panjshir(), ROKHA, accessed=ACCESSED, address=ADDRESS).sentence
    assert said.startswith(
        "“Who is reported to hold Panjshir, day by day”: Rokha on 5 September 2021, narrator: Everyone"
    )
    assert panjshir().key in said
    assert f"{ADDRESS}, accessed 22 November 2026." in said
    assert said.endswith(panjshir().corrections)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (SUNDAY, "5 September 2021, narrator: Everyone, all articles known"),
        (replace(SUNDAY, narrator="nrf"), "5 September 2021, narrator: NRF, all articles known"),
        (
            replace(SUNDAY, known=date(2021, 9, 4)),
            "5 September 2021, narrator: Everyone, as known on 4 September 2021",
        ),
        (
            replace(SUNDAY, area="panjshir"),
            "Panjshir on 5 September 2021, narrator: Everyone, all articles known",
        ),
    ],
    ids=["day", "narrator", "known", "group"],
)
def test_a_bibtex_parser_reads_every_field_back(view: View, said: str) -> None:
    made = citation(panjshir(), view, accessed=ACCESSED, address=ADDRESS).bibtex
    library = bibtexparser.parse_string(made)
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.entry_type == "misc"
    fields = {field.key: field.value for field in entry.fields}
    assert fields["title"].strip("{}") == panjshir().title
    assert fields["note"] == said
    assert (fields["url"], fields["urldate"]) == (ADDRESS, "2026-11-22")


def test_a_ris_parser_reads_every_field_back() -> None:
    (entry,) = rispy.loads(citation(panjshir(), ROKHA, accessed=ACCESSED, address=ADDRESS).ris)
    assert entry["type_of_reference"] == "MAP"
    assert entry["title"] == panjshir().title
    assert entry["urls"] == [ADDRESS]
    assert entry["access_date"] == "2026/11/22"
    assert panjshir().key in entry["edition"]


@pytest.mark.parametrize(
    "title", ["a\nUR  - https://evil.example", "a}\n@misc{b, title = {c}", "50 % & $5 #1_{x}"]
)
def test_a_title_cannot_begin_another_field(title: str) -> None:
    made = citation(replace(panjshir(), title=title), SUNDAY, accessed=ACCESSED)
    assert len(rispy.loads(made.ris)) == 1
    assert "urls" not in rispy.loads(made.ris)[0]
    library = bibtexparser.parse_string(made.bibtex)
    assert not library.failed_blocks
    assert len(library.entries) == 1


def test_a_view_without_an_address_has_none_in_its_citation() -> None:
    made = citation(panjshir(), SUNDAY, accessed=ACCESSED)
    assert "url = " not in made.bibtex
    assert "UR  -" not in made.ris


def test_a_footnote_names_speaker_outlet_words_and_days() -> None:
    assert note_of("cnn-03-rokha") == (
        "Belal Kareemi, Taliban spokesman, in CNN, "
        "“Bazarak and Rokha districts, which are still under the control of the NRF”, "
        "about 5 September 2021, published 5–6 September 2021 (inferred), quoted as retranslated."
    )


@pytest.mark.parametrize("report_id", panjshir().reports["report_id"].sample(12, random_state=6))
def test_every_footnote_is_one_sentence_with_its_quote(report_id: str) -> None:
    rows = panjshir().reports.set_index("report_id")
    said = note_of(report_id)
    assert f"“{rows.loc[report_id, 'quote']}”" in said
    assert said.endswith(".")


def test_an_outlet_that_speaks_itself_is_named_once() -> None:
    assert note_of("cnn-05-panjshir").startswith("CNN, “")


@pytest.mark.parametrize(("text", "said"), [("a&b", r"a\&b"), ("{", r"\{"), ("\\", r"\textbackslash{}")])
def test_signs_of_tex_are_escaped(text: str, said: str) -> None:
    assert tex(text) == said


@pytest.mark.parametrize(
    ("public", "address"),
    [
        ("", "http://127.0.0.1:8501/?date=2021-09-05"),
        ("https://map.example/panjshir", "https://map.example/panjshir?date=2021-09-05"),
        ("https://map.example/panjshir.html#", "https://map.example/panjshir.html#date=2021-09-05"),
    ],
)
def test_the_public_address_is_cited_where_there_is_one(public: str, address: str) -> None:
    conflict = replace(panjshir(), address=public)
    assert address_of(conflict, "http://127.0.0.1:8501/", "date=2021-09-05") == address
