"""What can be done to an application: one function an act, each checks the right, asks the core, writes,
leaves a line.
"""
