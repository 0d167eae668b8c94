"""机关: who they are, whom they stand under, who is in charge, where to find their disclosure office."""
