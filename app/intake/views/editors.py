"""How each kind of field is filled into its form, and what is done with what comes back."""

from typing import Any

from flask_babel import gettext as _

from app.access.actor import Actor, Part
from app.intake import operations
from app.intake.forms import EntriesForm, FieldForm, MeasuresForm, NumbersForm, WordForm
from app.intake.models import IntakeRow
from app.intake.operations import TypedMeasure
from app.intake.operations.correcting import LISTS, TEXTS, shown_deadline
from app.intake.views.wording import units_words
from app.intake.vocabulary import FIELDS
from app.tasks.views.particulars import COLOURS, STATUSES, particular_words
from app.web.addresses import SHORT
from app.web.formatting import listed
from app.wording import Refusal

UNIT_PARTS = frozenset(part.value for part in Part)
WORDS = {"status": STATUSES, "lamp": COLOURS}
BLANK = {"text": "", "units": "", "deadline": "", "was": ""}


class Editor:
    """A text in a box."""

    template = "field_form"
    names_units = False

    def __init__(self, row: IntakeRow, name: str) -> None:
        self.row, self.name = row, name

    @property
    def value(self) -> Any:
        return self.row.fields.get(self.name, {}).get("value")

    def filled(self) -> Any:
        return FieldForm(typed=self.present(), version=self.row.version, label=_(FIELDS[self.name]))

    def sent(self) -> Any:
        return FieldForm(label=_(FIELDS[self.name]))

    def present(self) -> str:
        is_day = self.name == "deadline"
        return shown_deadline(self.value) if is_day else str(self.value or "")

    def put(self, form: Any, actor: Actor) -> None:
        operations.correct_field(self.row, self.name, form.typed.data or "", actor)

    def blame(self, form: Any, refusal: Refusal) -> None:
        form.typed.errors = [refusal]


class UnitsEditor(Editor):
    """The units of one part, in one line."""

    names_units = True

    def present(self) -> str:
        return units_words(self.row.fields["units"]["value"], Part(self.name))

    def put(self, form: Any, actor: Actor) -> None:
        operations.correct_units(self.row, Part(self.name), form.typed.data or "", actor)


class WordEditor(Editor):
    """One of a few words, or none."""

    def filled(self) -> Any:
        form = WordForm(typed=self.present(), version=self.row.version)
        return self._with_words(form)

    def sent(self) -> Any:
        return self._with_words(WordForm())

    def _with_words(self, form: WordForm) -> WordForm:
        form.typed.label.text = _(FIELDS[self.name])
        form.typed.choices = [
            ("", "—"),
            *((key, _(word)) for key, word in WORDS[self.name].items()),
        ]
        return form


class MeasuresEditor(Editor):
    """Every measure with its units and deadline, and room for one more."""

    template = "measures_form"

    def filled(self) -> Any:
        given = [
            {
                "text": each["text"],
                "units": listed(each["units"]),
                "deadline": shown_deadline(each["deadline"]),
                "was": str(place),
            }
            for place, each in enumerate(self.value or ())
        ]
        return MeasuresForm(measures=[*given, BLANK], version=self.row.version)

    def sent(self) -> Any:
        form = MeasuresForm()
        if not form.measures or (form.measures[-1].form.text.data or "").strip():
            form.measures.append_entry(BLANK)
        return form

    def put(self, form: Any, actor: Actor) -> None:
        typed = [
            TypedMeasure(
                entry.form.text.data or "",
                entry.form.units.data or "",
                entry.form.deadline.data or "",
                int(entry.form.was.data) if SHORT.fullmatch(entry.form.was.data or "") else None,
            )
            for entry in form.measures
        ]
        operations.correct_measures(self.row, typed, actor)

    def blame(self, form: Any, refusal: Refusal) -> None:
        form.form_errors.append(refusal)


class NumbersEditor(Editor):
    """The numbers of other levels."""

    template = "numbers_form"

    def filled(self) -> Any:
        value = self.value or ()
        return NumbersForm(
            **{each["level"]: each["number"] for each in value}, version=self.row.version
        )

    def sent(self) -> Any:
        return NumbersForm()

    def put(self, form: Any, actor: Actor) -> None:
        typed = {
            level: form[level].data or "" for level in ("province", "city", "county", "section")
        }
        operations.correct_numbers(self.row, typed, actor)


class EntriesEditor(Editor):
    """People, sites, links, indicators: those read wrongly are left out."""

    template = "entries_form"

    def filled(self) -> Any:
        form = EntriesForm(kept=list(range(len(self.value or ()))), version=self.row.version)
        return self._with_entries(form)

    def sent(self) -> Any:
        return self._with_entries(EntriesForm())

    def _with_entries(self, form: EntriesForm) -> EntriesForm:
        words = [particular_words(self.name, [each]) for each in self.value or ()]
        form.kept.choices = list(enumerate(words))
        return form

    def put(self, form: Any, actor: Actor) -> None:
        operations.correct_entries(self.row, self.name, form.kept.data or [], actor)

    def blame(self, form: Any, refusal: Refusal) -> None:
        form.kept.errors = [refusal]


EDITORS: dict[str, type[Editor]] = {
    **dict.fromkeys(TEXTS | {"deadline"}, Editor),
    **dict.fromkeys(UNIT_PARTS, UnitsEditor),
    **dict.fromkeys(WORDS, WordEditor),
    **dict.fromkeys(LISTS, EntriesEditor),
    "measures": MeasuresEditor,
    "other_numbers": NumbersEditor,
}


def editor_of(row: IntakeRow, name: str) -> Editor | None:
    kind = EDITORS.get(name)
    return kind(row, name) if kind else None
