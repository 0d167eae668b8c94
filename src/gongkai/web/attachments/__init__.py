"""附件: files of an office, checked at the door, stored under names that tell nothing, sent with safe
headers.
"""
