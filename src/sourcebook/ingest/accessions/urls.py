from django.urls import path

from sourcebook.ingest.accessions import views

urlpatterns = [
    path("accessions/", views.all_accessions, name="accessions"),
    path("accessions/<int:number>/", views.one_accession, name="accession"),
    path("accessions/<int:number>/<slug:deed>/", views.act, name="accession_deed"),
]
