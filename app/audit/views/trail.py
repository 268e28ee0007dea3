"""The trail, newest first, and its proof."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import AuditAction
from app.audit import queries
from app.audit.forms import TrailForm
from app.audit.operations import record
from app.audit.views import audit
from app.audit.views.reading import line
from app.database import db
from app.web.addresses import key
from app.web.guard import current_actor, requires

PAGE = 50


@audit.get("/")
@requires(AuditAction.READ)
def trail() -> ResponseReturnValue:
    form, below = TrailForm(request.args), request.args.get("below", type=key)
    found = queries.entries(form.wanted(), below=below, limit=PAGE + 1)
    kept: dict[str, Any] = {
        key: value for key, value in request.args.items() if key != "below" and value
    }
    following = found[PAGE - 1].position if len(found) > PAGE else None
    return render_template(
        "audit/trail.html",
        lines=[line(entry) for entry in found[:PAGE]],
        form=form,
        head=queries.head(),
        next_href=url_for(".trail", **kept, below=following) if following else "",
        first_href=url_for(".trail", **kept) if below else "",
    )


@audit.post("/verify")
@requires(AuditAction.VERIFY)
def verify() -> ResponseReturnValue:
    count, broken = queries.head().count, queries.first_break()
    record(current_actor(), AuditAction.VERIFY, reason=broken.fault.label if broken else None)
    db.session.commit()
    if broken:
        fault = _(broken.fault.label)
        flash(
            _("第%(place)s条：%(fault)s。请保护现场并报告。", place=broken.position, fault=fault),
            "error",
        )
    else:
        flash(_("%(count)s条记录逐条校验，没有改动、缺失或调换。", count=count))
    return redirect(url_for("audit.trail"))
