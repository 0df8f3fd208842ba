"""The addresses below `/admin/` that the pickers ask; Wagtail lets nobody in who has no business at the desk."""

from django.urls import path

from sourcebook.subjects.picking import records, spans

urlpatterns = [
    path("pick/", records.pick, name="sourcebook_pick"),
    path("pick/names/", records.names, name="sourcebook_pick_names"),
    path("pick/source/", spans.source, name="sourcebook_pick_source"),
    path("pick/passages/", spans.passages, name="sourcebook_pick_passages"),
    path("pick/words/", spans.words, name="sourcebook_pick_words"),
]
