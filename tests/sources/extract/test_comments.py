"""Readers' comments in the shapes in which pages show them."""

from __future__ import annotations

import pytest

from tests.sources.extract.columns import PARAGRAPHS, page, paragraphs, read

ANNA, BO, CLEO = "Anna Weir", "bo_77", "Cleo M."
SAID = {
    ANNA: "My father changed the beams in 1974. It took him four days.",
    BO: "Four hundred people? I counted thirty.",
    CLEO: "Thirty at noon, four hundred at seven. Get up earlier.",
}
ALL = [(name, SAID[name]) for name in (ANNA, BO, CLEO)]


def comments(markup: str) -> list[tuple[str, str]]:
    """Author and text of each; the body must be whole and hold none of them."""
    article = read(markup)
    assert article.paragraphs == PARAGRAPHS
    return [(comment.author, comment.text) for comment in article.comments]


def each(template: str) -> str:
    """The template once per comment: NAME, SAID, and TIME."""
    times = ("5 March 2024 at 9:12 am", "5 March 2024 at 10:40 am", "6 March 2024 at 7:02 am")
    return "".join(
        template.replace("NAME", name).replace("SAID", SAID[name]).replace("TIME", time)
        for name, time in zip(SAID, times, strict=True)
    )


SHAPES = {
    "WordPress": '<div id="comments"><h2>3 thoughts on &ldquo;The footbridge&rdquo;</h2><ol class="comment-list">'
    + each(
        '<li class="comment"><article><footer><div class="comment-author vcard"><b class="fn">NAME</b> '
        '<span class="says">says:</span></div><a href="#"><time>TIME</time></a></footer>'
        '<div class="comment-content"><p>SAID</p></div><a class="comment-reply-link">Reply</a></article></li>'
    )
    + "</ol></div>",
    "hashed class names under a heading with a number": '<section class="x1"><h2 class="x2">Comments (3)</h2>'
    '<p class="x3">Be kind.</p>'
    + each(
        '<div class="x4"><div class="x5"><span class="x6">NAME</span><span class="x7">TIME</span></div>'
        '<div class="x8"><p>SAID</p></div><div><button>Reply</button><span>12</span></div></div>'
    )
    + "</section>",
    "German, words of its own": '<section class="leserkommentare"><h3>Leserkommentare (3)</h3>'
    + each(
        '<div class="leserkommentar"><span class="leserkommentar__name">NAME</span>'
        '<div class="leserkommentar__text">SAID</div><a href="#">Kommentar melden</a></div>'
    )
    + "</section>",
    "letters with the name below": '<div class="leserbriefe"><div>Leserbriefe zum Thema</div>'
    + each(
        '<div class="leserbrief"><div class="leserbrief-text">SAID</div>'
        '<div class="leserbrief-name">NAME, <span class="ort">Tannerby</span></div></div>'
    )
    + "</div>",
    "a table": '<table border="1"><tr><td colspan="2"><b>Readers\' comments (3)</b></td></tr>'
    + each("<tr><td><font><b>NAME</b><br>5-Mar-24</font></td><td>SAID</td></tr>")
    + "</table>",
    "a definition list": "<details><summary>3 comments</summary><dl>"
    + each("<dt>NAME <small>3/5/2024 7:12 am</small></dt><dd>SAID</dd>")
    + "</dl></details>",
    "what a script would replace": '<div id="disqus_thread"><noscript><p>Please enable JavaScript to read on.</p>'
    '<ul id="dsq-comments">'
    + each(
        '<li id="dsq-comment-1"><div id="dsq-header-1"><cite><span id="dsq-author-user-1">NAME</span></cite></div>'
        '<div id="dsq-comment-body-1"><p>SAID</p></div></li>'
    )
    + "</ul></noscript></div>",
    "schema.org": "<section>"
    + each(
        '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">NAME</span>'
        '<meta itemprop="dateCreated" content="2024-03-05"><div itemprop="text"><p>SAID</p></div></div>'
    )
    + "</section>",
    "one line for name and time": '<h3>3 comments</h3><div class="t">'
    + each("<p><b>NAME</b> wrote on TIME:</p><p>SAID</p>")
    + "</div>",
    "Spanish, numbered": '<section class="comentarios"><h3>Comentarios <span>3</span></h3><ul>'
    + each(
        '<li class="comentario"><span>#1</span> <strong class="comentario-autor">NAME</strong> <time>05/03/2024</time>'
        "<div>SAID</div><div><a>Responder</a> <a>Me gusta (4)</a></div></li>"
    )
    + "</ul></section>",
    "relative times": '<div class="c-list"><div class="bar"><span>3 comments</span> <a href="?s">Oldest first</a></div>'
    + "".join(
        f'<div class="post"><div class="who"><img alt=""><b>{name}</b><span>{hours} hours ago</span></div>'
        f'<div class="said"><p>{text}</p></div><a href="#">Report abuse</a></div>'
        for hours, (name, text) in enumerate(ALL, start=2)
    )
    + "</div>",
}

SHAPES |= {
    "a forum's tables": '<table><tr><td class="tcat">Replies: 3</td></tr></table><div id="posts">'
    + each(
        '<table class="tb"><tr><td>TIME <span>#<b>1</b></span></td></tr><tr><td width="175"><a class="bigusername" '
        'href="#">NAME</a><div>Senior Member</div><div>Join Date: Nov 2004<br>Location: Havre<br>Posts: 1,204</div>'
        '</td></tr><tr><td><div id="post_message_5">SAID</div></td></tr><tr><td><a href="#">Quote</a></td></tr></table>'
    )
    + "</div>",
    "buttons in a language that no table knows": '<div class="kommentaarid"><h3>3 comments</h3>'
    + each(
        "<div><p><b>NAME</b> <time>TIME</time></p><p>SAID</p>"
        '<p><a href="#">Vasta</a> <a href="#">Teata</a></p><p>Meeldib 4</p></div>'
    )
    + "</div>",
    "one row for buttons and time, below": '<div class="plugin"><div>3 comments</div>'
    + each('<div class="one"><a class="UserName">NAME</a><span>SAID</span><div>Like · Reply · 12 · TIME</div></div>')
    + "</div>",
    "who posted it and when, below the text": "<h2>3 responses</h2><ul>"
    + each("<li><p>SAID</p><p>Posted by NAME at TIME</p></li>")
    + "</ul>",
    "paragraphs apart by rules": "<h3>Readers' comments (3)</h3>"
    + each('<p>SAID<br><b>NAME</b>, <font size="1">TIME</font></p><hr>'),
    "quotations for a layout": "<h3>What readers wrote in the guest book</h3>"
    + each("<b>NAME</b> says: <blockquote>SAID</blockquote>")
    + '<hr><font><a href="#">Sign the guest book</a> | <a href="#">Back</a></font>',
    "each answer in the quotation that it answers": '<h3>Guestbook</h3><div class="book">'
    + each("<p><b>NAME</b> says:<blockquote>SAID")
    + "</blockquote>" * 3
    + "</div>",
    "a form and more to load": '<section class="c-comments"><p>3 comments</p>'
    + each(
        '<div><span class="user">NAME</span><span class="badge">Top fan</span><span>TIME</span><p>SAID</p>'
        '<div class="c-actions"><span>Recommend 14</span></div><a href="#">Show 14 replies</a></div>'
    )
    + '<form><label>Your name *</label><input name="n"><textarea></textarea><p>Fields with * are needed.</p></form>'
    "</section>",
    "a rating over each": '<div id="comments"><h3>Comments (3)</h3>'
    + each(
        '<article><div class="rating">★★★★☆ 4/5</div><h4 class="author">NAME</h4><p class="when">TIME</p>'
        '<div class="text">SAID</div><div>12 people found this helpful</div></article>'
    )
    + "</div>",
    "names in data": '<div class="comments">'
    + each('<div class="comment" data-author="NAME" data-date="TIME"><p>SAID</p><button>Reply</button></div>')
    + "</div>",
    "rows of two cells": '<div id="reader-comments"><table>'
    + each('<tr valign="top"><td><i>NAME</i><br>TIME</td><td>SAID<br><a href="#">Reply</a></td></tr>')
    + "</table></div>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_author_and_text_of_each(shape: str) -> None:
    assert comments(page(after=SHAPES[shape])) == ALL


@pytest.mark.parametrize("shape", SHAPES)
def test_comments_inside_the_article_element(shape: str) -> None:
    assert comments(page(paragraphs() + SHAPES[shape])) == ALL


def one(name: str, inside: str = "", tag: str = "li") -> str:
    return (
        f'<{tag} class="comment"><div class="comment-author">{name}</div><time>5 March 2024</time>'
        f'<div class="comment-content"><p>{SAID[name]}</p></div>{inside}</{tag}>'
    )


def listed(items: str) -> str:
    return f"<ol>{items}</ol>"


@pytest.mark.parametrize(
    "thread",
    [
        pytest.param(listed(one(ANNA, listed(one(BO, listed(one(CLEO)))))), id="lists in lists"),
        pytest.param(f"<ul>{one(ANNA)}<ul>{one(BO)}<ul>{one(CLEO)}</ul></ul></ul>", id="lists beside items"),
        pytest.param(
            one(ANNA, f'<div class="replies">{one(BO, one(CLEO, tag="div"), tag="div")}</div>', tag="div"), id="divs"
        ),
    ],
)
def test_replies_are_comments_of_their_own(thread: str) -> None:
    assert comments(page(after=f'<div id="comments"><h3>Comments</h3>{thread}</div>')) == ALL


def test_a_single_comment() -> None:
    area = f'<div id="comments"><h3>1 comment</h3><ul>{one(BO)}</ul><h3>Leave a reply</h3><p>Your name</p></div>'
    assert comments(page(after=area)) == [(BO, SAID[BO])]


def test_lines_of_a_comment_stay_apart() -> None:
    area = one(BO).replace(SAID[BO], "Thirty.</p><p>I counted twice.<br>With a friend.")
    assert comments(page(after=f'<ul id="comments">{area}</ul>')) == [(BO, "Thirty.\nI counted twice.\nWith a friend.")]


def test_comments_longer_than_the_article() -> None:
    long = "I have walked over that bridge every day since the school closed and I shall say so at length. " * 30
    area = "".join(one(name).replace(SAID[name], long) for name in SAID)
    assert [text for _, text in comments(page(after=f'<ol id="comments">{area}</ol>'))] == [long.strip()] * 3


@pytest.mark.parametrize(
    ("author", "name"),
    [
        pytest.param("Anna Weir says:", "Anna Weir", id="says"),
        pytest.param("Gesa sagt:", "Gesa", id="sagt"),
        pytest.param("Loam dad (not verified)", "Loam dad", id="a remark in brackets"),
        pytest.param("By R. Zobel jun.", "R. Zobel jun.", id="by"),
        pytest.param('"Ratepayer"', '"Ratepayer"', id="quotation marks are part of a pen name"),
        pytest.param("Usher, row M", "Usher, row M", id="a comma in a name"),
    ],
)
def test_the_author_as_a_name_alone(author: str, name: str) -> None:
    area = one(BO).replace(f">{BO}<", f">{author}<")
    assert comments(page(after=f'<ul id="comments">{area}</ul>')) == [(name, SAID[BO])]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param('<div id="comments"><p>Comments are closed.</p></div>', id="closed"),
        pytest.param(
            '<div id="respond"><h3>Leave a Reply</h3><form><p>Your email is not published</p></form></div>', id="a form"
        ),
        pytest.param('<p><a href="#c">3 comments</a></p>', id="a link to them"),
        pytest.param(
            '<div class="recent-comments"><h3>Recent comments</h3><p>Anna on <a href="/x">The late ferry</a></p></div>',
            id="those on other pages",
        ),
        pytest.param(
            '<div class="comments-policy"><h4>2 rules for comments</h4><p><b>Keep it clean.</b> No oaths.</p></div>',
            id="rules",
        ),
    ],
)
def test_nothing_is_made_up_where_nobody_commented(after: str) -> None:
    assert comments(page(after=after)) == []


def test_a_heading_called_discussion_does_not_cost_the_text_below_it() -> None:
    body = paragraphs(*PARAGRAPHS[:3]) + "<h2>Discussion</h2>" + paragraphs(*PARAGRAPHS[3:])
    article = read(page(body))
    assert article.comments == ()
    assert article.paragraphs == (*PARAGRAPHS[:3], "Discussion", *PARAGRAPHS[3:])


def test_a_german_kommentar_is_an_article() -> None:
    assert read(page().replace('class="story"', 'class="kommentar-text"')).paragraphs == PARAGRAPHS


def test_pingbacks_are_no_comments() -> None:
    ping = '<li class="pingback"><p>Pingback: <a href="/p">Links of the week</a></p></li>'
    assert comments(page(after=f'<ol id="comments">{one(ANNA)}{ping}{one(BO)}</ol>')) == ALL[:2]
