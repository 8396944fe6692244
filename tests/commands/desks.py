"""A desk whose streams are strings."""

from datetime import date
from io import StringIO

from newscli.commands.desk import Desk
from newscli.render.form import Form, Look
from newscli.settings import Settings


def a_desk(
    index: str = "/index",
    state: str = "/state",
    form: Form = Form.PLAIN,
    source: StringIO | None = None,
) -> Desk:
    """Return a desk of 1 February 2021; `source` is its standard input."""
    return Desk(
        settings=Settings(index, state, date(2021, 2, 1), "/"),
        form=form,
        out=StringIO(),
        look=Look(),
        err=StringIO(),
        err_look=Look(),
        err_is_terminal=False,
        input=source or StringIO(),
    )
