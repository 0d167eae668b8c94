"""What every ledger in the database shares: one append-only table, its order, its projections."""
