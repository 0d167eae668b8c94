"""申请人的网页: choose an organ, apply, look after the own application by number and code, count a period."""
