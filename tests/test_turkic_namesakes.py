"""Azerbaijani and Turkish names that are somebody else's, with a twin of each in which the name is meant.

The marks are those of `inflected/ru.yml`: `[[x|words]]` is the name, `[[?|words]]` is to be listed.
"""

import pytest

from policybrief.chapters.terms import matcher_of
from policybrief.inflection.states import is_a_state
from policybrief.inflection.turkic_first_names import is_given_in_turkic
from policybrief.model.glossary import Alias, Entry, Glossary, Kind
from policybrief.model.problems import Place
from test_inflected_sentences import labelled, places

HERE = Place("glossary.yml")
STATE, PLACE, PERSON, MEDIA = Kind.STATE, Kind.PLACE, Kind.PERSON, Kind.MEDIA
ORGANISATION, DOCUMENT = Kind.ORGANISATION, Kind.DOCUMENT

CASES = [
    # A family name after a given name.
    ("tr", STATE, "Karadağ", "Yazar Aslı [[?|Karadağ]] sustu, dün Leyla [[x|Karadağ]]'a döndü."),
    ("az", PLACE, "İsmayıllı", "Nazir Yaşar [[?|İsmayıllının]] kitabı, dünən Leyla [[x|İsmayıllıya]] getdi."),
    ("az", PERSON, "Viktor Orban", "Dünən Con [[?|Orbanın]] kitabı çıxdı, sonra [[x|Orbanın]] rəyi."),
    ("az", PERSON, "Olaf Şolts", "Britta [[?|Şolts]] getdi. Toplantıda [[x|Şolts]] danışdı."),
    ("tr", STATE, "Türkiye", "Barış [[x|Türkiye]] için şart, dün Leyla ile [[x|Türkiye]] konuştu."),
    # Initials and fathers.
    ("az", PERSON, "Emin Hüseynov", "R.[[?|Hüseynov]] getdi, E.[[x|Hüseynov]] qaldı, E. [[x|Hüseynov]] yazdı."),
    ("az", PERSON, "Emin Hüseynov", "Dünən Elçin Rza oğlu [[?|Hüseynov]] və Emin Rza oğlu [[x|Hüseynov]] gəldi."),
    ("tr", PERSON, "Ömer Çelik", "Dün A. [[?|Çelik]] sustu, Ö. [[x|Çelik]] konuştu, Dr. [[x|Çelik]] yazdı."),
    # Bodies and laws of other lands.
    ("az", ORGANISATION, "Ədliyyə Nazirliyi", "Gürcüstan [[?|Ədliyyə Nazirliyi]] susur."),
    ("az", ORGANISATION, "Ədliyyə Nazirliyi", "Dünən Azərbaycan [[x|Ədliyyə Nazirliyi]] cavab verdi."),
    ("tr", ORGANISATION, "Sayıştay", "Avrupa [[?|Sayıştayı]] uyardı, Alman Federal [[?|Sayıştay]] sustu."),
    ("tr", ORGANISATION, "Sayıştay", "Almanya sustu, [[x|Sayıştay]] uyardı; Dün Türkiye'de [[x|Sayıştay]] uyardı."),
    ("tr", DOCUMENT, "Anayasa", "Almanya'nın [[?|Anayasa]] hükmü, Almanya dün [[x|Anayasa]] hükmünü sordu."),
    ("tr", ORGANISATION, "Avrupa Konseyi", "Macaristan [[x|Avrupa Konseyi]] kararını tanımadı."),
    # Peoples and lands of the past.
    ("az", PLACE, "Oğuz", "Dünən [[?|Oğuz]] türkləri haqqında danışıldı, [[x|Oğuz]] rayonunda qar yağdı."),
    ("tr", PERSON, "Ersin Tatar", "Okulda [[?|Tatar]] dili yasaklandı, dün [[x|Tatar]] konuştu."),
    ("az", PLACE, "Bakı", "Dünən [[?|Bakı]] xanlığı haqqında kitab çıxdı, [[x|Bakı]] sakinləri aldı."),
    # Firms, gardens, works.
    ("tr", STATE, "Kuveyt", "Dün [[?|Kuveyt]] Türk Katılım Bankası, sonra [[x|Kuveyt]] Merkez Bankası konuştu."),
    ("tr", STATE, "Lüksemburg", "Dün [[?|Lüksemburg]] Bahçesi kapandı, [[x|Lüksemburg]] hükümeti sustu."),
    ("az", MEDIA, "Kaspi", "Dünən [[?|Kaspi]] Boru Kəməri Konsorsiumu, sonra [[x|Kaspi]] yazdı."),
    ("az", PERSON, "Fridrix Merts", "Dünən [[?|Merts]] və Tərəfdaşları, sonra [[x|Merts]] və Makron danışdı."),
    ("tr", PERSON, "Muharrem İnce", "Dün [[?|İnce]] Memed romanı basıldı, dün [[x|İnce]] konuştu."),
    # Offices and harbours.
    ("tr", PERSON, "Narendra Modi", "Dün Hindistan Başbakanı [[x|Modi]] sustu, dün Lalit [[?|Modi]] konuştu."),
    ("tr", PERSON, "Osman Kavala", "Dün [[?|Kavala]] limanı açıldı, [[x|Kavala]] davası düştü."),
    # Words.
    ("tr", STATE, "Mısır", "Dün [[?|Mısır]] fiyatları arttı, [[x|Mısır]] hükümeti sustu."),
    ("az", PLACE, "Gəncə", "[[?|Gəncə]] iş verən yoxdur. [[x|Gəncə]] iş yeri açdı."),
    ("az", MEDIA, "Azadlıq", "Onlar [[?|Azadlıq]] uğrunda döyüşdülər. [[x|Azadlıqdan]] bildirib ki, səhv olub."),
    ("az", ORGANISATION, "REAL", "[[x|REAL]]-ın qurultayı keçdi. [[?|REAL]] gəlirlər azaldı."),
    ("az", MEDIA, "Trend", "[[x|Trend]] agentliyi yazdı. [[?|Trend]] dəyişir."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "kind", "name", "written"), CASES)
def test_another_of_the_name_is_listed_and_the_name_is_found(
    language: str, kind: Kind, name: str, written: str
) -> None:
    names = (name, name.rpartition(" ")[2]) if kind is PERSON else (name,)
    aliases = tuple(Alias(form, language, HERE) for form in names)
    glossary = Glossary((Entry("x", name, kind, "", HERE, HERE, aliases),))
    sentence = labelled(written)
    assert places(matcher_of(glossary).find(sentence.text)) == set(sentence.names)


def test_given_names_are_those_of_both_languages_and_of_the_west() -> None:
    assert is_given_in_turkic("Aygün", "az")
    assert is_given_in_turkic("Işıl", "tr")
    assert is_given_in_turkic("İlham", "az")
    assert is_given_in_turkic("Heinrich", "tr")
    assert not is_given_in_turkic("Hökumət", "az")


def test_states_are_known_in_their_cases() -> None:
    assert is_a_state("Gürcüstanın", "az")
    assert is_a_state("ABD'nin", "tr")
    assert is_a_state("Polens", "de")
    assert not is_a_state("Nazirlər", "az")
