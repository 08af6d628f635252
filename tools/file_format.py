"""Write the column tables of `docs/file_format.md` from the schema."""

import re
from pathlib import Path

from geo.reading import schema

DOC = Path(__file__).parent.parent / "docs" / "file_format.md"
TABLES = {
    "reports": schema.REPORTS,
    "sources": schema.SOURCES,
    "places": schema.PLACES,
    "names": schema.SPELLINGS,
}


def main() -> None:
    """Write each table between its markers."""
    text = DOC.read_text(encoding="utf-8")
    for name, columns in TABLES.items():
        block = f"<!-- {name} -->\n{schema.table(columns)}\n<!-- end -->"
        text = re.sub(rf"<!-- {name} -->.*?<!-- end -->", lambda _, block=block: block, text, flags=re.DOTALL)
    DOC.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
