"""What drives the shards: all cores of this machine, or a Dask cluster."""
