"""What the tags, roles and class names of a page's elements speak of: text, comments, menus, adverts."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Place(IntEnum):
    """Where a block stands: inside which elements, and what the names of their classes speak of."""

    ARTICLE = 1
    MAIN = 2
    ASIDE = 4
    HEADER = 8
    FOOTER = 16
    NAVIGATION = 32
    FIGURE = 64
    LIST = 128
    TABLE = 256
    FORM = 512
    QUOTE = 1024
    HIDDEN = 2048
    TEXT = 4096  # article-body, entry-content
    LEAD = 8192  # standfirst, summary
    RELATED = 16384
    COMMENTS = 32768
    SHARING = 65536
    AUTHOR = 131072
    CAPTION = 262144
    DETAILS = 524288  # dates, tags, breadcrumbs
    ADVERT = 1048576
    MENU = 2097152
    TEASER = 4194304
    LIVE = 8388608
    BODY_PROPERTY = 16777216  # itemprop="articleBody"
    NOTICES = 33554432  # cookies, newsletters
    TAGS = 67108864  # keywords
    EMBED = 134217728  # a post of a social network


TAG_PLACES: dict[str, int] = {
    "article": Place.ARTICLE, "main": Place.MAIN, "aside": Place.ASIDE, "header": Place.HEADER, "footer": Place.FOOTER,
    "nav": Place.NAVIGATION, "figure": Place.FIGURE, "figcaption": Place.FIGURE | Place.CAPTION, "ul": Place.LIST, "ol": Place.LIST,
    "dl": Place.LIST, "table": Place.TABLE, "form": Place.FORM, "blockquote": Place.QUOTE, "caption": Place.CAPTION,
    "menu": Place.LIST, "dialog": Place.ADVERT, "marquee": Place.MENU,
}  # fmt: skip
ROLE_PLACES: dict[str, int] = {
    "navigation": Place.NAVIGATION, "banner": Place.HEADER, "contentinfo": Place.FOOTER, "search": Place.FORM, "alert": Place.ADVERT,
    "main": Place.MAIN, "article": Place.ARTICLE, "complementary": Place.ASIDE, "dialog": Place.ADVERT, "menu": Place.MENU,
}  # fmt: skip
# The common vocabulary of templates, in English as their makers write it.
_VOCABULARY = {
    Place.TEXT: "body content entry text richtext rich story wysiwyg maincontent articlebody paragraph detail details copy post",
    Place.LEAD: "lead intro introduction standfirst summary dek deck subtitle subheadline subhead excerpt abstract kicker perex sapo teasertext chapo leadtext lede ingress vorspann description",
    Place.RELATED: "related recommended recommend recommendation recommendations more readmore also similar recirc recirculation next suggested seealso linked linkbox",
    Place.COMMENTS: "comment comments cmt cmts cmnt cmnts disqus respond discussion reaction reactions feedback reply replies",
    Place.SHARING: "share sharing social shares follow bookmark toolbar tools tool actions print facebook twitter whatsapp",
    Place.AUTHOR: "author authors byline bio contributor writer reporter profile",
    Place.CAPTION: "caption captions image img figure photo picture media gallery video player slideshow carousel copyright legend",
    Place.DETAILS: "credit credits source date time meta timestamp tag tags topic topics category categories label badge badges keywords eyebrow published updated info",
    Place.ADVERT: "ad ads adv advert advertisement advertising sponsor sponsored subscribe subscription paywall promo promotion affiliate banner modal popup overlay notice premium offer abo login register donate donation disclaimer taboola outbrain trc mgid revcontent zergnet",
    Place.HEADER: "header masthead",
    Place.FOOTER: "footer foot",
    Place.NOTICES: "cookie cookies consent gdpr newsletter newsletters signup",
    Place.TAGS: "tags keywords hashtags tagcloud taglist chips topics",
    Place.MENU: "breadcrumb breadcrumbs popular trending latest mostread most nav navigation menu navbar sidebar widget widgets side aside topbar sitemap pagination pager ticker breaking marquee weather currency skip screen poll vote survey rating search language urgent stock stocks lottery",
    Place.TEASER: "teaser card cards list grid item items tile tiles box block module feed listing carousel slider strip",
    Place.LIVE: "live liveblog liveticker update updates entry timeline",
}  # fmt: skip
# Drupal says by these how a field is stored and labelled: "field-type-text-with-summary", "field--label-hidden".
_OF_FIELDS = ("field-type", "field--type", "field-label", "field--label")
# What the networks themselves have posts begin with that are set into a page.
_EMBEDS = (
    "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "fb-video", "bluesky-embed", "mastodon-embed",
    "telegram-post", "reddit-embed-bq",
)  # fmt: skip
_SPOKEN_OF: dict[str, int] = {}
for _place, _names in _VOCABULARY.items():
    for _name in _names.split():
        _SPOKEN_OF[_name] = _SPOKEN_OF.get(_name, 0) | _place
# Which of these are met written on to others.
_WRITTEN_ON = ("cookie", "newsletter", "comment")


def spoken_of(names: str) -> int:
    """The places that the words of a class or id speak of (`post-meta`, `shareBar`)."""
    found = 0
    for name in names.split():
        found |= _spoken_of_one(name)
    return found


@lru_cache(maxsize=32_768)
def _spoken_of_one(name: str) -> int:
    if name.startswith(_OF_FIELDS):
        return 0
    found = int(Place.EMBED) if name in _EMBEDS else 0
    for word in _WORD.findall(name):
        found |= _meant(word.lower())
    return found


@lru_cache(maxsize=32_768)
def _meant(word: str) -> int:
    """The places that a word speaks of: as it is, or as one written on to another (`cookiebar`, `relatednews`)."""
    if word in _SPOKEN_OF:
        return _SPOKEN_OF[word]
    parts = [one for one in _WRITTEN_ON if word.startswith(one) or word.endswith(one)]
    return _SPOKEN_OF[max(parts, key=len)] if parts else 0
