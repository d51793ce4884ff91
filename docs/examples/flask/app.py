"""A clinic's page in Flask: ``flask --app app run``."""

from flask import Flask, render_template, request

import imsterms

app = Flask(__name__)
app.jinja_env.add_extension("imsterms.integrations.jinja.TermsExtension")
app.jinja_env.imsterms_audience = "patient"
app.jinja_env.imsterms_language = lambda: language()

# a wrong name in any template stops the start, not the first visit
for template in app.jinja_env.list_templates():
    app.jinja_env.get_template(template)


def language() -> str:
    """Return the language that the browser asks for."""
    return imsterms.negotiate(request.headers.get("Accept-Language", ""), default="nb")


@app.get("/<int:count>")
def appointments(count: int) -> str:
    return render_template("appointments.html", count=count, language=language())
