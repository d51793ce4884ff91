"""A clinic's page and its terms as JSON in FastAPI: ``uvicorn app:app``."""

from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

import imsterms

app = FastAPI()
templates = Jinja2Templates(Path(__file__).with_name("templates"))
templates.env.add_extension("imsterms.integrations.jinja.TermsExtension")

# a wrong name in any template stops the start, not the first visit
for template in templates.env.list_templates():
    templates.env.get_template(template)


def glossary(request: Request) -> imsterms.Glossary:
    """Return the glossary in the language that the browser asks for."""
    return imsterms.glossary(imsterms.negotiate(request.headers.get("Accept-Language", ""), default="nb"))


@app.get("/{count:int}")
async def appointments(request: Request, count: int) -> HTMLResponse:
    # requests that run at the same time have a document each
    opened = glossary(request)
    document = opened.document(audience="patient")
    values = {"count": count, "language": opened.language, "imsterms_document": document}
    return templates.TemplateResponse(request, "appointments.html", values)


@app.get("/concepts/{concept}")
async def concept(request: Request, concept: str) -> imsterms.Concept:
    try:
        return glossary(request)[concept]
    except imsterms.UnknownConceptError as error:
        raise HTTPException(404, str(error)) from error
