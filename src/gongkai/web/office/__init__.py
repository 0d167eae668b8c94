"""办公: the frame in which an office works: navigation, start page, lists, help."""
