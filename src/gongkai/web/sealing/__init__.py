"""Encryption of what is private: values sealed with a key that is not in the database, and blind indexes."""
