"""Types, roles and extents of attributions, one row for each construction."""

from __future__ import annotations

import time

import pytest

from quellenlage.annotation import annotate
from quellenlage.attribution import STAGE, attribute
from quellenlage.model import Article, Attribution, Span


def read(text: str) -> list[Attribution]:
    return attribute(annotate(Article(id="x", text=text)))


def words(text: str, spans: list[Span]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


ROWS = [
    pytest.param(
        "Nach Angaben von 10 Zeugen war der Kran alt.",
        "Indirect", "war der Kran alt", "Angaben von 10 Zeugen", "Nach",
        id="a-number-of-witnesses",
    ),
    pytest.param(
        "Vergangene Woche sagte die Stadt, der Kran sei alt.",
        "Indirect", "der Kran sei alt", "die Stadt", "sagte",
        id="a-week-says-nothing",
    ),
    pytest.param(
        "Der Kran sei alt, sagte Ende Mai die Stadt.",
        "Indirect", "Der Kran sei alt", "die Stadt", "sagte",
        id="nor-does-a-month",
    ),
    pytest.param(
        "Am Freitag hatte der Präsident den Ärzten zufolge Fieber.",
        "Indirect", "Am Freitag hatte der Präsident … Fieber", "den Ärzten", "zufolge",
        id="zufolge-behind-another-phrase",
    ),
    pytest.param(
        "„Das ist falsch“, sagte er Reuters.",
        "Direct", "„Das ist falsch“", "er", "sagte",
        id="said-to-a-paper",
    ),
    pytest.param(
        "Aus dem Rathaus verlautete, der Kran werde verkauft.",
        "Indirect", "der Kran werde verkauft", "dem Rathaus", "verlautete",
        id="leaks-out",
    ),
    pytest.param(
        "Der Kran werde verkauft, verlautete aus dem Rathaus.",
        "Indirect", "Der Kran werde verkauft", "dem Rathaus", "verlautete",
        id="leaks-out-behind",
    ),
    pytest.param(
        "Der Betreiber teilte mit, dass der Kran steht.",
        "Indirect", "dass der Kran steht", "Der Betreiber", "teilte … mit",
        id="split-verb-dass",
    ),
    pytest.param(
        "Die Brücke, sagte Ada Weiß, sei sicher.",
        "Indirect", "Die Brücke … sei sicher", "Ada Weiß", "sagte",
        id="frame-inside-what-is-said",
    ),
    pytest.param(
        "Der Zug fahre später, teilte die Bahn mit.",
        "Indirect", "Der Zug fahre später", "die Bahn", "teilte … mit",
        id="frame-behind",
    ),
    pytest.param(
        "Der Bahnhof bleibt zu. Das gab Minister Jan Thorn bekannt.",
        "Indirect", "Der Bahnhof bleibt zu. … Das", "Minister Jan Thorn", "gab … bekannt",
        id="das-points-back",
    ),
    pytest.param(
        "Es gibt Gerüchte, nach denen Thorn krank ist.",
        "Indirect", "Thorn krank ist", "Gerüchte", "nach denen",
        id="nach-denen",
    ),
    pytest.param(
        "Der Verein, so Weiß weiter, sei arm, aber stolz.",
        "Indirect", "Der Verein … sei arm, aber stolz", "Weiß", "so",
        id="so-inside",
    ),
    pytest.param(
        "Das Blatt zitiert den Minister mit den Worten: „Ich gehe noch heute Abend.“",
        "Direct", "„Ich gehe noch heute Abend.“", "den Minister", "zitiert",
        id="quoted-by-a-paper",
    ),
    pytest.param(
        "Im Herbst sollen nach seinen Angaben Helfer für den Damm gesammelt werden.",
        "Indirect", "Im Herbst sollen … Helfer für den Damm gesammelt werden", "seinen Angaben",
        "nach", id="nach-with-a-pronoun-ends-at-its-noun",
    ),
    pytest.param(
        "Laut Polizei brannte die Halle.",
        "Indirect", "brannte die Halle", "Polizei", "Laut",
        id="laut",
    ),
    pytest.param(
        "Der Schaden ist nach Angaben der Stadt gering.",
        "Indirect", "Der Schaden ist … gering", "Angaben der Stadt", "nach",
        id="nach-angaben-inside",
    ),
    pytest.param(
        "Die Halle, die laut Polizei leer war, brannte.",
        "Indirect", "die … leer war", "Polizei", "laut",
        id="laut-in-a-relative-clause",
    ),
    pytest.param(
        "„Wir haben das Geld gefunden“, sagte Jan Thorn.",
        "Direct", "„Wir haben das Geld gefunden“", "Jan Thorn", "sagte",
        id="direct-frame-behind",
    ),
    pytest.param(
        "Jan Thorn sagte: »Wir haben das Geld. Es ist sicher.«",
        "Direct", "»Wir haben das Geld. Es ist sicher.«", "Jan Thorn", "sagte",
        id="direct-over-sentences",
    ),
    pytest.param(
        'Jan Thorn sagte: "Wir haben das Geld gefunden."',
        "Direct", '"Wir haben das Geld gefunden."', "Jan Thorn", "sagte",
        id="direct-plain-marks",
    ),
    pytest.param(
        "“Wir haben das Geld gefunden”, sagte Jan Thorn.",
        "Direct", "“Wir haben das Geld gefunden”", "Jan Thorn", "sagte",
        id="direct-english-marks",
    ),
    pytest.param(
        "Ministerin Ada Weiß: „Wir haben das Geld gefunden.“",
        "Direct", "„Wir haben das Geld gefunden.“", "Ministerin Ada Weiß", "",
        id="direct-without-verb",
    ),
    pytest.param(
        "Ada Weiß nannte den Plan einen „großen Irrweg“.",
        "Direct", "„großen Irrweg“", "Ada Weiß", "nannte",
        id="direct-named",
    ),
    pytest.param(
        "Die Regierung wies die Vorwürfe zurück.",
        "Reported", "Die Regierung wies die Vorwürfe zurück.", "Die Regierung", "",
        id="reported",
    ),
    pytest.param(
        "Der Verband ist besorgt über die Lage.",
        "Reported", "Der Verband ist besorgt über die Lage.", "Der Verband", "",
        id="reported-attitude",
    ),
    pytest.param(
        "Der Zeuge sagte, es brenne. Die Straße sei gesperrt. Der Bus fahre nicht.",
        "IndirectFreeIndirect", "Die Straße sei gesperrt. Der Bus fahre nicht.", "Der Zeuge", "",
        id="run-on-konjunktiv",
    ),
    pytest.param(
        "Die Polizei teilte mit, ein Mann sei gefasst. Er soll zwei Autos gestohlen haben.",
        "FreeIndirect", "Er soll zwei Autos gestohlen haben.", "Die Polizei", "",
        id="hearsay",
    ),
    pytest.param(
        "Aus Sicht der Anwohner reicht der Zaun nicht.",
        "Indirect", "reicht der Zaun nicht", "Sicht der Anwohner", "Aus",
        id="aus-sicht",
    ),
    pytest.param(
        "Nach Holms Meinung reicht der Zaun nicht.",
        "Indirect", "reicht der Zaun nicht", "Holms Meinung", "Nach",
        id="genitive-before-the-noun-of-utterance",
    ),
    pytest.param(
        "Nach Hafenangaben sank der Kahn in der Nacht.",
        "Indirect", "sank der Kahn in der Nacht", "Hafenangaben", "Nach",
        id="plural-of-a-compound",
    ),
    pytest.param(
        "Jan Thorn sagte: „Der Deich bricht an drei Stellen.“ Er war müde. „Wir müssen gehen.“",
        "Direct", "„Wir müssen gehen.“", "Jan Thorn", "sagte",
        id="short-sentence-in-marks",
    ),
    pytest.param(
        "Ada Weiß lobte den neuen Damm. Die Kosten wären gering.",
        "IndirectFreeIndirect", "Die Kosten wären gering.", "Ada Weiß", "",
        id="second-subjunctive-behind-an-act-of-speaking",
    ),
    pytest.param(
        "Ada Weiß sagte, der Damm sei dicht. Sollte es regnen, werde er geprüft.",
        "IndirectFreeIndirect", "Sollte es regnen, werde er geprüft.", "Ada Weiß", "",
        id="condition-before-the-subjunctive",
    ),
    pytest.param(
        "Ada Weiß sagte, der Damm sei dicht. Die Pegel stiegen, und die Tore würden geöffnet.",
        "IndirectFreeIndirect", "Die Pegel stiegen, und die Tore würden geöffnet.", "Ada Weiß", "",
        id="plural-of-either-mood-beside-the-subjunctive",
    ),
    pytest.param(
        "\u200fJan Thorn\u200e sagte\u200e, der Damm sei dicht.\u200e",
        "Indirect", "der Damm sei dicht", "Jan Thorn", "sagte",
        id="marks-of-writing-direction-glued-to-words",
    ),
    pytest.param(
        "Der Damm ist dicht.\u200f \u200eAda Weiß\u200e lobte ihn.",
        "Reported", "Ada Weiß\u200e lobte ihn.", "Ada Weiß", "",
        id="mark-of-writing-direction-behind-a-point",
    ),
    pytest.param(
        "Ada Weiß sagte, die Stadt brauche die Brücke und fügte hinzu: „Wer kann das bezahlen?“",
        "Direct", "„Wer kann das bezahlen?“", "Ada Weiß", "fügte … hinzu",
        id="second-predicate-of-the-frame-behind-the-subjunctive",
    ),
    pytest.param(
        "Ada Weiß sagte, die Stadt brauche die Brücke und fügte hinzu: „Wer kann das bezahlen?“",
        "Indirect", "die Stadt brauche die Brücke", "Ada Weiß", "sagte",
        id="what-is-said-ends-before-the-second-predicate",
    ),
    pytest.param(
        "Das neue Angebot, das gestern kam, lehnt er jedoch ab: „Das reicht uns allen nicht.“",
        "Direct", "„Das reicht uns allen nicht.“", "er", "lehnt … ab",
        id="object-with-a-relative-clause-first",
    ),
    pytest.param(
        "Die Anwendung der Regel stellte der Minister Thorn in Frage: „Sie ist zu alt für uns.“",
        "Direct", "„Sie ist zu alt für uns.“", "der Minister Thorn", "",
        id="object-first-before-a-masculine-office",
    ),
    pytest.param(
        "In der Fassung des Berichts, der gestern kam, heißt es, der Damm sei dicht.",
        "Indirect", "der Damm sei dicht", "der Fassung des Berichts", "heißt … es",
        id="text-that-speaks-over-a-relative-clause",
    ),
    pytest.param(
        "Ada Weiß wird mit den Worten zitiert, es habe viele Fragen gegeben.",
        "Indirect", "es habe viele Fragen gegeben", "Ada Weiß", "wird … zitiert",
        id="quoted-with-the-words",
    ),
    pytest.param(
        "Nach dem Gespräch sei er zu dem Schluss gekommen, dass er gehen müsse.",
        "Indirect", "dass er gehen müsse", "er", "sei … zu dem Schluss gekommen",
        id="noun-with-its-verb",
    ),
    pytest.param(
        "Es brenne, sagte die Stadt. Ein Kahn sei leck. Der Hafenkurier hatte darüber berichtet.",
        "IndirectFreeIndirect", "Ein Kahn sei leck.", "Der Hafenkurier", "",
        id="reported-before",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type", "quote", "speaker", "cue"), ROWS)
def test_a_construction_gives_type_quote_speaker_and_cue(
    text: str, type: str, quote: str, speaker: str, cue: str
) -> None:
    found = [
        (one.type, words(text, one.quote), words(text, one.speaker), words(text, one.cue))
        for one in read(text)
    ]
    assert (type, quote, speaker, cue) in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sie las den Roman „Das große Meer“ im Zug.", id="title"),
        pytest.param("Der Zug fuhr um acht Uhr ab.", id="own-voice"),
        pytest.param("Nach Ermittlungen gegen Holm schloss das Werk.", id="time-not-source"),
        pytest.param("Der Steg wurde gemäß der neuen Norm gebaut.", id="rule-not-source"),
        pytest.param("Nach dem Spiel regnete es.", id="nach-of-time"),
        pytest.param("Sollte sich das bestätigen, wäre es ein Rekord.", id="condition"),
        pytest.param("Das Amt gab keine Einzelheiten bekannt.", id="silence"),
    ],
)  # fmt: skip
def test_what_nobody_says_is_no_attribution(text: str) -> None:
    assert read(text) == []


def test_this_points_back_but_not_where_a_clause_was_written_on() -> None:
    plain = "Der Damm war zu. Das meldete der Kurier."
    assert "war zu" in words(plain, read(plain)[0].quote)
    run_on = "Der Damm war zu. Das meldete der Kurier der Damm hatte einen Riss bekommen."
    assert all("war zu" not in words(run_on, found.quote) for found in read(run_on))


def test_a_day_is_nobody_whose_word_it_is() -> None:
    text = "Nach Angaben vom Samstag waren zwanzig Brücken zu."
    (found,) = read(text)
    assert [words(text, list(link.speakers)) for link in found.links] == ["Angaben vom Samstag"]
    told = "Nach Angaben von 10 Zeugen waren zwanzig Brücken zu."
    assert [words(told, link.speakers) for link in read(told)[0].links] == ["10 Zeugen"]


def test_agentless_speech_has_no_links() -> None:
    (found,) = read("Es wird erwartet, dass es regnet.")
    assert (found.type, found.speaker, found.links) == ("Indirect", [], [])


def test_a_plan_is_no_hearsay() -> None:
    plan = "Die Stadt legte Zahlen vor, sagte Weiß. Die Halle soll im Mai gebaut werden."
    assert [one.type for one in read(plan)] == ["Indirect"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Nein", id="one-word"),
        pytest.param("„", id="one-mark"),
        pytest.param("„„„“““ sagte sagte , , : : so so laut laut nach nach", id="marks-and-cues"),
        pytest.param("🙂🙂 sagte 🙂: „🙂“", id="emoji"),
        pytest.param("Frage: Was nun?\nAntwort: Nichts.\nFrage: Warum?\n", id="interview"),
        pytest.param("10:15 Uhr: Tor\n10:20 Uhr: Foul, sagt der Schiri\n10:21 Uhr", id="ticker"),
        pytest.param("- laut\n- zufolge\n- wonach\n- demnach\n- so", id="list-of-cues"),
        pytest.param("DIE POLIZEI SAGTE, DASS ES BRENNT.", id="capitals"),
        pytest.param("die polizei sagte, dass es brennt", id="no-capitals"),
        pytest.param("The mayor said: “We will rebuild the bridge next year.”", id="english"),
        pytest.param("„Das geht nicht mehr so, sagte er. Und ging. Nie mehr.", id="open-mark"),
    ],
)  # fmt: skip
def test_bad_text_is_read_without_complaint(text: str) -> None:
    for found in read(text):
        for span in [*found.quote, *found.speaker, *found.cue, *found.frame, *found.addressee]:
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.usefixtures("steady")
def test_time_grows_with_the_length_of_the_text() -> None:
    sentence = "Die Polizei sagte, der Zug, der gestern kam, sei leer, so Weiß. "
    short = annotate(Article(id="x", text=sentence * 50))
    long = annotate(Article(id="x", text=sentence * 500))
    began = time.process_time()
    attribute(short)
    middle = time.process_time()
    attribute(long)
    assert time.process_time() - middle < 30 * max(middle - began, 0.001)


def test_the_same_text_gives_the_same_ids() -> None:
    text = "Die Polizei sagte, es brenne. „Wir kommen sofort zu euch“, rief Jan Thorn."
    assert read(text) == read(text)


def test_every_attribution_names_its_rule_and_has_its_own_id() -> None:
    text = "Laut Polizei sagte der Zeuge, es brenne. Die Stadt forderte Hilfe. Sie sei arm."
    found = read(text)
    assert all(one.rule for one in found)
    assert len({one.id for one in found}) == len(found)


def test_the_stage_fills_the_article() -> None:
    article = annotate(Article(id="x", text="Laut Polizei brannte die Halle."))
    assert STAGE.run(article).attributions == attribute(article)
