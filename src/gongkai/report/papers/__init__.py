"""What was compared or added up as a paper to read: one content for the page, a file of HTML and a PDF."""
