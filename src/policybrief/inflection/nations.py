"""The states of the world, and what belongs to them, in several languages: `österreichisch`, `sénégalaise`."""

import re
from functools import cache

_GERMAN_ADJECTIVES = """
    afghan alban alger amerikan angolan argentin armen aserbaidschan austral bahrain bangladesch barbad
    belarus belg belize benin bhutan bolivian bosn botswan brasilian brit bulgar burkin burund chilen chines
    costa-rican dominikan dschibut dän ecuadorian eritre est fidschian finn französ gabun gamb georg ghana
    grenad griech guatemaltek guine guyan hait hondur ind indones ir irak iran isländ israel italien ivor
    jamaikan japan jemenit jordan jugoslaw kambodschan kamerun kanad kasach katalan katar kenian kirgis
    kolumbian komor kongoles kroat kuban kuwait laot lesoth lett libanes liber liby litau luxemburg madagass
    mal malaw malays maled malt marokkan mauretan maurit mazedon mexikan moldau monegass mongol montenegrin
    mosambikan myanmar namib nepales neuseeländ nicaraguan niederländ niger nigerian nordkorean nordmazedon
    norweg oman pakistan palästinens panama paraguay peruan philippin poln portugies ruand rumän russ sambi
    saud saudi-arab schott schwed schweizer senegales serb simbabw singapur slowak slowen somal sowjet span
    srilank sudanes surinam swas syr südafrikan südkorean südsudanes tadschik taiwan taiwanes tansan thailänd
    togo togoles tschad tschech tunes turkmen türk ugand ukrain ungar uruguay usbek vatikan venezolan
    vietnames walis zentralafrikan zypr zypriot ägypt äthiop österreich
"""
_FRENCH_ADJECTIVES = """
    afghan albanais algérien allemand américain angolais argentin arménien australien autrichien
    azerbaïdjanais bahreïnien bangladais belge bhoutanais birman biélorusse bolivien bosnien botswanais
    britannique brésilien bulgare burkinabé burundais béninois cambodgien camerounais canadien cap-verdien
    catalan centrafricain chilien chinois chypriote colombien comorien congolais coréen costaricien croate
    cubain danois djiboutien dominicain espagnol estonien finlandais gabonais gallois gambien ghanéen grec
    guatémaltèque guinéen géorgien haïtien hollandais hondurien hongrois indien indonésien irakien iranien
    irlandais islandais israélien italien ivoirien jamaïcain japonais jordanien kazakh kirghize kosovar
    koweïtien kényan laotien letton libanais libyen libérien lituanien luxembourgeois macédonien malaisien
    malawite maldivien malgache malien maltais marocain mauricien mauritanien mexicain moldave mongol
    monténégrin monégasque mozambicain namibien nicaraguayen nigérian nigérien nord-coréen norvégien
    néerlandais néo-zélandais népalais omanais ougandais ouzbek pakistanais palestinien panaméen paraguayen
    philippin polonais portugais péruvien qatari québécois roumain russe rwandais salvadorien saoudien serbe
    seychellois sierra-léonais singapourien slovaque slovène somalien soudanais soviétique sri-lankais
    sud-africain sud-coréen suisse surinamien suédois syrien sénégalais tadjik tanzanien taïwanais tchadien
    tchèque thaïlandais togolais tunisien turc turkmène ukrainien uruguayen vietnamien vénézuélien yougoslave
    yéménite zambien zimbabwéen écossais égyptien émirati équatorien érythréen éthiopien
"""
_GERMAN_STATES = """
    Afghanistan Albanien Algerien Angola Argentinien Armenien Aserbaidschan Australien Bangladesch Belarus
    Belgien Bolivien Bosnien Brasilien Bulgarien Chile China Dänemark Ecuador England Eritrea Estland Finnland
    Frankreich Georgien Ghana Griechenland Großbritannien Guatemala Guinea Haiti Honduras Indien Indonesien
    Irland Island Israel Italien Japan Jordanien Kambodscha Kamerun Kanada Kasachstan Katalonien Kenia
    Kirgisistan Kolumbien Kroatien Kuba Lettland Libyen Liechtenstein Litauen Luxemburg Malaysia Mali Malta
    Marokko Mexiko Moldau Montenegro Mosambik Namibia Nepal Neuseeland Nicaragua Nigeria Nordkorea
    Nordmazedonien Norwegen Pakistan Paraguay Peru Polen Portugal Ruanda Rumänien Russland Schottland Schweden
    Serbien Simbabwe Slowenien Somalia Spanien Syrien Südafrika Südkorea Südtirol Tadschikistan Taiwan
    Tansania Thailand Togo Tschechien Tunesien Turkmenistan Uganda Ungarn Uruguay Usbekistan Venezuela Vietnam
    Weißrussland Zypern Ägypten Äthiopien Österreich
"""
_GERMAN_STATES_WITH_ARTICLES = """
    den Niederlanden|den Vereinigten Staaten|den USA|den Philippinen|der Schweiz|der Slowakei|der Türkei|der Ukraine|
    der Mongolei|der Elfenbeinküste|der Republik Moldau|der Tschechischen Republik
"""
_GERMAN_STATES_AFTER_IM = "Irak|Iran|Jemen|Libanon|Kosovo|Kongo|Senegal|Sudan|Tschad|Vereinigten Königreich"
_STEMS = {
    "es": """
        afgan alban aleman alemán americ american andorran angoleñ argelin argentin armeni australian
        austriac azerbaiyan belg bielorrus bolivian bosni brasiler brasileñ británic búlgar camerunes
        camerunés canadiens catalan catalán catarí chec checa chilen chin chipriot colombian congoleñ corean
        costarricens croat cuban danes danés dominican ecuatorian egipci escoces escocés eslovac esloven
        eslovena estadounidens estoni etíop filipin finlandes finlandés frances francés georgian ghanes
        grieg guatemaltec haitian holandes holandés hondureñ húngar indi indonesi ingles inglés iraní iraquí
        irlandes irlandés islandes islandés israelí italian jamaican japones japonés jordan kazaj keniat
        kosovar kuwaití leton letón libanes libanés libi lituan luxemburgues luxemburgués maltes maltés malí
        marroquí mauritan mexican moldav montenegrin mozambiqueñ neerlandes neerlandés nicaragüens nigerian
        norcorean norueg pakistaní palestin panameñ paraguay peruan polac portugues portugués puertorriqueñ
        ruman rus salvadoreñ saudí senegales senegalés serbi siri sirí soviétic sudafrican sudanes sudanés
        suec suiz surcorean tailandes tailandés taiwanes taiwanés tunecin turc ucranian uruguay uzbek vasc
        venezolan vietnamit yemení árab
    """,
    "it": """
        afghan albanes algerin american angolan arab argentin armen australian austriac azer belg bielorus
        bolivian bosniac brasilian britannic bulgar camerunes canades catalan cec ceca cech cilen cines
        cipriot colombian congoles corean croat cuban danes dominican ecuadorian egizian eston estone etiop
        filippin finlandes frances georgian ghanes giappones giordan grec haitian indian indonesian ingles
        irachen iranian irlandes islandes israelian kazak kenian kosovar letton lettone libanes libic lituan
        lussemburghes maltes marocchin messican moldav montenegrin nicaraguens nigerian nordcorean norveges
        olandes pakistan palestines paraguaian peruvian polacc portoghes romen rus russ saudit scozzes
        senegales serb sirian siriano slovacc sloven somal sovietic spagnol statunitens sudafrican sudanes
        sudcorean svedes svizzer tedesc thailandes tunisin turc ucrain ungheres uruguaian uzbek venezuelan
        vietnamit yemenit
    """,
}
"""Of adjectives in Spanish and Italian, without what tells gender and number."""
_STEM_ENDINGS = {"es": re.compile(r"(?:es|as|os|a|o|e|s)?$"), "it": re.compile(r"(?:he|hi|a|o|e|i)?$")}
_OF_GERMAN = re.compile(r"(?:US-)?([a-zäöüß-]+?)isch(?:e[nmrs]?)")
_LIKE_TOWNS = frozenset("Schweizer Luxemburger Liechtensteiner Kosovarer".split())
_FRENCH_ENDING = re.compile(r"(?:s|e|es|ne|nes|te|tes)$")


def is_of_another_nation_in_german(word: str) -> bool:
    """Tell whether a word is the adjective of a state other than Germany in any of its forms: `russischen`."""
    adjective = _OF_GERMAN.fullmatch(word)
    return word in _LIKE_TOWNS or (adjective is not None and adjective[1] in _german())


@cache
def in_another_state_in_german() -> re.Pattern[str]:
    """Return what fits a state other than Germany, with its preposition, after a name: ` in Frankreich`."""
    plain = "|".join(_GERMAN_STATES.split())
    with_article = "|".join(" ".join(_GERMAN_STATES_WITH_ARTICLES.split()).replace("| ", "|").split("|"))
    return re.compile(rf" (?:in (?:{plain}|{with_article})|im (?:{_GERMAN_STATES_AFTER_IM}))\b")


def is_of_another_nation_in_french(word: str) -> bool:
    """Tell whether a word is the adjective of a state other than France in any gender and number: `turques`."""
    return not _french().isdisjoint((word, _FRENCH_ENDING.sub("", word), word.removesuffix("s")))


def is_of_another_nation(word: str, language: str) -> bool:
    """Tell whether a word is the adjective of a state other than that of Spanish or Italian: `alemana`, `tedesche`."""
    return word in _stems(language) or _STEM_ENDINGS[language].sub("", word, count=1) in _stems(language)


@cache
def _stems(language: str) -> frozenset[str]:
    return frozenset(_STEMS[language].split())


@cache
def _german() -> frozenset[str]:
    return frozenset(_GERMAN_ADJECTIVES.split())


@cache
def _french() -> frozenset[str]:
    return frozenset((*_FRENCH_ADJECTIVES.split(), "grecque", "turque"))
