"""What stands around a name and makes another one of it, with a twin of each sentence in which the name is meant.

The marks are those of `inflected/ru.yml`: `[[x|words]]` is the name, `[[?|words]]` is to be listed.
"""

import pytest

from policybrief.chapters.terms import matcher_of
from policybrief.model.glossary import Alias, Entry, Glossary, Kind
from policybrief.model.problems import Place
from test_inflected_sentences import labelled, places

HERE = Place("glossary.yml")
STATE, PLACE, PERSON, MEDIA = Kind.STATE, Kind.PLACE, Kind.PERSON, Kind.MEDIA
ORGANISATION, CONCEPT, EVENT, PROJECT = Kind.ORGANISATION, Kind.CONCEPT, Kind.EVENT, Kind.PROJECT

CASES = [
    # A place that is a person.
    ("ru", PLACE, "Киров", "Памятник Сергею [[?|Кирову]] снесли."),
    ("ru", PLACE, "Киров", "Убийство С. М. [[?|Кирова]] потрясло страну."),
    ("ru", PLACE, "Киров", "О Сергее Мироновиче [[?|Кирове]] снят фильм."),
    ("ru", PLACE, "Киров", "Сергей [[x|Кировом]] доволен, а Анна живёт в [[x|Кирове]]."),
    ("ru", PLACE, "Киров", "Письмо Сергея [[x|Кирову]] не помогло."),
    ("ru", PLACE, "Киев", "Для Сергея [[x|Киев]] чужой, Иван [[x|Киев]] покинул."),
    ("ru", STATE, "Латвия", "Из [[x|Латвии]] приехали наблюдатели."),
    ("ru", PLACE, "Киров", "Там поёт Роман [[?|Киров]]."),
    ("ru", PLACE, "Владимир", "О [[?|Владимире]] Путине написали книгу."),
    ("ru", PLACE, "Владимир", "Во [[x|Владимире]] Путин открыл завод."),
    ("az", PLACE, "Cəbrayıl", "Vəkil [[?|Cəbrayıl]] Məmmədov danışdı."),
    ("az", PLACE, "Cəbrayıl", "Quranda mələk [[?|Cəbrayıl]] haqqında deyilir."),
    ("az", PLACE, "Cəbrayıl", "Köçkünlər [[x|Cəbrayıla]] qayıtdı, [[x|Cəbrayıl]] rayonu bərpa olunur."),
    ("az", PLACE, "Cəbrayıl", "Dünən [[x|Cəbrayıl]] Rayon Məhkəməsi qərar verdi."),
    ("az", PLACE, "Füzuli", "Şair Məhəmməd [[?|Füzulidən]] beytlər oxundu, M. [[?|Füzuli]] xatırlandı."),
    ("az", PLACE, "Füzuli", "Dünən Bakıdan [[x|Füzuliyə]] yeni qatar yola düşdü, sonra [[x|Füzulidə]] dayandı."),
    ("tr", PLACE, "Cebrail", "Rivayette melek [[?|Cebrail]] geçer, yol [[x|Cebrail]] kentinden geçer."),
    ("tr", PLACE, "Selçuk", "[[?|Selçuk]] Demirel ödül aldı."),
    ("tr", PLACE, "Selçuk", "[[x|Selçuk]] Belediyesi ihaleyi iptal etti."),
    ("fr", STATE, "Maurice", "Le général [[?|Maurice]] Gamelin fut remplacé, et saint [[?|Maurice]] oublié."),
    ("fr", STATE, "Maurice", "La Réunion et [[x|Maurice]] sont voisines, et [[x|Maurice]] exporte du sucre."),
    # A family name that is a given name.
    ("fr", PERSON, "Xavier Bertrand", "[[?|Bertrand]] Delanoë fut maire, [[?|Bertrand]] Piccard aéronaute."),
    ("fr", PERSON, "Xavier Bertrand", "Pour [[x|Bertrand]], la région décide ; Le parti de [[x|Bertrand]] hésite."),
    ("pl", PLACE, "Wiktoria", "Gra [[?|Wiktoria]] Nowak, a miasto [[x|Wiktoria]] śpi."),
    ("pl", PERSON, "Jan Marek", "Wczoraj [[?|Marek]] Belka mówił, a [[x|Marek]] milczał."),
    ("es", PERSON, "Felipe Marcos", "Entonces [[?|Marcos]] Pérez habló, y [[x|Marcos]] calló."),
    ("it", PERSON, "Ugo Marino", "Parlava allora [[?|Marino]] Sinibaldi, e [[x|Marino]] taceva."),
    ("az", PERSON, "Aqil Vahid", "Dünən [[?|Vahid]] Məmmədov gəldi, [[x|Vahid]] getdi."),
    ("de", PERSON, "Daniel Günther", "Der Autor [[?|Günther]] Grass meinte das anders."),
    ("de", PERSON, "Daniel Günther", "Gestern sagte [[x|Günther]] ab, am Montag schwieg [[x|Günther]]."),
    ("de", PERSON, "Daniel Günther", "Daran übte [[x|Günther]] Kritik, dafür bekam [[x|Günther]] Unterstützung."),
    ("de", PERSON, "Angela Merkel", "Nach der Wahl dankte [[x|Merkel]] Kanzleramt und Partei."),
    ("ru", PERSON, "Алексей Герман", "Банком правит [[?|Герман]] Греф."),
    ("ru", PERSON, "Реджеп Эрдоган",
     "На встрече с [[x|Эрдоганом]] Путин молчал, а после [[x|Эрдогана]] Путина не слышали."),
    ("tr", PERSON, "Binali Yıldırım", "Eski başbakan [[?|Yıldırım]] Akbulut anıldı."),
    ("tr", PERSON, "Binali Yıldırım", "Dün [[x|Yıldırım]] Bey konuştu, [[?|Yıldırım]] Merkezi kapalı."),
    ("tr", PERSON, "Binali Yıldırım", "Açılışta [[x|Yıldırım]] Hükümeti savundu."),
    ("de", PERSON, "Angela Merkel", "Der Forscher Wolfgang [[?|Merkel]] zweifelt, die Kanzlerin [[x|Merkel]] nicht."),
    ("de", MEDIA, "Spiegel", "Ministerin Anne [[?|Spiegel]] schwieg, im Magazin [[x|Spiegel]] stand es."),
    ("de", PLACE, "Berlin", "Der Denker Isaiah [[?|Berlin]] lehrte, nicht in [[x|Berlin]]."),
    ("fr", PERSON, "Charles de Gaulle", "L'amiral Philippe [[?|de Gaulle]] écrit, pour [[x|de Gaulle]] tout est dit."),
    ("fr", PERSON, "Édouard Philippe", "L'amiral [[?|Philippe]] de Gaulle écrit, le maire [[x|Philippe]] lit."),
    ("az", ORGANISATION, "Ümid", "Hüquqşünas [[?|Ümid]] Quliyev danışdı, dünən [[x|Ümid]] qurultay keçirdi."),
    # A name of which another is a part.
    ("de", PERSON, "Olaf Scholz", "Die Agentur [[?|Scholz]] & Friends wirbt für [[x|Scholz]]."),
    ("fr", STATE, "France", "Un député de La [[?|France]] insoumise aime la [[x|France]]."),
    ("fr", STATE, "France", "Selon [[?|France]] 24 rien ne change, mais en [[x|France]] 24 villes votent."),
    ("fr", STATE, "États-Unis", "Il rêvait des [[?|États-Unis]] d'Europe, non des [[x|États-Unis]]."),
    ("fr", ORGANISATION, "Nations unies",
     "Le Haut-Commissariat des [[?|Nations unies]] pour les réfugiés loue les [[x|Nations unies]] pour les vivres."),
    ("fr", ORGANISATION, "Organisation des Nations unies",
     "L'[[?|Organisation des Nations unies]] pour l'alimentation prévient l'[[x|Organisation des Nations unies]]."),
    ("fr", ORGANISATION, "Assemblée nationale",
     "L'[[?|Assemblée nationale]] du Québec vote, l'[[x|Assemblée nationale]] du lundi aussi."),
    ("fr", PERSON, "Charles de Gaulle", "Le porte-avions [[?|Charles de Gaulle]] part, pas [[x|de Gaulle]]."),
    ("ru", ORGANISATION, "Европейский союз",
     "Вчера [[?|Европейский союз]] студентов спорил, а [[x|Европейский союз]] визы отменил."),
    ("ru", ORGANISATION, "Газпром", "Совет «[[?|Газпром]] нефти» заседал, а «[[x|Газпром]]» молчал."),
    ("ru", ORGANISATION, "Голос", "Радио «[[?|Голос]] Америки» закрыто, а движение «[[x|Голос]]» нет."),
    ("az", ORGANISATION, "Müsavat", "Dünən “Yeni [[?|Müsavat]]” qəzeti yazdı, “[[x|Müsavat]]” susdu."),
    # As writers spell it.
    ("fr", STATE, "États-Unis", "Les [[x|Etats-Unis]] et les [[x|États-Unis]] d'hier."),
    ("fr", CONCEPT, "État de droit", "L'[[x|Etat de droit]] et les [[x|Etats de droit]]."),
    ("de", PROJECT, "Nord Stream 2", "Die [[x|Nord-Stream-2]]-Pipeline und [[x|Nord Stream 2]]."),
    ("de", ORGANISATION, "Christlich Demokratische Union", "Als Chefin der [[x|Christlich Demokratischen Union]]."),
    ("ru", PLACE, "Западные Балканы", "Страны [[x|Западных Балкан]] и [[x|Западных Балканов]]."),
    # A ship, a river, a former land.
    ("ru", PLACE, "Москва", "Гостиница «[[?|Москва]]» закрыта, а «любимая [[x|Москва]]» в песне осталась."),
    ("ru", ORGANISATION, "Яблоко", "Партия «[[x|Яблоко]]» выдвинула кандидата."),
    ("ru", STATE, "Чад", "На берегах озера [[?|Чад]] голод, а в [[x|Чаде]] война."),
    ("ru", STATE, "Конго", "В Демократической Республике [[?|Конго]] и в [[x|Конго]] прошли выборы."),
    ("ru", STATE, "Россия", "В Советской [[?|России]] такого не было, а в нынешней [[x|России]] есть."),
    ("ru", STATE, "Россия", "Позиция Государственной Думы [[x|России]] ясна. Путинская [[x|Россия]] её отвергла."),
    ("ru", ORGANISATION, "Центральный банк", "Ставку поднял Европейский [[?|Центральный банк]]."),
    ("ru", ORGANISATION, "Центральный банк", "Ставку поднял российский [[x|Центральный банк]]."),
    ("fr", STATE, "Congo", "Le [[?|Congo]] belge et le lac [[?|Congo]] n'existent plus, le [[x|Congo]] russe jamais."),
    ("fr", STATE, "Congo", "La ligne Congo-Océan relie le [[x|Congo]] à la mer."),
    ("fr", MEDIA, "Les Échos", "La fanfare [[?|Les Échos]] du Jura défile."),
    ("fr", MEDIA, "Les Échos", "D'après [[x|Les Échos]] du jour, la dette baisse."),
    ("az", STATE, "Konqo", "[[?|Konqo]] Demokratik Respublikasının ordusu [[x|Konqo]] ilə sərhədi bağladı."),
    ("az", STATE, "Niger", "Gəmi [[?|Niger]] çayı ilə üzür, [[x|Niger]] hökuməti isə susur."),
    ("es", STATE, "Congo", "El [[?|Congo]] belga y la República Democrática del [[?|Congo]], no el [[x|Congo]] libre."),
    ("it", STATE, "Congo", "Sul fiume [[?|Congo]], nel [[?|Congo]] belga, non nel [[x|Congo]] libero."),
    ("it", STATE, "Congo", "La Repubblica Democratica del [[?|Congo]] è grande."),
    ("es", STATE, "Chad", "Junto al lago [[?|Chad]] y en [[x|Chad]]."),
    ("de", STATE, "Kongo", "Am Fluss [[?|Kongo]], in der Demokratischen Republik [[?|Kongo]], im [[x|Kongo]]."),
    ("fr", STATE, "Congo", "En République démocratique du [[?|Congo]], au bord du fleuve [[?|Congo]]."),
    ("pl", STATE, "Kongo", "W Demokratycznej Republice [[?|Konga]], nad rzeką [[?|Kongo]], w stolicy [[x|Konga]]."),
    ("uk", STATE, "Конго", "У Демократичній Республіці [[?|Конго]], на річці [[?|Конго]], в столиці [[x|Конго]]."),
    ("uk", STATE, "Росія", "У Радянській [[?|Росії]] й у нинішній [[x|Росії]]."),
    ("de", PLACE, "Victoria", "Unter Königin [[?|Victoria]] und in [[x|Victoria]]."),
    ("es", PLACE, "Santiago", "El rey [[?|Santiago]], [[?|Santiago]] Abascal y la ciudad de [[x|Santiago]]."),
    ("it", STATE, "Georgia", "Il ministro [[?|Georgia]] Meloni, la santa [[?|Georgia]] e la [[x|Georgia]]."),
    ("az", STATE, "Nigeriya", "Dünən [[?|Nigeriya]] kəndi tapıldı, [[x|Nigeriya]] kəndli göndərdi."),
    ("fr", STATE, "France", "L'agence France-Presse et France-Inter sont en [[x|France]]."),
    # A longer name in Azerbaijani and Turkish.
    ("az", PERSON, "Heydər Əliyev", "Tədbir [[?|Heydər Əliyev]] Fondunda və [[?|Heydər Əliyev]] Mərkəzində keçdi."),
    ("az", PERSON, "İlham Əliyev", "Dünən [[x|İlham Əliyev]] Mərkəzi Asiyaya getdi."),
    ("az", MEDIA, "Ədalət", "Keçmiş deputat [[?|Ədalət]] Partiyasına keçdi, sonra [[x|Ədalət]] qəzetinə yazdı."),
    ("az", ORGANISATION, "Dünya Bankı", "Ötən il [[?|Dünya Bankı]] İnkişaf Fondu, bu il [[x|Dünya Bankının]] Fondu."),
    ("tr", CONCEPT, "iklim değişikliği", "Görevi [[?|İklim Değişikliği]] ve Enerji Bakanlığı üstlendi."),
    ("tr", CONCEPT, "iklim değişikliği", "Toplantıya [[?|İklim Değişikliği]] Bakanı katıldı."),
    ("tr", CONCEPT, "iklim değişikliği", "Rapor [[x|iklim değişikliği]] bakanlığı kurulmasını öneriyor."),
    ("az", ORGANISATION, "Dünya Bankı", "Ötən il [[x|Dünya Bankı]] Bakıda Universitetin binasını aldı."),
    ("tr", ORGANISATION, "Avrupa Konseyi", "Yeni [[x|Avrupa Konseyi]] Genel Sekreteri ile Bakanlar Komitesi görüştü."),
    ("tr", ORGANISATION, "Avrupa Konseyi",
     "Kredi [[?|Avrupa Konseyi]] Bankasından geldi, [[x|Avrupa Konseyinin]] Bankası değil."),
    ("tr", STATE, "Türkiye", "Dün [[x|Türkiye]] Cumhurbaşkanı ile [[x|Türkiye]] Büyükelçisi konuştu."),
    ("tr", STATE, "Çin", "Gemi [[?|Çin]] Denizi'nde, heyet [[x|Çin]] Dışişleri Bakanlığında kaldı."),
    ("tr", PERSON, "Binali Yıldırım", "Konvoy [[?|Yıldırım]] ilçesine vardı, [[x|Yıldırım]] ilçede konuştu."),
    ("tr", PLACE, "Bor", "Kadro [[x|Bor]] ilçesinde kuruldu."),
    ("tr", ORGANISATION, "MHP",
     "Dün MHP'li vekiller ve MHP'liler [[x|MHP]]'yi savundu, MHP'siz koalisyon [[x|MHP]]'den döndü."),
    ("az", ORGANISATION, "NATO", "Dünən NATO-lu generallar [[x|NATO]]-ya NATO-suz Avropadan danışdı."),
    # A common word that opens a sentence.
    ("ru", PERSON, "Алексей Навальный",
     "[[?|Навальный]] корабль ушёл. [[x|Навальный]] вернулся, и [[x|Навальный]] груз не взял."),
    ("ru", STATE, "Того", "[[?|Того]] и гляди, война. [[?|Того]] же ждёт лидер [[x|Того]]."),
    ("ru", PLACE, "Гори", "[[?|Гори]] огнём! Жители [[x|Гори]] молчали."),
    ("tr", STATE, "Katar", "[[?|Katar]] durdu. [[x|Katar]]'ın elçisi gitti, sonra [[x|Katar]] sustu."),
    ("tr", MEDIA, "Sabah", "[[?|Sabah]] yağmur yağdı. [[x|Sabah]] gazetesine göre dinmedi."),
    ("az", MEDIA, "Səs", "[[?|Səs]] kəsildi. [[x|Səs]] qəzetinin redaktoru susdu."),
    ("tr", STATE, "Sudan", "[[?|Sudan]] ucuz bir şey yok. [[x|Sudanda]] savaş var."),
    ("az", STATE, "Mali", "[[?|Mali]] yardım göstərildi. [[x|Mali]] hökuməti yardım istədi."),
    ("az", PLACE, "Saatlı", "[[?|Saatlı]] bomba tapıldı. [[x|Saatlıda]] yağış yağdı."),
    ("de", PLACE, "Westfalen",
     "Die [[?|Westfalen]] sparen. [[x|Westfalen]] wächst, und in [[x|Westfalen]] wird gebaut."),
    ("de", PLACE, "Westen",
     "Im [[?|Westen]] des Landes ist es still. Der [[x|Westen]] zögert, nach [[?|Westen]] rollt nichts."),
    ("de", PLACE, "Westen",
     "Regen zog über den [[?|Westen]] der Stadt und den [[?|Westen]] Syriens, den [[x|Westen]] nicht."),
    ("de", PERSON, "Katherina Reiche", "Die Grenzen des Deutschen [[?|Reiches]]. [[x|Reiches]] Entwurf liegt vor."),
    ("de", PERSON, "Katherina Reiche", "Alle lobten [[x|Reiches]] Entwurf, nicht des alten [[?|Reiches]] Glanz."),
    ("de", PLACE, "Essen", "[[?|Essen]] wird teurer, gutes [[?|Essen]] auch. Sie lebt in [[x|Essen]]."),
    ("de", PLACE, "Essen", "Gutes [[?|Essen]] kostet."),
    ("de", ORGANISATION, "Grünen", "Die [[x|Grünen]] stimmen zu, eine [[x|Grünen]]-Politikerin nicht."),
    ("de", ORGANISATION, "Grünen", "[[?|Grünen]] Wasserstoff will jeder, den [[?|Grünen]] Strom auch."),
    ("de", MEDIA, "Der Spiegel", "Die Redaktion [[x|des Spiegel]] lacht, ein Rahmen [[?|des Spiegels]] ist alt."),
    ("de", ORGANISATION, "Freie Wähler", "[[?|Freie Wähler]] sind selten, aber die [[x|Freien Wähler]] regieren."),
    ("de", PERSON, "Boris Rhein", "Am [[?|Rhein]] blieb Ministerpräsident [[x|Rhein]] stehen."),
    ("ru", ORGANISATION, "Новые люди", "[[?|Новые люди]] пришли в зал. Депутат от «[[x|Новых людей]]» ушёл."),
    ("ru", ORGANISATION, "Мемориал", "[[?|Мемориал]] открыли весной, а «[[x|Мемориал]]» закрыли."),
    ("uk", ORGANISATION, "Слуга народу", "[[?|Слуга народу]] не спить, а партія «[[x|Слуга народу]]» спить."),
    ("fr", MEDIA, "Jeune Afrique", "[[?|Jeune Afrique]] d'hier. Selon [[x|Jeune Afrique]], il part."),
    ("tr", MEDIA, "Evrensel", "[[?|Evrensel]] ilkeler. Dünkü [[x|Evrensel]] yazdı."),
    ("az", MEDIA, "Axşam", "[[?|Axşam]] qayıtdılar. Bunu [[x|Axşam]] yazdı."),
    ("de", MEDIA, "Blick", "[[?|Blick]] nach vorn. So schrieb es [[x|Blick]]."),
    ("fr", PLACE, "Menton", "[[?|Menton]] levé, il passa par [[x|Menton]]."),
    # Who opens a sentence before a family name is not always its given name.
    ("az", PERSON, "Rüfət Səfərov", "Hökumət [[x|Səfərovu]] buraxdı. Prokurorluq [[x|Səfərovdan]] şikayətçidir."),
    ("az", PERSON, "Rüfət Səfərov", "Ombudsmanlıq [[x|Səfərovu]] müdafiə etdi."),
    ("az", PERSON, "Rüfət Səfərov", "Bu gün Tehran [[x|Səfərovu]] qarşıladı."),
    ("az", PERSON, "Rüfət Səfərov", "Elçin [[?|Səfərovu]] danışdırdılar."),
    ("tr", PERSON, "Emmanuel Macron", "Moskova [[x|Macron]]'u reddetti. Brigitte [[?|Macron]]'u bekledi."),
    ("tr", PERSON, "Emmanuel Macron", "Memlekette [[x|Macron]]'u, mecliste [[x|Macron]]'un elçisini gördüler."),
    # Forms.
    ("de", PERSON, "Bärbel Bas", "So lautet [[x|Bas’]] Plan, und ‚Ministerin [[x|Bas]]’ lächelt."),
    ("de", PERSON, "Heiko Maas", "[[x|Maas’]] Nachfolger kam."),
    ("de", PLACE, "Paris", "Nun ist [[x|Paris’]] Bürgermeisterin dran."),
    ("de", ORGANISATION, "Rote Armee", "Der Sieg der [[x|Roten Armee]] war nah."),
    ("tr", CONCEPT, "gümrük harç", "Yeni [[x|gümrük harcı]] kondu."),
    ("az", PLACE, "Astara", "Dünən [[x|Astaradakılara]] və [[x|Astaradakını]] görənə söz verildi."),
    ("fr", PERSON, "Bruno Le Maire", "Hier encore le Maire parlait, et [[x|Le Maire]] écoutait."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "kind", "name", "sentence"), CASES)
def test_a_name_within_another(language: str, kind: Kind, name: str, sentence: str) -> None:
    forms = (name, name.split(" ", 1)[1]) if kind is PERSON else (name,)
    aliases = tuple(Alias(form, language, HERE, any_case=not any(map(str.isupper, form))) for form in forms)
    glossary = Glossary((Entry("x", name, kind, "", HERE, HERE, aliases),))
    expected = labelled(sentence)
    assert places(matcher_of(glossary).find(expected.text)) == set(expected.names)


def test_a_derived_word_of_two_entries_is_neither() -> None:
    entries = tuple(
        Entry(each, each, ORGANISATION, "", HERE, HERE, (Alias("TBB", "tr", HERE),)) for each in ("bars", "banks")
    )
    assert [found.entry for found in matcher_of(Glossary(entries)).find("Dün TBB'li üyeler TBB'de")] == [""]
