"""Ready-made questions: one ``.sql`` file each, with its Chinese title and headings at its head."""
