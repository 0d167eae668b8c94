"""印: what every printed paper needs: fonts, the setting of PDF by typst, the page of Word files."""
