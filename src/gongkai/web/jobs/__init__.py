"""后台任务: what runs beside the pages: tasks in the database, periodic jobs, and what brings them back to
life.
"""
