"""Gongkai 公开: what an office does all year becomes the report the law asks for, and any report reads back.

Five stages, one direction: statute (法), ledger (账), tables (表), report (报), web (页).
"""

__version__ = "0.1.0"
