"""The pages of the project."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import path

get_template("appointments.html")  # a wrong name in it stops the start, not the first visit


def appointments(request: HttpRequest, count: int) -> HttpResponse:
    return render(request, "appointments.html", {"count": count, "day": date(2026, 1, 5)})


urlpatterns = [path("<int:count>", appointments)]
