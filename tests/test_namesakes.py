"""What beside a name says that another is meant: another state's court, a sea, a village, a cup, a common word."""

import pytest

from policybrief.chapters.terms import matcher_of
from policybrief.model.dates import Date, Span
from policybrief.model.glossary import Alias, Entry, Glossary, Kind
from policybrief.model.problems import Place
from test_inflected_sentences import labelled, places

HERE = Place("glossary.yml")
STATE, PLACE, PERSON, MEDIA, GROUP = Kind.STATE, Kind.PLACE, Kind.PERSON, Kind.MEDIA, Kind.GROUP
ORGANISATION, DOCUMENT, TREATY, CONCEPT = Kind.ORGANISATION, Kind.DOCUMENT, Kind.TREATY, Kind.CONCEPT

CASES = [
    # Bodies and laws of other states.
    ("pl", ORGANISATION, "Sąd Najwyższy", "Rumuński [[?|Sąd Najwyższy]] milczy, [[x|Sąd Najwyższy]] orzekł."),
    ("pl", ORGANISATION, "Sąd Najwyższy", "[[?|Sąd Najwyższy]] Mołdawii orzekł, Polski [[x|Sąd Najwyższy]] nie."),
    ("ru", ORGANISATION, "Счётная палата", "[[?|Счётная палата]] Татарстана и [[x|Счётная палата]] России."),
    ("ru", ORGANISATION, "ЦИК", "Был [[?|ЦИК]] СССР, есть [[x|ЦИК]] России."),
    ("uk", ORGANISATION, "Конституційний Суд", "Молдовський [[?|Конституційний Суд]] і [[x|Конституційний Суд]]."),
    ("de", DOCUMENT, "Lieferkettengesetz", "Norwegens [[?|Lieferkettengesetz]] und das [[x|Lieferkettengesetz]]."),
    ("fr", ORGANISATION, "Parti socialiste", "À Lisbonne, le [[?|Parti socialiste]] perd."),
    ("fr", ORGANISATION, "Parti socialiste", "À Lyon, le [[x|Parti socialiste]] perd."),
    ("fr", ORGANISATION, "CDC", "Les [[?|CDC]] d'Atlanta alertent, la [[x|CDC]] prête."),
    ("es", ORGANISATION, "Tribunal Constitucional", "El [[?|Tribunal Constitucional]] de Portugal falló."),
    ("it", ORGANISATION, "Partito Democratico", "A Tirana il [[?|Partito Democratico]] protesta."),
    ("hy", ORGANISATION, "Ազգային ժողով", "Ֆրանսիայի [[?|Ազգային ժողովը]], Հայաստանի [[x|Ազգային ժողովը]]։"),
    ("ka", ORGANISATION, "ეროვნული ბანკი", "უკრაინის [[?|ეროვნული ბანკი]] და [[x|ეროვნული ბანკი]]."),
    ("he", ORGANISATION, "בית המשפט העליון", "[[?|בית המשפט העליון]] האמריקאי פסק, [[x|בית המשפט העליון]] שתק."),
    ("ar", ORGANISATION, "المحكمة الدستورية", "[[?|المحكمة الدستورية]] الألمانية حكمت، [[x|والمحكمة الدستورية]]."),
    # Waters.
    ("fr", STATE, "Oman", "En mer d'[[?|Oman]], un navire quitte [[x|Oman]]."),
    ("de", STATE, "Niger", "Am Oberlauf des [[?|Niger]] und in [[x|Niger]]."),
    ("ru", STATE, "Нигер", "Дельта [[?|Нигера]] и президент [[x|Нигера]]."),
    ("ka", PLACE, "ვანი", "[[?|ვანის]] ტბა შორსაა, [[x|ვანის]] მერი ახლოს."),
    ("he", STATE, "לבנון", "הר [[?|לבנון]] מושלג, ממשלת [[x|לבנון]] נפלה."),
    ("ar", STATE, "تشاد", "بحيرة [[?|تشاد]] تجف، حكومة [[x|تشاد]] قلقة."),
    # Villages, kings, laws, cups.
    ("de", PERSON, "Norbert Röttgen", "Im Ortsteil [[?|Röttgen]] spricht der Abgeordnete [[x|Röttgen]]."),
    ("de", PERSON, "Christine Lambrecht", "Im pfälzischen [[?|Lambrecht]] sprach Ministerin [[x|Lambrecht]]."),
    ("fr", PERSON, "Clément Beaune", "Le maire de [[?|Beaune]] écrit au ministre [[x|Beaune]]."),
    ("fr", PERSON, "Édouard Philippe", "Le roi [[?|Philippe]] reçoit le maire [[x|Philippe]]."),
    ("it", PERSON, "Paola Severino", "La legge [[?|Severino]] resta, dice l'avvocata [[x|Severino]]."),
    ("tr", PERSON, "Sergey Magnitski", "[[?|Magnitski]] yasası çıktı, [[x|Magnitski]] öldü."),
    ("es", ORGANISATION, "CAN", "La final de la [[?|CAN]] coincide con la reunión de la [[x|CAN]]."),
    ("fr", STATE, "Malte", "L'ordre souverain de [[?|Malte]] est hors de [[x|Malte]]."),
    ("az", PLACE, "Lənkəran", "[[?|Lənkəran]] küçəsində yox, [[x|Lənkəranda]]."),
    ("ka", PLACE, "ბორჯომი", "წყალი „[[?|ბორჯომი]]“ იყიდება, [[x|ბორჯომში]] თოვს."),
    ("hy", PLACE, "Սևան", "[[?|Սևան]] Նշանյանը փախավ, [[x|Սևանում]] անձրև է։"),
    ("it", PLACE, "Alba", "I capi di [[?|Alba]] Dorata, il sindaco di [[x|Alba]]."),
    ("fr", PLACE, "Brest", "Le poste de [[?|Brest]], en Biélorussie, et le port de [[x|Brest]]."),
    ("ru", PLACE, "Одесса", "В техасской [[?|Одессе]] и в [[x|Одессе]]."),
    ("de", STATE, "Panama", "Die »[[?|Panama]] Papers« und [[x|Panama]]."),
    # Proverbs and idioms.
    ("tr", PLACE, "Halep", "[[?|Halep]] oradaysa arşın burada, [[x|Halep]] düştü."),
    ("fr", STATE, "Pérou", "Ce n'est pas le [[?|Pérou]], mais c'est au [[x|Pérou]]."),
    ("de", PLACE, "Kiel", "Das Schiff wird auf [[?|Kiel]] gelegt, aber in [[x|Kiel]]."),
    # What the text says that it is.
    ("de", TREATY, "Pariser Abkommen", "Das [[?|Pariser Abkommen]] von 1973 und das [[x|Pariser Abkommen]]."),
    ("uk", TREATY, "Будапештський меморандум", "[[x|Будапештський меморандум]] 1994 року."),
    ("tr", TREATY, "Paris Anlaşması", "1973 tarihli [[?|Paris Anlaşması]] değil, [[x|Paris Anlaşması]]."),
    ("ar", CONCEPT, "المجتمع المدني", "معهد [[?|المجتمع المدني]] يدرس دور [[x|المجتمع المدني]]."),
    ("tr", TREATY, "Lozan", "[[?|Lozan]]'daki duruşma [[x|Lozan]]'a aykırı."),
    ("de", DOCUMENT, "Agenda 2030", "Ihre eigene »[[?|Agenda 2030]]« und die »[[x|Agenda 2030]]«."),
    ("fr", CONCEPT, "droit d'asile", "La Cour nationale du [[?|droit d'asile]] juge du [[x|droit d'asile]]."),
    ("ru", CONCEPT, "мягкая сила", "Институт изучения [[?|мягкой силы]] и споры о [[x|мягкой силе]]."),
    # Common words.
    ("ru", PLACE, "Дели", "[[?|Дели]] обещанное на два. [[x|Дели]] обещает помощь."),
    ("ru", STATE, "Панама", "[[?|Панама]] и шорты запрещены. [[x|Панама]] и Перу рады."),
    ("ru", PERSON, "Анджей Дуда", "[[x|Дуде]] дважды пришлось вмешаться. [[?|Дуда]] заиграла."),
    ("ru", PERSON, "Ирина Мороз", "[[?|Мороз]] усилился. [[x|Ирина Мороз]] ушла. [[x|Мороз]] молчит."),
    ("de", PERSON, "Joachim Nagel", "»Nein«, sagte [[x|Nagel]] und nahm den [[?|Nagel]]."),
    ("de", ORGANISATION, "Volt", "Mit 525 000 [[?|Volt]] und mit [[x|Volt]]."),
    ("az", MEDIA, "Müsavat", "[[x|Müsavatdan]] ayrılanlar var."),
    ("he", MEDIA, "הארץ", 'תושבי [[?|הארץ]] קוראים בעיתון "[[x|הארץ]]".'),
    ("he", PLACE, "שדרות", "ב[[?|שדרות]] רוטשילד גרים תושבי [[x|שדרות]].".replace("ב[[?|שדרות]]", "[[?|בשדרות]]")),
    ("he", PERSON, "בנימין נתניהו", "שרה [[?|נתניהו]] תבעה, [[x|נתניהו]] שתק."),
    ("ar", MEDIA, "النهار", "قبل طلوع [[?|النهار]] صدرت صحيفة [[x|النهار]]."),
    ("ar", STATE, "قطر", "يبلغ [[?|قطر]] الدائرة مترا، وأعلنت [[x|قطر]] ذلك."),
    ("ar", PERSON, "محمد السوداني", "الجيش [[?|السوداني]] تقدم، وقال [[x|السوداني]] ذلك."),
    ("ka", PERSON, "ნიკა მელია", "[[?|მელია]] ტყეში ცხოვრობს. [[x|მელიამ]] უარი თქვა."),
    ("ka", MEDIA, "იმედი", "[[?|იმედი]] კვდება. ეთერშია „[[x|იმედი]]“."),
    ("hy", MEDIA, "Առավոտ", "[[?|Առավոտ]] էր։ Գրում է «[[x|Առավոտը]]»։"),
]  # fmt: skip


def glossary_of(language: str, kind: Kind, name: str, *others: str, dates: Span | None = None) -> Glossary:
    forms = (name, *others, *([name.split(" ", 1)[1]] if kind is PERSON else []))
    aliases = tuple(Alias(form, language, HERE, any_case=not any(map(str.isupper, form))) for form in forms)
    return Glossary((Entry("x", name, kind, "", HERE, HERE, aliases, dates=dates),))


@pytest.mark.parametrize(("language", "kind", "name", "sentence"), CASES)
def test_another_of_the_name(language: str, kind: Kind, name: str, sentence: str) -> None:
    expected = labelled(sentence)
    assert places(matcher_of(glossary_of(language, kind, name)).find(expected.text)) == set(expected.names)


def test_an_acronym_in_brackets_is_what_the_words_before_it_say() -> None:
    matcher = matcher_of(glossary_of("de", ORGANISATION, "Stiftung Wissenschaft und Politik", "SWP"))
    expected = labelled(
        "Die Stadtwerke Pforzheim ([[?|SWP]]), die [[x|Stiftung Wissenschaft und Politik]] ([[x|SWP]])."
    )
    assert places(matcher.find(expected.text)) == set(expected.names)


def test_the_year_of_an_entry_tells_which_treaty_is_meant() -> None:
    date = Date("2015-12-12", 2015, 12, 12)
    matcher = matcher_of(glossary_of("fr", TREATY, "accord de Paris", dates=Span(date, date)))
    expected = labelled("L'[[x|accord de Paris]] de 2015 et l'[[?|accord de Paris]] du 27 janvier 1973.")
    assert places(matcher.find(expected.text)) == set(expected.names)


def test_a_name_joined_to_another_of_its_kind_is_one() -> None:
    entries = tuple(
        Entry(name, name, PERSON, "", HERE, HERE, (Alias(name, "az", HERE),)) for name in ("Fidan", "Paşinyan")
    )
    matcher = matcher_of(Glossary(entries))
    assert [found.entry for found in matcher.find("Fidanla Paşinyanın görüşü.")] == ["Fidan", "Paşinyan"]
    assert [found.entry for found in matcher.find("Fidanla torpaq götürüldü.")] == [""]
