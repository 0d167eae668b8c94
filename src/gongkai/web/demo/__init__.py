"""演示: an installation with contents to try everything on: four bureaus by name, and a fifth that
is invented.

One file a subject; a subject that a later version adds is added to a demonstration that is already there.
"""
