"""Charts of reports: ECharts options as plain JSON, drawn to SVG without a browser, each with its table."""
