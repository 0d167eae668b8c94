"""审核: the one mechanism by which records, replies and the annual report are reviewed, proofed and
cleared of secrets.
"""
