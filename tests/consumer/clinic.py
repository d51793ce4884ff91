"""A small clinic page: articles in the visitor's language, with every term linked to its entry in the word list."""

from __future__ import annotations

import os

from flask import Flask, Response, abort, redirect, render_template_string, request
from werkzeug.wrappers import Response as AnyResponse

import imsterms

app = Flask(__name__)

PAGE = """<!DOCTYPE html>
<html lang="{{ glossary.language }}">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>{{ content }}</body>
</html>
"""


def visitors_glossary() -> imsterms.Glossary:
    language = imsterms.negotiate(request.headers.get("Accept-Language"), default="nb")
    return imsterms.glossary(language)


@app.get("/<article_id>")
def article(article_id: str) -> Response:
    glossary = visitors_glossary()
    try:
        found = glossary.articles[article_id]
    except imsterms.UnknownArticleError:
        abort(404)
    title = str(found.title)
    html = render_template_string(PAGE, glossary=glossary, title=title, content=found.to_html(link="/ord/{id}"))
    return Response(html, headers={"Content-Language": glossary.language, "Vary": "Accept-Language"})


@app.get("/ord/<concept_id>")
def word(concept_id: str) -> Response:
    glossary = visitors_glossary()
    try:
        concept = glossary[concept_id]
    except imsterms.UnknownConceptError as error:
        return Response(str(error), status=404, mimetype="text/plain")
    content = glossary.render(f"{{{concept_id}}}[Term]: ", html=True) + str(concept.explanation or concept.definition)
    return Response(
        render_template_string(PAGE, glossary=glossary, title=concept.term, content=content),
        headers={"Content-Language": glossary.language},
    )


@app.get("/sok")
def search() -> AnyResponse:
    found = visitors_glossary().search(request.args.get("q", ""), limit=1)
    return redirect(f"/ord/{found[0].concept.id}") if found else Response("", status=404)


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]), threaded=True)
