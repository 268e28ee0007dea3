"""Every family by name."""

from collections.abc import Callable, Mapping

from benchmarks.variants.families import cases, forms, lists, merged, notices, prose, tables
from benchmarks.variants.paper import Variant
from benchmarks.variants.truth import Dice

FAMILIES: Mapping[str, Callable[[Dice], Variant]] = {
    "headings": prose.headings,
    "numbered": prose.numbered,
    "brackets": prose.brackets,
    "inline": prose.inline,
    "parenthesised": prose.parenthesised,
    "own measures": prose.own_measures,
    "acceptance": prose.acceptance,
    "measure list": lists.measure_list,
    "narrative": lists.narrative,
    "quoted progress": lists.quoted_progress,
    "lead and cooperating": lists.lead_and_cooperating,
    "links": lists.links,
    "several numbers": lists.many_numbers,
    "warning film": lists.warning_film,
    "point bulletin": lists.bulletin,
    "four sections": lists.sections,
    "table": tables.usual,
    "county table": tables.county,
    "group rows": tables.grouped,
    "aspect columns": tables.merged_columns,
    "lamp and progress": tables.progress_sheet,
    "leaders": tables.leaders,
    "duty sheet": tables.duty_sheet,
    "sites": tables.sites,
    "measure rows": tables.measure_rows,
    "typed rows": tables.headless,
    "forms": forms.forms,
    "wide forms": merged.wide_forms,
    "two headers": merged.two_headers,
    "tables under headings": merged.under_headings,
    "rows with own columns": merged.shared_columns,
    "bare lines": merged.bare_lines,
    "cases, ten columns": cases.ten,
    "cases, eleven columns": cases.eleven,
    "cases, form of 2017": cases.form_2017,
    "cases, 33 columns": cases.ledger,
    "cases, forms": cases.forms,
    "cases, newspaper": cases.newspaper,
    "cases, provincial": cases.provincial,
    "close-out notice": notices.close_out,
}
