"""What can be taken away: pictures, tables, folder, citations, one HTML file; each says where it is from."""
