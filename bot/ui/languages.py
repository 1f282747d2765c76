"""Languages that members may want, by tag, English name and own name; a table, sorted by English name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """tag: BCP 47."""

    tag: str
    english: str
    own: str

    @property
    def label(self) -> str:
        """`German · Deutsch`."""
        return self.english if self.english == self.own else f"{self.english} · {self.own}"


_TABLE = """
af|Afrikaans|Afrikaans
sq|Albanian|Shqip
am|Amharic|አማርኛ
ar|Arabic|العربية
hy|Armenian|Հայերեն
az|Azerbaijani|Azərbaycanca
eu|Basque|Euskara
be|Belarusian|Беларуская
bn|Bengali|বাংলা
bs|Bosnian|Bosanski
bg|Bulgarian|Български
my|Burmese|မြန်မာ
ca|Catalan|Català
zh-Hans|Chinese (simplified)|简体中文
zh-Hant|Chinese (traditional)|繁體中文
hr|Croatian|Hrvatski
cs|Czech|Čeština
da|Danish|Dansk
nl|Dutch|Nederlands
en|English|English
en-GB|English (British)|English (British)
et|Estonian|Eesti
tl|Filipino|Filipino
fi|Finnish|Suomi
fr|French|Français
gl|Galician|Galego
ka|Georgian|ქართული
de|German|Deutsch
el|Greek|Ελληνικά
gu|Gujarati|ગુજરાતી
he|Hebrew|עברית
hi|Hindi|हिन्दी
hu|Hungarian|Magyar
is|Icelandic|Íslenska
id|Indonesian|Bahasa Indonesia
ga|Irish|Gaeilge
it|Italian|Italiano
ja|Japanese|日本語
kk|Kazakh|Қазақша
km|Khmer|ខ្មែរ
ko|Korean|한국어
lv|Latvian|Latviešu
lt|Lithuanian|Lietuvių
mk|Macedonian|Македонски
ms|Malay|Bahasa Melayu
ml|Malayalam|മലയാളം
mr|Marathi|मराठी
ne|Nepali|नेपाली
nb|Norwegian|Norsk bokmål
fa|Persian|فارسی
pl|Polish|Polski
pt|Portuguese|Português
pt-BR|Portuguese (Brazil)|Português (Brasil)
pa|Punjabi|ਪੰਜਾਬੀ
ro|Romanian|Română
ru|Russian|Русский
sr|Serbian|Српски
sk|Slovak|Slovenčina
sl|Slovenian|Slovenščina
es|Spanish|Español
sw|Swahili|Kiswahili
sv|Swedish|Svenska
ta|Tamil|தமிழ்
te|Telugu|తెలుగు
th|Thai|ไทย
tr|Turkish|Türkçe
uk|Ukrainian|Українська
ur|Urdu|اردو
uz|Uzbek|Oʻzbekcha
vi|Vietnamese|Tiếng Việt
cy|Welsh|Cymraeg
"""

LANGUAGES = tuple(Language(*row.split("|")) for row in _TABLE.split("\n") if row)


def as_tag(text: str) -> str:
    """The tag of a language that was called by a name; anything else as it is."""
    called = text.strip().casefold()
    for language in LANGUAGES:
        if called in (language.tag.casefold(), language.english.casefold(), language.own.casefold()):
            return language.tag
    return text.strip()
