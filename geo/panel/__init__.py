"""What is said beside the map, as data and as HTML: one composition for page, file and print."""
