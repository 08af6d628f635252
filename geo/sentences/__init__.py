"""Control in plain sentences: why an area looks as it does, what changed, where two maps differ."""
