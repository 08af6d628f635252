"""R6, age: the days on which a colour turns stale, the one change that no report makes."""

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from geo.timeline.whole import Timeline


def with_staleness(timeline: "Timeline", last_day: date) -> pd.DataFrame:
    """Return the changes of a timeline and, added, those on which a colour turns stale; column `stale`.

    A colour is stale when its newest vote is more than `stale_days` old. Rows after `last_day` are
    not added: no page shows them.
    """
    changes = timeline.changes
    turns = changes["newest"] + pd.Timedelta(days=timeline.stale_days + 1)
    area = changes["area_id"].cat.codes.to_numpy()
    same = np.append(area[1:] == area[:-1], False) if len(area) else np.zeros(0, dtype=np.bool_)
    until = changes["day"].shift(-1).where(same, pd.Timestamp(last_day) + pd.Timedelta(days=1))
    stale = turns <= changes["day"]
    later = ~stale & (turns < until)
    added = changes[later].assign(day=turns[later].to_numpy(), stale=True)
    rows = pd.concat([changes.assign(stale=stale), added])
    order = np.lexsort((rows["day"].to_numpy(), rows["area_id"].cat.codes.to_numpy()))
    return rows.iloc[order].reset_index(drop=True)
