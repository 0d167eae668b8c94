"""运行: what the operator of an installation does from the shell: first start, backup, keys, audit,
rebuilding.
"""
