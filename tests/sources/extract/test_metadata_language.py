"""The language: told by the page, checked against its text."""

from __future__ import annotations

import pytest

from tests.sources.extract.heads import facts, meta

TEXTS = {
    "en": (
        "The harbour was quiet and the ferries, which had been late for most of the week, were not to be "
        "seen. It is not that anybody in this town would have minded, but they had hoped for a word from the "
        "people who run them."
    ),
    "de": (
        "Der Hafen war ruhig und die Fähren, die fast die ganze Woche zu spät waren, ließen sich nicht "
        "blicken. Es ist nicht so, dass es jemanden in der Stadt gestört hätte, aber ein Wort von denen, die "
        "sie betreiben, wäre nett."
    ),
    "fr": (
        "Le port était calme et les bacs, qui avaient été en retard presque toute la semaine, ne se "
        "montraient pas. Ce n'est pas que cela aurait gêné quelqu'un dans la ville, mais on aurait aimé un "
        "mot de ceux qui les font marcher."
    ),
    "es": (
        "El puerto estaba tranquilo y los transbordadores, que habían llegado tarde casi toda la semana, no "
        "se veían. No es que a nadie de la ciudad le hubiera molestado, pero esperaban una palabra de los "
        "que los llevan."
    ),
    "it": (
        "Il porto era tranquillo e i traghetti, che erano stati in ritardo per quasi tutta la settimana, non "
        "si vedevano. Non è che in città qualcuno se la sarebbe presa, ma una parola da chi li gestisce non "
        "sarebbe di troppo."
    ),
    "pt": (
        "O porto estava calmo e os barcos, que tinham chegado tarde quase toda a semana, não se viam. Não é "
        "que alguém na cidade se tivesse importado, mas esperavam uma palavra daqueles que os fazem andar, "
        "como é costume dos outros."
    ),
    "nl": (
        "De haven was rustig en de veerboten, die bijna de hele week te laat waren, lieten zich niet zien. "
        "Het is niet dat iemand in de stad het erg zou vinden, maar een woord van de mensen die ze laten "
        "varen was wel aardig geweest."
    ),
    "ja": (
        "港は静かで、ほとんど一週間遅れていたフェリーの姿はなかった。町の誰かが気にしたわけではないが、一言あ"
        "ってもよかった。"
    ),
    "zh": ("港口很安静，几乎整个星期都晚点的渡轮不见踪影。并不是说镇上有人会介意，但他们本来希望经营者能说一句话。"),
    "ko": (
        "항구는 조용했고 거의 일주일 내내 늦었던 연락선은 보이지 않았다. 마을의 누구도 신경 쓰지 않았겠지만 "
        "한마디는 기대했다."
    ),
    "ru": (
        "В гавани было тихо, и паромов, которые почти всю неделю опаздывали, не было видно. Никто в городе "
        "не возражал бы."
    ),
    "uk": (
        "У гавані було тихо, і поромів, які майже весь тиждень запізнювалися, не було видно. Ніхто в місті "
        "не заперечував би її."
    ),
    "ar": (
        "كان الميناء هادئا ولم تظهر العبارات التي تأخرت طوال الأسبوع تقريبا. ليس الأمر أن أحدا في المدينة كان سيمانع."
    ),
    "he": "הנמל היה שקט והמעבורות שאיחרו כמעט כל השבוע לא נראו. לא שמישהו בעיר היה מתנגד, אבל קיוו למילה.",
    "el": ("Το λιμάνι ήταν ήσυχο και τα πλοία, που είχαν καθυστερήσει σχεδόν όλη την εβδομάδα, δεν φαίνονταν πουθενά."),
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("claim", ["", "xx-broken-", "same"])
def test_a_text_tells_its_language(language: str, claim: str) -> None:
    body = f"<p>{TEXTS[language]}</p>" * 3
    assert facts("", body, lang=language if claim == "same" else claim.removeprefix("xx-broken-")).language == language


@pytest.mark.parametrize(
    ("claimed", "spoken"),
    [("en", "de"), ("de", "en"), ("en", "fr"), ("en-US", "es"), ("fr", "nl"), ("en", "ja"), ("en", "ar"), ("ja", "en")],
)
def test_where_page_and_text_differ_the_text_is_right(claimed: str, spoken: str) -> None:
    assert facts("", f"<p>{TEXTS[spoken]}</p>" * 3, lang=claimed).language == spoken


@pytest.mark.parametrize(
    ("head", "lang", "language"),
    [
        pytest.param("", "de-AT", "de", id="a region"),
        pytest.param("", "DE_de", "de", id="capitals and a low line"),
        pytest.param(meta(og__locale="pt_BR"), "", "pt", id="og:locale"),
        pytest.param('<meta http-equiv="content-language" content="nl">', "", "nl", id="content-language"),
        pytest.param("", "nb-NO", "no", id="a Norwegian tag"),
        pytest.param("", "zu", "zu", id="a language that we know nothing of"),
        pytest.param("", "", "", id="nothing to tell by"),
    ],
)
def test_a_short_page_is_believed(head: str, lang: str, language: str) -> None:
    assert facts(head, "<p>Ah.</p>", lang=lang).language == language
