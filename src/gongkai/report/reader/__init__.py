"""Reading a published report: bytes to blocks (one module a format), blocks to an :class:`AnnualReport`."""
