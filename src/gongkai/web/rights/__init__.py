"""Who may do what: roles and their rights as data, the actor of a request, the gate before a view."""
