"""What can be done to an organ: one function an act, each checks the right, writes, and leaves an audit
line.
"""
