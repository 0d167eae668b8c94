"""The addresses of review and of the drafts, below ``/office/``."""

from __future__ import annotations

from django.urls import path

from gongkai.web.review.views import acts, chains, drafts, inbox, page, papers, printed

urlpatterns = [
    path("review/", inbox.waiting),
    path("review/all/", inbox.everything),
    path("review/chains/", chains.chains),
    path("review/chains/<slug:kind>/", chains.editor),
    path("review/chains/<slug:kind>/<slug:sort>/", chains.editor),
    path("review/chains/<slug:kind>/<slug:sort>/general/", chains.general),
    path("review/<uuid:review_id>/", page.page),
    path("review/<uuid:review_id>/signature/", acts.signature),
    path("review/<uuid:review_id>/secrecy/", acts.secrecy),
    path("review/<uuid:review_id>/return/", acts.returned),
    path("review/<uuid:review_id>/withdrawal/", acts.withdrawal),
    path("review/<uuid:review_id>/resubmission/", acts.resubmission),
    path("review/<uuid:review_id>/release/", acts.release_note),
    path("review/<uuid:review_id>/paper/", papers.paper),
    path("review/<uuid:review_id>/form/", printed.release_form),
    path("review/<uuid:review_id>/secrecy-form/", printed.secrecy_form),
    path("drafts/", drafts.drafts),
    path("drafts/new/", drafts.new),
    path("drafts/<uuid:draft_id>/", drafts.draft),
    path("drafts/<uuid:draft_id>/version/", drafts.version),
    path("drafts/<uuid:draft_id>/submission/", drafts.submission),
]
