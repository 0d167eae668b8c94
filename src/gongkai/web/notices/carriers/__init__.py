"""The ways out of the office: mail, SMS, webhook; each takes a message or says why not."""
