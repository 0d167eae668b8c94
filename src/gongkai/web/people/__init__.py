"""人员: who works in an organ, in which unit, with which roles, for whom they stand in, how they sign in."""
