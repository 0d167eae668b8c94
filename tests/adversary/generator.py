"""Random reports from a seed: figures in realistic shapes, prose that agrees, planted office errors.

``sample(seed)`` always gives the same report for a seed. Truth is what the office *printed*: an office error
changes the printed value, and a reader has to give it back as it stands. Bureaus and people are invented.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from gongkai.tables.form import Form, Path, form

from .tree import Tree, Values, trees

PLACES = ("云泽市", "青榆县", "望溪区", "石桥镇", "临潭州", "东浦新区")
BUREAUS = ("水务局", "档案局", "教育局", "人民政府", "市场监督管理局", "司法局", "林业和草原局")
ERRORS = ("none", "none", "none", "total_off", "total_zero", "column_open")


@dataclass(slots=True)
class Sample:
    """A report before layout: figures by path as printed, prose by chapter (1 to 6), the office's error."""

    seed: int
    form: Form
    organ: str
    year: int
    values: dict[Path, int | str | None]
    error: str
    prose: dict[int, list[str]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title as an office prints it."""
        return f"{self.organ}{self.year}年政府信息公开工作年度报告"

    def trees(self) -> dict[str, Tree]:
        """Fresh trees of the three tables."""
        return trees(self.form, self.values)


def _count(rng: random.Random, scale: int) -> int:
    """Mostly zero, often small, now and then as large as ``scale`` digits."""
    roll = rng.random()
    if roll < 0.55:
        return 0
    if roll < 0.85:
        return rng.randint(1, 9)
    return rng.randint(1, 10 ** rng.randint(1, scale) - 1)


def _amount(rng: random.Random) -> str:
    roll = rng.random()
    if roll < 0.4:
        return "0"
    if roll < 0.6:
        return str(rng.randint(1, 99_999))
    places = rng.randint(1, 4)
    digits = f"{rng.randint(1, 10**places - 1):0{places}d}"
    return f"{rng.randint(0, 99_999)}.{digits}"


def _proactive(rng: random.Random, form_: Form) -> dict[Path, int | str | None]:
    table = form_.table("proactive")
    out: dict[Path, int | str | None] = {}
    for path in table.paths():
        kind = table.column(path[2]).kind
        if kind == "amount":
            out[path] = _amount(rng)
        elif kind == "signed":
            out[path] = rng.choice((0, 0, 0, rng.randint(1, 30), -rng.randint(1, 30)))
        else:
            out[path] = _count(rng, 7)
    return out


def _applications(rng: random.Random, form_: Form) -> dict[Path, int | str | None]:
    table = form_.table("applications")
    scale = rng.choice((0, 0, 1, 1, 1, 2, 3, 4))
    grid: dict[tuple[str, str], int] = {}
    persons = [c.key for c in table.columns[:-1]]
    for column in persons:
        busy = scale if column == persons[0] or rng.random() < 0.3 else 0
        for row in table.outcomes:
            grid[row, column] = _count(rng, busy) if busy else 0
        done = sum(grid[row, column] for row in table.outcomes)
        after = _count(rng, 1) if busy else 0
        before = rng.randint(0, min(done + after, 9 if scale < 3 else 99)) if busy else 0
        grid["total_outcomes", column] = done
        grid["carried_forward", column] = after
        grid["brought_forward", column] = before
        grid["newly_received", column] = done + after - before
    for row in table.rows:
        grid[row.key, "total"] = sum(grid[row.key, c] for c in persons)
    return {("applications", r, c): v for (r, c), v in grid.items()}


def _remedies(rng: random.Random, form_: Form) -> dict[Path, int | str | None]:
    table = form_.table("remedies")
    scale = rng.choice((0, 0, 1, 2))
    out: dict[Path, int | str | None] = {}
    for row in table.rows:
        total = 0
        for column in table.columns[:-1]:
            value = _count(rng, scale) if scale else 0
            out["remedies", row.key, column.key] = value
            total += value
        out["remedies", row.key, "total"] = total
    return out


def _plant(rng: random.Random, values: dict[Path, int | str | None], form_: Form) -> str:
    """Make one office error in the values; says which, ``none`` where there is nothing to spoil."""
    error = rng.choice(ERRORS)
    filled = [p for p, v in values.items() if p[2] == "total" and p[0] == "applications" and v]
    if error == "none" or not filled:
        return "none"
    path = rng.choice(filled)
    value = values[path]
    if not isinstance(value, int):
        return "none"
    if error == "total_off":
        values[path] = value + rng.choice((-1, 1))
    elif error == "total_zero":
        for row in form_.table("applications").rows:
            values["applications", row.key, "total"] = 0
    else:
        column = rng.choice(form_.table("applications").columns[:-1]).key
        place = ("applications", "carried_forward", column)
        values[place] = int(values[place] or 0) + 1
        values["applications", "carried_forward", "total"] = (
            int(values["applications", "carried_forward", "total"] or 0) + 1
        )
    return error


def _prose(rng: random.Random, organ: str, year: int, values: Values, edition: str) -> dict[int, list[str]]:
    received = values["applications", "newly_received", "total"]
    carried = values["applications", "carried_forward", "total"]
    licences = values["proactive", "licence", "decisions"]
    posts = rng.randint(20, 4000)
    told = f"全年新收政府信息公开申请{received}件" if received else "全年未收到政府信息公开申请"
    left = f"，结转下年度继续办理{carried}件。" if carried else "，均已按期办结。"
    fees = rng.choice(("本年度没有收取信息处理费。", "本机关未产生政府信息公开信息处理费。"))
    return {
        1: [
            f"{year}年，{organ}按照条例要求推进公开工作，现将情况报告如下。",
            f"（一）主动公开。通过门户网站发布信息{posts}条，公开行政许可决定{licences}条。",
            f"（二）依申请公开。{told}{left}",
            "（三）政府信息管理。落实发布前三审三校，做到先审后发。",
            "（四）政府信息公开平台建设。维护网站专栏，方便群众查阅。",
            f"（五）监督保障。组织培训{rng.randint(1, 6)}次，接受社会监督。",
        ],
        5: ["存在的问题：解读形式比较单一。改进措施：多用图表和问答说明政策。"],
        6: [fees],
    }


def sample(seed: int, edition: str | None = None, errors: bool = True) -> Sample:
    """The report of that seed; ``edition`` fixes the form, ``errors`` allows planted office errors."""
    rng = random.Random(f"report-{seed}")
    chosen = rng.choice(("2021", "2021", "2021", "2019"))
    form_ = form(edition or chosen)
    year = rng.choice((2019, 2020)) if form_.edition == "2019" else rng.randint(2021, 2025)
    organ = rng.choice(PLACES) + rng.choice(BUREAUS)
    values = {**_proactive(rng, form_), **_applications(rng, form_), **_remedies(rng, form_)}
    error = _plant(rng, values, form_) if errors else "none"
    prose = _prose(rng, organ, year, values, form_.edition)
    return Sample(seed, form_, organ, year, values, error, prose)
