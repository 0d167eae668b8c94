"""页: the pages. Django lives here and nowhere below."""
