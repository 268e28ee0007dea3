"""Asking for the result with a query code, sent in a form so that no address holds it."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import PublicationAction
from app.publication import queries
from app.publication.forms import CodeForm
from app.publication.operations import code_hash
from app.publication.views import public
from app.publication.views.notices import page
from app.publication.views.words import due
from app.web.guard import public as open_to_all
from app.web.guard import requires


@public.get("/answer")
@open_to_all
@requires(PublicationAction.VISIT)
def answer_form() -> ResponseReturnValue:
    return page("public/answer.html", form=CodeForm())


@public.post("/answer")
@open_to_all
@requires(PublicationAction.VISIT)
def answer() -> ResponseReturnValue:
    form = CodeForm()
    found = queries.objection_with_code(code_hash(form.code.data or ""))
    if form.validate() and found is None:
        form.code.errors = [_("没有这个查询码，请对照提交后看到的12位字母和数字。")]
    if found is None:
        return page("public/answer.html", form=form), 422
    title = found.publicity.content["title"]
    return page("public/answer.html", form=form, found=found, due=due(found), title=title)
