"""How large the rooms are, who is in them, and how often which kind of question is wanted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Counts; `restarts` are probes, too, as far as there is something to ask for."""

    turns: int
    people: int
    articles: int
    probes: int
    restarts: int
    language: str = "en"


SIZES = (
    Size(turns=10, people=2, articles=1, probes=4, restarts=0),
    Size(turns=15, people=3, articles=2, probes=5, restarts=0),
    Size(turns=15, people=2, articles=1, probes=5, restarts=1),
    Size(turns=25, people=3, articles=2, probes=8, restarts=1),
    Size(turns=40, people=4, articles=3, probes=11, restarts=1),
    Size(turns=60, people=5, articles=3, probes=13, restarts=2),
    Size(turns=100, people=5, articles=4, probes=16, restarts=2),
    Size(turns=100, people=7, articles=3, probes=16, restarts=2),
    Size(turns=200, people=6, articles=5, probes=22, restarts=3),
    Size(turns=400, people=7, articles=5, probes=34, restarts=3),
    Size(turns=40, people=4, articles=2, probes=9, restarts=1, language="de"),
    Size(turns=25, people=3, articles=2, probes=7, restarts=1, language="fr"),
    Size(turns=60, people=4, articles=2, probes=10, restarts=2, language="es"),
)
SEEDS = {"tuned": 1109, "kept": 5381}
NAMES = {
    ("tuned", "en"): "Rose Will Priya Mark May Teo Hope",
    ("kept", "en"): "Grace Bill Nour Art Olena Frank Iris",
    ("tuned", "de"): "Wolf Sabine Aylin Kai",
    ("kept", "de"): "Ernst Gül Rosa Linde",
    ("tuned", "fr"): "Aimé Claire Samira",
    ("kept", "fr"): "Blanche Désiré Pierre",
    ("tuned", "es"): "Rosa Ángel Lucía Mateo",
    ("kept", "es"): "Sol Jesús Pilar Iker",
}
# How much of each kind is wanted, against the others; a kind that has had least of its share comes first.
WEIGHTS = {"old": 1.4, "paraphrase": 1.4, "paragraph": 1.4, "second-article": 0.8, "reply": 0.6, "recent": 0.8}
