"""Given names that are also names of places and states, or family names."""

import re
from collections.abc import Mapping
from functools import cache

_PLACES: Mapping[str, str] = {
    "az": """
        altay aral araz aydın babək cavad cəbrayıl cəlil dəclə elbrus fərat füzuli göyçə heydər kamran kəpəz laçın misir
        muğan nizami nəriman nəsimi oğuz qafqaz qubadlı sabir savalan səttar sofiya şirvan şəhriyar təbriz turan ural
        vidadi viktoriya xəzər xətai
    """,
    "tr": """
        altay aras asya aydın boran bora cebrail ceyhan çınar deniz dicle ege emir eyüp fatih fırat füzuli gediz idil
        irem kartal kemal kuzey mahmut meriç milas murat mustafa nil nizami oğuz orhan osman pamir sarp selçuk seyhan
        sofya sultan toros tuna turan ural yavuz
    """,
    "de": "adelaide august florenz georgia lorenz roman sidney verona victoria viktoria virginia",
    "fr": """
        adélaïde alexandrie chantal charlotte christophe constance denis florence france israël jordan
        laurent lorraine luce martin maurice nancy sidney sofia valence victoria virginie
    """,
    "es": "américa florencia georgia israel lorenzo mauricio santiago sofía valencia victoria virginia áfrica",
    "it": "america asia fiorenza georgia israele italia maurizio sofia vittoria",
    "pl": "florencja georgia lorenzo sofia wiktoria",
}  # fmt: skip
"""Places and states called like people, in small letters."""
_PLACES_LIKE_PEOPLE = frozenset(
    """
    аделаида аугуста валентин вероника виктория виргиния вирджиния владимир джорджия иван измаил израиль иордан
    карл кирилл константин кристина лаура лоренцо людвиг маврикий мартин наталия олимпия павел роман сан-марино сидней
    софия тарас томас фатима феодосия флоренция франклин хасан шарлотта юлия
    аделаїда вероніка вікторія вірджинія володимир джорджія ізмаїл ізраїль костянтин маврикій сідней софія феодосія
    флоренція шарлотта
    """.split()
)
"""In Russian and Ukrainian."""
_PLACES_LIKE_FAMILIES = frozenset(
    """
    берлин бирмингем ванкувер вашингтон веллингтон галифакс гамильтон дарвин дарем денвер джексон джонстаун дублин
    йорк кентербери кливленд кордова ланкастер линкольн ливерпуль лондон медина мельбурн монтгомери монреаль мэдисон
    нельсон оксфорд остин питтсбург ричмонд рокфорд сантьяго спрингфилд толедо фрипорт хантингтон хобарт хьюстон
    честер эссен
    берлін бірмінгем вашингтон веллінгтон галіфакс гамільтон дарвін дарем денвер джексон дублін йорк клівленд кордова
    ланкастер лінкольн лондон медіна мельбурн монтгомері медісон нельсон оксфорд остін ричмонд сантьяго толедо
    хантінгтон хобарт х'юстон честер
    """.split()
)
"""Places abroad called like families, in Russian and Ukrainian."""
_FAMILY_NAMES: Mapping[str, str] = {
    "az": """
        araz aslan aydın bayram çingiz elçin fidan heydər kamran mahir nizami polad sabir səttar tofiq vahid abbas
        anar cavid eldar elnur emin əhməd əkbər əli fərid hacı həsən hüseyn ibrahim ilham ilqar isa ismayıl kərim
        mahmud məmməd mirzə murad musa mustafa namiq nəriman orxan oqtay rauf rəşad rəsul rüstəm salman samir
        səməd süleyman şahin tural vaqif yaqub yusif zakir
    """,
    "tr": """
        alkan alp arslan aslan ateş aydın ayhan bayram bozkurt bulut cihan coşkun çetin deniz doğan doruk duman
        durmuş dursun engin ercan erdem erdoğan erkan erol ersin ertan fidan gökhan gül gültekin günay gündüz güneş
        gürkan hakan ilhan kaan kaplan kaya kemal kılıç korkmaz kurt metin mutlu okan onur orhan ozan önder özcan
        özgür özkan polat sarp savaş selçuk sezer sezgin sinan şahin şener şimşek taner taylan tekin temel toprak
        tuna tuncay tunç turan turgut türkan uğur ulaş ulusoy ümit vural yaşar yavuz yıldırım yıldız yılmaz yiğit
        yusuf yücel yüksel zafer
    """,
    "de": """
        adam albert albrecht alexander alfred alois andreas anton arndt arnold bernd bernhard berthold bertram
        christian christoph conrad daniel david dieter dietrich ebert eckart eckhard eduard engelbert ernst erwin
        ewald felix ferdinand florian frank franz friedrich fritz gabriel georg gerhard gottfried günter günther
        hans hartmann hartmut heinrich heinz helmut henning herbert hermann hubert jakob joachim johannes jonas
        jordan josef julius kai karl kaspar kilian klaus konrad kurt lambert leonhard lorenz lothar ludwig lukas
        manfred marcus markus martin matthias max michael moritz norbert oskar oswald otto paul peter philipp rainer
        reinhard reinhold richard robert roland rolf roman rudolf ruprecht sebastian siegfried siegmund simon
        stefan stephan theodor thomas tobias ulrich urban valentin veit victor viktor vincent volker volkmar walter
        walther werner wilhelm winfried wolfgang wolfram
    """,
    "fr": """
        adam adrien aimé alain albert alexandre alexis alphonse ambroise andré anselme antoine armand arnaud arthur
        auguste aubin barnabé barthélemy basile bastien benoît bernard bertrand blaise blanche brice camille charles
        christian christophe claude clément colin constant cyrille damien daniel david denis désiré didier dominique
        édouard élie émile étienne eugène fabien fabre félix ferdinand fernand florent françois gabriel gaspard
        gaston gautier georges gérard germain gilbert gilles grégoire guillaume gustave guy henri henry hervé
        hilaire honoré hubert hugues isaac jacob jacques jean jérôme joseph jourdan jules julien lambert laurent
        léger léon léonard louis lucas lucien marc marcel marie marin marius martin mathieu maurice maxime michel
        nicolas noël olivier pascal patrice paul philippe pierre prosper quentin rambert raphaël raymond rémy rené
        richard robert robin roger roland romain salomon sébastien serge simon sylvain sylvestre thibault thierry
        thomas tristan urbain valentin victor vincent vivien xavier yves
    """,
    "es": """
        alonso andrés antonio benito bernardo blas clemente cristóbal david diego domingo esteban felipe félix
        fernando francisco garcía gaspar gil gonzalo guillermo ignacio jaime jorge juan julián lázaro lope lorenzo
        luis manuel marcos martín mateo miguel nicolás pablo pascual pedro ramiro ramón rodrigo roque rosario salvador
        santiago sancho simón tomás vicente víctor
    """,
    "it": """
        agostino alberti alberto alfonso ambrogio andrea angelo antonio bartolomeo benedetto bernardo biagio bruno
        carlo clemente cosimo costantino daniele domenico donato fabrizio felice filippo franco gaspare germano
        giordano giuliano gregorio lorenzo luca marco marino martino massimo matteo mauro michele natale nicola orlando
        paolo pasquale pietro rinaldo roberto romano salvatore santo silvestro simone tommaso ugo valentino vito
    """,
    "pl": """
        adam adamek albert aleksander andrzej antoni bartosz bogdan daniel dominik filip gabriel grzegorz henryk
        jakub jan karol kasper kazimierz klemens konrad ludwik łukasz marcin marek michał mikołaj paweł piotr roman
        stefan szymon tomasz walenty wiktor wincenty witold wojciech zygmunt
    """,
}
"""Family names that are given names as well, in small letters."""
_TURKIC_CASE = re.compile(r"(?:n?[ıiuü]n|[yn]?[ıiuü]|[yn]?[aeə]|[dt][aeə]n?|y?l[aeə])?$")


@cache
def may_be_a_given_name(name: str, language: str, *, place: bool) -> bool:
    """Tell whether the name of a place, or else of a family, is a given name as well: `Maurice`, `Bertrand`."""
    small = name.replace("I", "ı").replace("İ", "i").lower() if language in ("az", "tr") else name.lower()
    return small in _table(language, place=place)


@cache
def is_a_place_called_like_a_man(name: str, language: str) -> bool:
    """Tell whether a case of an Azerbaijani or Turkish place is that of a given or a pen name: `Füzulinin`."""
    if language not in ("az", "tr"):
        return False
    small = name.replace("I", "ı").replace("İ", "i").lower()
    return any(
        small.startswith(own) and _TURKIC_CASE.fullmatch(small, len(own)) is not None
        for own in _table(language, place=True)
    )


@cache
def is_called_like_people(lemma: str, *, family: bool) -> bool:
    """Tell whether a Russian or Ukrainian place is called like a family abroad, or else like a person: `Измаил`."""
    return lemma in (_PLACES_LIKE_FAMILIES if family else _PLACES_LIKE_PEOPLE)


@cache
def _table(language: str, *, place: bool) -> frozenset[str]:
    return frozenset((_PLACES if place else _FAMILY_NAMES).get(language, "").split())
