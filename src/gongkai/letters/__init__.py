"""文书: the letters and forms of an application, from the case's facts to paper."""
