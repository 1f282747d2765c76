"""What a page is when it is no article, and what looks so and is one."""

from __future__ import annotations

import pytest

from bot.models.article import Verdict
from tests.sources.extract.columns import META, PARAGRAPHS, TITLE, page, paragraphs, read

LOCKED = META + '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": VALUE}</script>'
OFFER = '<div class="offer"><h2>To continue reading, subscribe</h2><p>Already a subscriber? Sign in.</p></div>'


def bare(title: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def cards(count: int) -> str:
    return "".join(
        f'<article><h3><a href="/{n}">The {n}th bridge has a sign</a></h3><p>A short line about it.</p></article>'
        for n in range(count)
    )


@pytest.mark.parametrize(
    ("markup", "verdict"),
    [
        pytest.param(page(), Verdict.OK, id="an article"),
        pytest.param(page(head=LOCKED.replace("VALUE", "false")), Verdict.OK, id="marked as not free, but whole"),
        pytest.param(page(head=LOCKED.replace("VALUE", '"False"')), Verdict.OK, id="the same as a string"),
        pytest.param(page(after=OFFER), Verdict.OK, id="an offer below a whole article"),
        pytest.param(
            page(after="<div><p>We use cookies. Our partners use cookies. Accept all.</p></div>"),
            Verdict.OK,
            id="a cookie banner beside an article",
        ),
        pytest.param(
            page(paragraphs(PARAGRAPHS[0]), head=LOCKED.replace("VALUE", "false")),
            Verdict.PAYWALL,
            id="marked, and a stub",
        ),
        pytest.param(
            page(paragraphs(PARAGRAPHS[0]), head=LOCKED.replace("VALUE", '"False"')),
            Verdict.PAYWALL,
            id="marked by a string",
        ),
        pytest.param(page(paragraphs(PARAGRAPHS[0]), after=OFFER), Verdict.PAYWALL, id="a stub and an offer"),
        pytest.param(
            page(paragraphs(PARAGRAPHS[0]), after="<p>Weiterlesen mit Post+. Sie sind bereits Abonnent?</p>"),
            Verdict.PAYWALL,
            id="the same in German",
        ),
        pytest.param(
            page(
                paragraphs(PARAGRAPHS[0]),
                head="",
                after="<div><h2>Zarejestruj się bezpłatnie, aby czytać dalej</h2><p>Masz już konto?</p></div>",
            ),
            Verdict.PAYWALL,
            id="a wall that wants an account, in Polish, on a page that declares nothing",
        ),
        pytest.param(
            page(paragraphs(PARAGRAPHS[0]), head="", after="<h2>Fortsätt läsa – prenumerera</h2>"),
            Verdict.PAYWALL,
            id="a wall in Swedish",
        ),
        pytest.param(
            page(paragraphs(*PARAGRAPHS[:4]), after="<p>Log in to comment on this article. Read our rules.</p>"),
            Verdict.OK,
            id="a short text whose readers log in to comment",
        ),
        pytest.param(
            bare(
                "ERROR: The request could not be satisfied",
                "<h1>403 ERROR</h1><p>Request blocked. Try again later.</p><pre>Request ID: vW3e0kD2</pre>",
            ),
            Verdict.BLOCKED,
            id="a refusal with a number to quote",
        ),
        pytest.param(
            bare("Hozzáférés megtagadva", "<h1>Hozzáférés megtagadva</h1><p>Kérjük, próbálja később.</p>"),
            Verdict.BLOCKED,
            id="a refusal in Hungarian",
        ),
        pytest.param(
            bare(
                "Tannerposten",
                "<h1>Vi använder cookies</h1><p>Vi och våra partner behandlar personuppgifter för att visa annonser. "
                "Du kan när som helst ändra ditt samtycke. Godkänn kakor för att gå vidare till sidan.</p>",
            ),
            Verdict.CONSENT,
            id="a wall of cookies in Swedish",
        ),
        pytest.param(
            bare(
                "Opinie",
                "<h1>Opinie</h1>"
                + "".join(
                    f'<div class="k"><h2><a href="/o/{n}">Most numer {n}</a></h2><p>O moście i o tabliczce.</p></div>'
                    for n in range(5)
                ),
            ),
            Verdict.NOT_AN_ARTICLE,
            id="a few teasers and little else",
        ),
        pytest.param(
            bare(
                "Nermin Yazıları",
                "<h1>Nermin</h1><p>Otuz yıl öğretmenlik yaptı.</p><ul>"
                + "".join(f'<li class="y"><a href="#">Çay bardağı {n}</a></li>' for n in range(6))
                + "</ul>",
                '<meta property="og:type" content="profile">',
            ),
            Verdict.NOT_AN_ARTICLE,
            id="an author's page with titles",
        ),
        pytest.param(
            bare(
                "The bridge, the film",
                "<h1>The bridge, the film</h1><p>Four minutes about a sign. Filmed in May.</p>"
                + "".join(f'<h3><a href="/v/{n}">Another film {n}</a></h3>' for n in range(6)),
                '<script type="application/ld+json">{"@type": "VideoObject", "name": "The bridge"}</script>',
            ),
            Verdict.THIN,
            id="a film with a line about it",
        ),
        pytest.param(
            bare("Just a moment...", "<h1>tannerpost.example</h1><p>Checking your browser before accessing.</p>"),
            Verdict.BLOCKED,
            id="a check of the browser",
        ),
        pytest.param(
            bare("Access Denied", "<h1>Access Denied</h1><p>You don't have permission. Reference #18.2f</p>"),
            Verdict.BLOCKED,
            id="access denied",
        ),
        pytest.param(
            bare("Are you a robot?", "<p>Press &amp; Hold to confirm you are a human.</p>"),
            Verdict.BLOCKED,
            id="press and hold",
        ),
        pytest.param(
            bare(
                "Before you continue",
                "<h1>Before you continue</h1><p>We and our 214 partners use cookies to store and/or access information "
                "on a device.</p><p>If you click Accept all, we use your personal data for our ads.</p>"
                "<p>You can withdraw your consent at any time in the privacy settings.</p><button>Accept all</button>",
            ),
            Verdict.CONSENT,
            id="a consent form alone",
        ),
        pytest.param(
            bare(
                "Willkommen",
                "<p>Mit Werbung weiterlesen: Besuchen Sie uns mit Werbung und Tracking.</p><p>Ihre Zustimmung "
                "können Sie jederzeit in der Datenschutzerklärung widerrufen.</p><p>Wir und 190 Partner verarbeiten "
                "personenbezogene Daten, um personalisierte Anzeigen zu zeigen.</p>",
            ),
            Verdict.CONSENT,
            id="the same in German",
        ),
        pytest.param(
            bare(
                "Opinion | The Tanner Post",
                f"<main>{cards(14)}</main>",
                '<link rel="canonical" href="https://t.example/opinion/">',
            ),
            Verdict.NOT_AN_ARTICLE,
            id="a section's front",
        ),
        pytest.param(
            bare("The Tanner Post", f"<main>{cards(20)}</main>", '<link rel="canonical" href="https://t.example/">'),
            Verdict.NOT_AN_ARTICLE,
            id="a front page",
        ),
        pytest.param(
            page(
                "<video></video><p>Our panel argues over the bridge.</p>",
                head='<meta property="og:type" content="video">',
            ),
            Verdict.THIN,
            id="a video with a line",
        ),
        pytest.param("", Verdict.THIN, id="nothing at all"),
    ],
)
def test_verdict(markup: str, verdict: Verdict) -> None:
    assert read(markup).verdict is verdict


def test_an_article_about_robots_is_no_robot_check() -> None:
    body = paragraphs(*PARAGRAPHS, "The new gate asks: are you a robot? Access denied, it says to my aunt, who is 81.")
    assert read(page(body)).verdict is Verdict.OK


def test_an_article_about_cookies_is_no_consent_form() -> None:
    body = paragraphs(*(f"{text} And they take our cookies and our consent." for text in PARAGRAPHS))
    assert read(page(body)).verdict is Verdict.OK


def test_an_article_in_a_section_keeps_its_verdict() -> None:
    url = "https://tannerpost.example/opinion/2024/03/the-footbridge"
    assert read(page(), url=url).verdict is Verdict.OK


def test_a_short_japanese_article_is_not_thin() -> None:
    text = "橋の板は三枚だけ替えればよい。役所はそれを知っている。誰が責任を取るのか、その名を橋に書けばよい。"
    markup = f"<article><h1>橋は誰のものか</h1>{paragraphs(*[text + str(n) for n in range(6)])}</article>"
    article = read(bare(TITLE, markup, META))
    assert article.verdict is Verdict.OK
