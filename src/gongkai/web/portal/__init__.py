"""门户: what anybody may open. In this issue the page 年报体检, which keeps nothing."""
