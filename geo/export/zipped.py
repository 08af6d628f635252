"""The folder as it was: its files byte for byte in one ZIP, with their provenance."""

import io
import zipfile
from typing import TYPE_CHECKING, Final

from geo.export.embedded import MEMBER
from geo.export.provenance import as_json, provenance
from geo.reading import Conflict, DataError, read_folder, sha256_of

if TYPE_CHECKING:
    from geo.view import View

NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every member, so that the same folder makes the same ZIP."""


def conflict_zip(conflict: Conflict, view: "View") -> bytes:
    """Return the conflict's files as they were read, and `provenance.json`.

    Raises
    ------
    DataError
        If the conflict has no folder, or the folder changed after it was read.
    """
    if conflict.folder is None:
        raise DataError.at("conflict.zip", "needs a conflict that was read from a folder")
    files = read_folder(conflict.folder)
    if sha256_of(files) != dict(conflict.sha256):
        raise DataError.at(conflict.folder, "changed since it was loaded; load it again")
    record = provenance(conflict, view, "conflict.zip", day=False)
    files[MEMBER] = as_json(record, indent=1).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, date_time=NO_TIME)
            member.external_attr = 0o644 << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data)
    return packed.getvalue()
