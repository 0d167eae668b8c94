"""限次: how often something may be tried, by whom, in what time; one table of data, one way to ask."""
