"""A Django project with our template tags, asked over HTTP by Django's test client."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("django")

PROJECT = """
import json, sys
import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=__name__, USE_I18N=True, LANGUAGES=[("nb", ""), ("nn", ""), ("pl", "")],
    MIDDLEWARE=["django.middleware.locale.LocaleMiddleware"], LANGUAGE_CODE="nb",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {"libraries": {"imsterms": "imsterms.integrations.django"}}}],
)
django.setup()
from django.http import HttpResponse
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client
from django.urls import path
from django.utils.translation import gettext_lazy

def page(request):
    template = Template("{% load imsterms %}" + request.GET["source"])
    return HttpResponse(template.render(Context({"name": "<b>{needle}</b>", "lazy": gettext_lazy("lazy"), "n": 3})))

urlpatterns = [path("", page)]
answers = []
for source, language in json.load(sys.stdin):
    try:
        response = Client().get("/", {"source": source}, headers={"accept-language": language})
        answers.append(response.content.decode())
    except TemplateSyntaxError as error:
        answers.append(f"TemplateSyntaxError: {error}")
print(json.dumps(answers))
"""


def ask(tmp_path: Path, *asked: tuple[str, str]) -> list[Any]:
    (tmp_path / "project.py").write_text(PROJECT, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "project.py")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


def test_django(tmp_path: Path) -> None:
    term = '{% term "trigger_point" "The plural" %}'
    values = '{% terms "{name} {lazy} {n} {needle}" name=name lazy=lazy n=n %} {% term "needle" "the" %}'
    nb, nn, pl, filled, *wrong = ask(
        tmp_path,
        (term, "nb"),
        (term, "nn"),
        (term, "pl"),
        (values, "nb"),
        ('{% term "triger_point" %}', "nb"),
        ('{% term "trigger_point" "the plurl" %}', "nb"),
        ("{% term needle %}", "nb"),
        ('{% terms "{x}" %}', "nb"),
        ('{% terms "{needle}" 3 %}', "nb"),
    )
    assert ">Triggerpunktene</button>" in nb
    assert ">Triggerpunkta</button>" in nn
    assert pl == nb
    assert filled.startswith("&lt;b&gt;{needle}&lt;/b&gt; lazy 3 <button")
    assert filled.count("<button") == 1
    assert filled.endswith(" nålen")
    assert [answer.startswith("TemplateSyntaxError: ") for answer in wrong] == [True] * 5
    assert "did you mean 'trigger_point'" in wrong[0]
