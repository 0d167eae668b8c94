"""答复与送达: letters of applications, what goes out and arrives, and what follows an answered case."""
