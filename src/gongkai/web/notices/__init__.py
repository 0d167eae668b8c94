"""通知: what people are told, in the office and outside of it: at once, or once a day, and never at night."""
