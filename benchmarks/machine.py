"""What the figures were measured on."""

import datetime as dt
import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

import psutil

PACKAGES = (
    "streamlit",
    "streamlit-folium",
    "folium",
    "pydeck",
    "plotly",
    "pandas",
    "geopandas",
    "shapely",
    "duckdb",
)


def facts() -> dict[str, object]:
    """Cores, memory, system, versions, the day, and how busy the machine was."""
    return {
        "day": dt.datetime.now(tz=dt.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": processor(),
        "cores": psutil.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30),
        "system": platform.platform(terse=True),
        "python": sys.version.split()[0],
        "versions": {name: version(name) for name in PACKAGES},
        "load": [round(part, 2) for part in os.getloadavg()],
    }


def processor() -> str:
    """Model of the processor, or its architecture where the system does not say."""
    table = Path("/proc/cpuinfo")
    lines = table.read_text(encoding="utf-8").splitlines() if table.exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()
