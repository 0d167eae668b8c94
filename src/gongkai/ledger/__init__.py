"""账: facts as they happen, as immutable entries; the state of a case on a day, as known at a time."""
