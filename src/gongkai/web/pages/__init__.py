"""Parts that every page shares: forms with help, lists that filter, sort, page, print and export."""
