"""The timeline of a conflict that is larger than memory: reports cut by area, the same rule on each part.

The rule is that of `geo.timeline`, and stays there. It looks at one area at a time, so reports can be parted
by area into buckets, each bucket told by itself, and the results put together: ``docs/scale.md``.
"""

from geo.scale.bucket import bucket
from geo.scale.columns import REPORTS, TIMELINE, reports_table
from geo.scale.job import Job, job_of
from geo.scale.local import run_local
from geo.scale.memory import run_memory
from geo.scale.page_files import write_page_files
from geo.scale.plan import Part, Plan, plan
from geo.scale.spark import run_spark

__all__ = [
    "REPORTS",
    "TIMELINE",
    "Job",
    "Part",
    "Plan",
    "bucket",
    "job_of",
    "plan",
    "reports_table",
    "run_local",
    "run_memory",
    "run_spark",
    "write_page_files",
]
