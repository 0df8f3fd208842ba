from django.urls import path

from sourcebook.publishing.background import views

urlpatterns = [
    path("work/", views.all_work, name="all_work"),
    path("work/<int:number>/", views.one_work, name="work"),
    path("work/<int:number>/figures/", views.figures, name="work_figures"),
    path("work/<int:number>/again/", views.repeat, name="work_again"),
]
