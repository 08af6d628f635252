"""The exports: pictures, tables, folder, citations, one HTML file; each records where it comes from."""
