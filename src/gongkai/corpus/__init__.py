"""Very many reports: a folder of any size becomes Parquet, and questions over it are SQL (DuckDB)."""
