"""The scores as a table, and the differences one by one."""

from collections.abc import Iterator, Mapping

from benchmarks.variants.making import Document
from benchmarks.variants.measuring import Tally
from benchmarks.variants.scoring import Score

HEAD = "| {} | documents | items | item F1 | fields | deadlines | units | unexplained lines | crashes |"
RULE = "|---|---:|---:|---:|---:|---:|---:|---:|---:|"


def table(name: str, scores: Mapping[str, Score], whole: Score | None = None) -> str:
    lines = [HEAD.format(name), RULE]
    lines += [_row(key, score) for key, score in scores.items()]
    lines += [_row("**all**", whole)] if whole else []
    return "\n".join(lines)


def _row(name: str, score: Score) -> str:
    shares = " | ".join(
        f"{value:.4f}"
        for value in (
            score.f1,
            score.share("fields"),
            score.share("deadlines"),
            score.share("units"),
        )
    )
    lost = f"{score.counts['unexplained']} of {score.counts['lines']}"
    return f"| {name} | {score.documents} | {score.counts['expected']} | {shares} | {lost} | {score.crashes + score.lost} |"


def report(tally: Tally) -> str:
    return (
        table("family", tally.families, tally.whole)
        + "\n\n"
        + table("type", dict(sorted(tally.suffixes.items())))
    )


def differences(made: Document, score: Score) -> Iterator[str]:
    for each in score.differences:
        yield f"{made.name} [{','.join(made.variant.noise)}] {each.item} {each.field}\n    expected {each.expected}\n    got      {each.got}"
