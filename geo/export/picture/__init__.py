"""Pictures of the map, made by a plotting library without a browser."""
