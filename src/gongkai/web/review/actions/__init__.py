"""What can be done to something under review: one function an act.

Each checks the right, asks the rules, appends the entry at the position that the page showed, writes the
projection, and leaves an audit line; raises ``Taken`` (somebody was first), ``ValidationError`` (the
rules), ``Forbidden``.
"""
