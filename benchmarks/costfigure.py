"""Draws cost against size as an SVG: lines over a frame, readable in light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["drawn"]

WIDTH, HEIGHT = 640, 380
LEFT, RIGHT, TOP, BOTTOM = 64, 130, 24, 52
COLOURS = ("#1b6ca8", "#b5541c", "#4a7c3a")
TEXT = "#666"

Points = Sequence[tuple[float, float]]


def drawn(series: Mapping[str, Points]) -> str:
    """The figure: articles to the right, processor seconds upwards, a line for every series."""
    most_x = max(x for points in series.values() for x, _ in points)
    most_y = max(y for points in series.values() for _, y in points)
    step_x, step_y = _step(most_x), _step(most_y)
    top_y = step_y * -(-most_y // step_y)

    def at(x: float, y: float) -> tuple[float, float]:
        across = LEFT + (WIDTH - LEFT - RIGHT) * x / most_x
        return across, HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * y / top_y

    parts = [*_grid(at, most_x, top_y, step_x, step_y)]
    for colour, (name, points) in zip(COLOURS, series.items(), strict=False):
        places = [at(x, y) for x, y in points]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places]
        x, y = places[-1]
        parts.append(_text(x + 10, y + 4, name, "start", colour))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>Cost against size</title>'
    )
    return "\n".join([head, *parts, "</svg>", ""])


def _grid(
    at: Callable[[float, float], tuple[float, float]],
    most_x: float,
    top_y: float,
    step_x: float,
    step_y: float,
) -> Iterator[str]:
    """Lines and labels of both axes."""
    y = 0.0
    while y <= top_y:
        (left, height), (right, _) = at(0, y), at(most_x, y)
        yield (
            f'<line x1="{left:.1f}" y1="{height:.1f}" x2="{right:.1f}" y2="{height:.1f}" '
            f'stroke="#999" stroke-opacity=".35"/>'
        )
        yield _text(left - 8, height + 4, f"{y:g}", "end")
        y += step_y
    x = 0.0
    while x <= most_x:
        across, height = at(x, 0)
        yield _text(across, height + 18, f"{x:,.0f}", "middle")
        x += step_x
    across, height = at(most_x / 2, 0)
    yield _text(across, height + 40, "articles", "middle")
    yield _text(LEFT - 8, TOP - 10, "processor seconds", "start")


def _text(x: float, y: float, text: str, anchor: str, colour: str = TEXT) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{text}</text>'


def _step(most: float) -> float:
    """A round step that parts the axis in four to eight."""
    step = 1.0
    while most / step > 8:
        step *= 2.5 if str(step).startswith("2") else 2
    return step
