"""Names of months and their short forms, by language: data of `dates.py`."""

from __future__ import annotations

_NAMES = {
    "en": "january february march april may june july august september october november december",
    "en short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "en other": "- - - - - - - - sept - - -",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de short": "jan feb mär apr mai jun jul aug sep okt nov dez",
    "de other": "jänner feber mrz - - - - - sept - - -",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr short": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "es short": "ene feb mar abr may jun jul ago set oct nov dic",
    "it": " ".join(
        (
            "gennaio febbraio marzo aprile maggio giugno",
            "luglio agosto settembre ottobre novembre dicembre",
        )
    ),
    "it short": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pt short": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "nl short": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da, no": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "no short": "jan feb mar apr mai jun jul aug sep okt nov des",
    "fi": " ".join(
        (
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta",
            "heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        )
    ),
    "pl": " ".join(
        (
            "stycznia lutego marca kwietnia maja czerwca",
            "lipca sierpnia września października listopada grudnia",
        )
    ),
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ro": " ".join(
        (
            "ianuarie februarie martie aprilie mai iunie",
            "iulie august septembrie octombrie noiembrie decembrie",
        )
    ),
    "hu": " ".join(
        (
            "január február március április május június",
            "július augusztus szeptember október november december",
        )
    ),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "el": " ".join(
        (
            "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου",
            "ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
        )
    ),
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar, Levant": "كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين - -",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
}

MONTHS = {
    name: number for names in _NAMES.values() for number, name in enumerate(names.split(), start=1) if name != "-"
}
