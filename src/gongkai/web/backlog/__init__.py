"""补录: applications that the office kept in a table before it worked with Gongkai, brought in at once.

From above: views, actions (bringing in), lines (what a line says, held against fold and clock), columns,
sheets (bytes to cells).
"""
