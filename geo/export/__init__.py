"""What can be taken away: pictures, tables, the folder, citations, one HTML file; each says where it is from."""
