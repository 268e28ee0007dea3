"""What every answer tells the browser to refuse."""

from flask import Flask, Response, current_app, request

POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
ONE_YEAR = 365 * 24 * 60 * 60


def protect(response: Response) -> Response:
    """Set the headers; what a person saw is not kept by a cache, what is the same for all is."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure and not current_app.config["ZHENGGAI"].http_only:
        response.headers["Strict-Transport-Security"] = f"max-age={ONE_YEAR}"
    return response


def register_headers(app: Flask) -> None:
    app.after_request(protect)
