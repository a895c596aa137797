"""The forms of names, language by language: what is made, what is not, and what happens without a dictionary."""

from pathlib import Path

import pytest

from outcomes import report_of
from policybrief.chapters.terms import matcher_of
from policybrief.inflection import dictionary, slavic
from policybrief.inflection.forms import INFLECTED, forms_of
from policybrief.model.glossary import Alias, Entry, Glossary, Kind
from policybrief.model.problems import Place

HERE = Place("glossary.yml")


def forms(name: str, language: str, kind: Kind, *others: str) -> set[str]:
    """Return the forms of a name of an entry that has others too."""
    names = tuple(Alias(form, language, HERE, any_case=not any(map(str.isupper, form))) for form in (name, *others))
    return set(forms_of(Entry("it", name, kind, "", HERE, HERE, names), names[0]).forms)


@pytest.mark.parametrize(
    ("language", "kind", "name", "made", "not_made"),
    [
        ("ru", Kind.ORGANISATION, "Минская группа", "Минскую группу", "Минская группу"),
        ("ru", Kind.STATE, "Соединённые Штаты Америки", "Соединенными Штатами Америки", "Соединённый Штат Америки"),
        ("ru", Kind.STATE, "Великобритания", "Великобританию", "Великобританиям"),
        ("ru", Kind.PLACE, "Ростов-на-Дону", "Ростове-на-Дону", "Ростов-на-Доне"),
        ("ru", Kind.PLACE, "Мингечаур", "Мингечауре", "Мингечауры"),
        ("ru", Kind.PERSON, "Лев Толстой", "Льву Толстому", "Льва Толстому"),
        ("ru", Kind.PERSON, "Ангела Меркель", "Ангелой Меркель", "Ангелы Меркели"),
        ("ru", Kind.PERSON, "Сергей Петров-Водкин", "Сергею Петрову-Водкину", "Сергея Петрову-Водкину"),
        ("ru", Kind.PERSON, "Тарас Шевченко", "Тараса Шевченко", "Тараса Шевченка"),
        ("ru", Kind.DOCUMENT, "907-я поправка", "907-ю поправку", "907-я поправку"),
        ("ru", Kind.ORGANISATION, "11-я Красная армия", "11-й Красной армии", "11-я Красной армии"),
        ("ru", Kind.EVENT, "20-й съезд", "20-го съезда", "20-го съезд"),
        ("ru", Kind.CONCEPT, "посол", "послами", "после"),
        ("ru", Kind.CONCEPT, "мир", "миром", "миро"),
        ("ru", Kind.GROUP, "Право и справедливость", "Права и справедливости", "Права и справедливость"),
        ("ru", Kind.ORGANISATION, "Международное бюро мер", "Международного бюро мер", "Международным бюром мер"),
        ("ru", Kind.ORGANISATION, "Красный Крест", "Красному Кресту", "Краснейшему Кресту"),
        ("ru", Kind.GROUP, "Большая семёрка", "Большой семёрки", "Наибольшей семёрки"),
        ("ru", Kind.ORGANISATION, "Хартия-97", "Хартии-97", "Хартий-97"),
        ("ru", Kind.CONCEPT, "временно перемещённое лицо", "временно перемещенных лиц", "временна перемещённого лица"),
        ("ru", Kind.PERSON, "Ким Чен Ын", "Ким Чен Ыну", "Ким Чен Ынову"),
        ("ru", Kind.PERSON, "Светлана Алексиевич", "Светланой Алексиевич", "Светланой Алексиевичем"),
        ("ru", Kind.PERSON, "Яхья Синвар", "Яхьи Синвара", "Яхьи Синвар"),
        ("ru", Kind.PERSON, "Григорий Кравец", "Григория Кравца", "Григория Кравецы"),
        ("ru", Kind.PERSON, "Максим Горький", "Максиму Горькому", "Максиму Горькию"),
        ("uk", Kind.PERSON, "Руслан Кравець", "Руслана Кравця", "Руслана Кравеця"),
        ("uk", Kind.PERSON, "Тарас Качка", "Тарасу Качці", "Тарасу Качкі"),
        ("uk", Kind.PERSON, "Микола Хвильовий", "Миколи Хвильового", "Миколи Хвильовія"),
        ("uk", Kind.PLACE, "Купʼянськ", "Куп'янська", "Куп'янськи"),
        ("uk", Kind.CONCEPT, "переміщена особа", "переміщеним особам", "переміщеною особам"),
        ("uk", Kind.PERSON, "Тарас Шевченко", "Тараса Шевченка", "Тараса Шевченко"),
        ("uk", Kind.ORGANISATION, "Верховна Рада", "Верховній Раді", "Верховна Раді"),
        ("pl", Kind.ORGANISATION, "Rada Bezpieczeństwa", "Radzie Bezpieczeństwa", "Rada Bezpieczeństwu"),
        ("pl", Kind.ORGANISATION, "Prawo i Sprawiedliwość", "Prawa i Sprawiedliwości", "Prawa i Sprawiedliwość"),
        ("pl", Kind.ORGANISATION, "Krajowa Rada Sądownictwa", "Krajową Radę Sądownictwa", "Krajową Radę Sądownictwą"),
        ("pl", Kind.PERSON, "Nawrocki", "Nawrockiemu", "Nawrockia"),
        ("pl", Kind.ORGANISATION, "Straż Graniczna", "Strażą Graniczną", "Strażem Granicznym"),
        ("pl", Kind.ORGANISATION, "Sąd Najwyższy", "Sądowi Najwyższemu", "Sądu Najwyższy"),
        ("pl", Kind.EVENT, "Okrągły Stół", "Okrągłego Stołu", "Okrągły Stołu"),
        ("pl", Kind.PLACE, "Wiedeń", "Wiedniu", "Wiedeńi"),
        ("pl", Kind.PLACE, "Katowice", "Katowic", "Katowicu"),
        ("pl", Kind.PERSON, "Izabela Leszczyna", "Izabelę Leszczynę", "Izabela Leszczynę"),
        ("pl", Kind.PLACE, "Kraków", "Krakowie", "Krakowami"),
        ("pl", Kind.CONCEPT, "wojna", "wojen", "wojno"),
        ("pl", Kind.CONCEPT, "minister", "ministrze", "ministrą"),
        ("pl", Kind.PERSON, "Donald Tusk", "Donaldowi Tuskowi", "Donaldem Tuska"),
        ("az", Kind.STATE, "Azərbaycan", "Azərbaycandakı", "Azərbaycandəki"),
        ("az", Kind.PLACE, "Gəncə", "Gəncəyə", "Gəncəya"),
        ("az", Kind.ORGANISATION, "Təhlükəsizlik Şurası", "Təhlükəsizlik Şurasından", "Təhlükəsizlik Şurasısı"),
        ("az", Kind.STATE, "İraq", "İrağa", "İraqə"),
        ("tr", Kind.ORGANISATION, "Güvenlik Konseyi", "Güvenlik Konseyinden", "Güvenlik Konseyindan"),
        ("tr", Kind.CONCEPT, "boru hattı", "boru hatlarından", "boru hattıları"),
        ("tr", Kind.CONCEPT, "ders kitabı", "ders kitapları", "ders kitabılar"),
        ("az", Kind.CONCEPT, "insan haqqı", "insan haqlarının", "insan haqqılar"),
        ("de", Kind.PLACE, "Kaspisches Meer", "Kaspischen Meeres", "Kaspischen Meeren"),
        ("tr", Kind.CONCEPT, "sınır", "sınırdaki", "sınırdakı"),
        ("tr", Kind.PLACE, "Ankara", "Ankaradakiler", "Ankaradakılar"),
        ("tr", Kind.CONCEPT, "kitap", "kitabı", "kitapda"),
        ("ru", Kind.ORGANISATION, "Центральный банк", "Центрального банка", "Центральные банки"),
        ("ru", Kind.TREATY, "Минские соглашения", "Минских соглашений", "Минского соглашения"),
        ("de", Kind.EVENT, "Dreißigjähriger Krieg", "Dreißigjährigen Krieges", "Dreißigjährigen Krieger"),
        ("de", Kind.ORGANISATION, "Heiliger Stuhl", "Heiligen Stuhls", "Heiligen Stuhler"),
        ("de", Kind.TREATY, "Leipziger Vertrag", "Leipziger Vertrags", "Leipzigen Vertrags"),
        ("de", Kind.STATE, "Niederlande", "Niederlanden", "Niederländer"),
        ("de", Kind.ORGANISATION, "Auswärtiges Amt", "Auswärtigen Amtes", "Auswärtigen Amter"),
        ("de", Kind.ORGANISATION, "Sicherheitsrat", "Sicherheitsräten", "Sicherheitsrater"),
        ("de", Kind.CONCEPT, "Krieg", "Kriege", "Krieger"),
        ("de", Kind.CONCEPT, "Stadt", "Städten", "Städter"),
        ("fr", Kind.CONCEPT, "force non armée", "forces non armées", "forces nons armées"),
        ("fr", Kind.PLACE, "Le Caire", "du Caire", "Les Caires"),
        ("es", Kind.CONCEPT, "región autónoma", "regiones autónomas", "regións autónomas"),
        ("it", Kind.CONCEPT, "banca centrale", "banche centrali", "bance centrali"),
        ("fr", Kind.CONCEPT, "député européen", "députées européennes", "députées européens"),
        ("fr", Kind.CONCEPT, "traité", "traités", "traitée"),
        ("fr", Kind.CONCEPT, "accord-cadre", "accords-cadres", "accord-cadre-s"),
        ("fr", Kind.CONCEPT, "bail rural", "baux ruraux", "bail ruraux"),
        ("es", Kind.CONCEPT, "orden judicial", "órdenes judiciales", "ordenes judiciales"),
        ("es", Kind.CONCEPT, "refugiado", "refugiadas", "refugiadaes"),
        ("it", Kind.CONCEPT, "rifugiato politico", "rifugiate politiche", "rifugiata politice"),
        ("de", Kind.CONCEPT, "Regierung", "Regierungs", "Regierunges"),
        ("de", Kind.CONCEPT, "Verband", "Verbände", "Verbander"),
        ("az", Kind.CONCEPT, "növbədənkənar seçki", "növbədənkənar seçkilər", "növbədənkənar seçkilar"),
        ("tr", Kind.CONCEPT, "siyasi tutuklu", "siyasi tutukluların", "siyasi tutuklulerin"),
        ("az", Kind.STATE, "Litva", "Litvanınkı", "Litvanınkilər"),
        ("az", Kind.STATE, "Norveç", "Norveçdirsə", "Norveçtir"),
        ("az", Kind.PLACE, "Bakı", "Bakıdaydı", "Bakıdadı"),
        ("tr", Kind.ORGANISATION, "Danıştay", "Danıştayca", "Danıştaynca"),
        ("tr", Kind.ORGANISATION, "Rekabet Kurumu", "Rekabet Kurumunca", "Rekabet Kurumuca"),
        ("tr", Kind.ORGANISATION, "Anayasa Mahkemesi", "Anayasa Mahkemesiymiş", "Anayasa Mahkemesimiş"),
        ("tr", Kind.STATE, "Çin", "Çindi", "Çince"),
        ("pl", Kind.PLACE, "Łódź", "Łodzią", "Łódziu"),
        ("hy", Kind.PLACE, "Գյումրի", "Գյումրիում", "Գյումրում՝"),
        ("hy", Kind.CONCEPT, "պայմանագիր", "պայմանագրեր", "պայմանագիրեր"),
        ("hy", Kind.ORGANISATION, "Եվրոպական միություն", "Եվրոպական միության", "Եվրոպականի միություն"),
        ("ka", Kind.ORGANISATION, "ევროპული კავშირი", "ევროპულ კავშირში", "ევროპულმა კავშირში"),
        ("he", Kind.CONCEPT, "מידע פתוח", "ובמידע הפתוח", "מידעב פתוח"),
        ("he", Kind.ORGANISATION, "האיחוד האירופי", "באיחוד האירופי", "איחוד האירופי"),
        ("he", Kind.STATE, "הולנד", "בהולנד", "בולנד"),
        ("ar", Kind.ORGANISATION, "الأمم المتحدة", "وللأمم المتحدة", "لالأمم المتحدة"),
        ("he", Kind.STATE, "ירדן", "ובירדן", "הירדן"),
        ("he", Kind.PLACE, "תל אביב", "בתל אביב", "התל אביב"),
        ("ar", Kind.PLACE, "أم درمان", "وبأم درمان", "أم بدرمان"),
        ("az", Kind.EVENT, "Qara Yanvar", "Qara Yanvaradək", "Qara Yanvarədək"),
        ("az", Kind.PLACE, "Bakı", "Bakıyadək", "Bakıadək"),
        ("hy", Kind.DOCUMENT, "Ընտրական օրենսգիրք", "Ընտրական օրենսգրքում", "Ընտրական օրենսգրիքում"),
        ("ka", Kind.GROUP, "ქართული ოცნება", "ქართულმა ოცნებამ", "ქართულ ოცნებამ"),
        ("it", Kind.PLACE, "L'Aquila", "dell'Aquila", "L'Aquile"),
        ("it", Kind.GROUP, "richiedente asilo", "richiedenti asilo", "richiedente asili"),
        ("pl", Kind.PERSON, "Zbigniew Ziobro", "Zbigniewowi Ziobrze", "Zbigniewowi Ziobrowi"),
        ("pl", Kind.ORGANISATION, "Trzecia Droga", "Trzeciej Drogi", "Trzeciej Droga"),
        ("pl", Kind.DOCUMENT, "Krajowy Plan Odbudowy", "Krajowego Planu Odbudowy", "Krajowym Plan Odbudowy"),
    ],
)  # fmt: skip
def test_forms(language: str, kind: Kind, name: str, made: str, not_made: str) -> None:
    found = forms(name, language, kind)
    assert made in found
    assert not_made not in found
    assert name not in found


def test_a_surname_alone_follows_the_gender_of_its_bearer() -> None:
    assert "Меркеля" not in forms("Меркель", "ru", Kind.PERSON, "Ангела Меркель")
    assert "Габриэля" in forms("Габриэль", "ru", Kind.PERSON, "Зигмар Габриэль")


@pytest.mark.parametrize("language", ["en", "en-GB", "nl", "az-Cyrl-x", "zh"])
def test_other_languages_are_left_as_they_are(language: str) -> None:
    assert language.partition("-")[0] == "az" or not forms("Baku", language, Kind.PLACE)


@pytest.mark.parametrize("language", sorted(INFLECTED))
@pytest.mark.parametrize("name", ["U", "Ω", "5+1", "S-400", "ə", "«»", "a b c d e f", "НАТО", "a-b-c", "ь", "ﷺ", "x'y"])
def test_no_name_is_too_strange(name: str, language: str) -> None:
    for kind in (Kind.PERSON, Kind.PLACE, Kind.CONCEPT):
        assert len(forms(name, language, kind)) < 300


def test_a_form_of_two_entries_is_neither() -> None:
    him = Entry("him", "Алиев", Kind.PERSON, "", HERE, HERE, (Alias("Алиев", "ru", HERE),))
    her = Entry("her", "Алиева", Kind.PERSON, "", HERE, HERE, (Alias("Алиева", "ru", HERE),))
    found = [
        name.entry for name in matcher_of(Glossary((him, her))).find("о чём с Алиевым, с Алиевой, и снова Алиева?")
    ]
    assert found == ["him", "her", ""]


def test_a_name_of_another_language_keeps_what_it_is_called() -> None:
    town = Entry("town", "Qala", Kind.PLACE, "", HERE, HERE, (Alias("Qala", "az", HERE),))
    tower = Entry("tower", "Qalada", Kind.PLACE, "", HERE, HERE, (Alias("Qalada", "en", HERE),))
    assert [name.entry for name in matcher_of(Glossary((town, tower))).find("in Qalada")] == ["tower"]


def test_without_the_dictionary_a_note_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "find_spec", lambda _name: None)
    for function in (dictionary._analyser, dictionary.readings, dictionary.is_everyday):
        function.cache_clear()
    from policybrief.inflection.forms import _forms  # noqa: PLC0415

    _forms.cache_clear()
    try:
        assert not dictionary.has_dictionary("ru")
        write(tmp_path)
        report = report_of(tmp_path)
        assert "note[missing-dictionary]: not all forms of 'Совет Безопасности' and 1 more name in Russian" in report
        assert "note[likely-form]: 'Советом Безопасности' looks like a form of 'Совет Безопасности'" in report
        assert "Великобританию" not in report
    finally:
        for cached in (dictionary._analyser, dictionary.readings, dictionary.is_everyday, _forms):
            cached.cache_clear()


def write(root: Path) -> None:
    (root / "chapters").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: A\nplugins:\n  - policybrief:\n      brief: {title: A, language: ru}\n", "utf-8"
    )
    (root / "glossary.yml").write_text(
        "uk: {name: Великобритания, kind: state}\ncouncil: {name: Совет Безопасности, kind: organisation}\n"
        "summit: {name: встреча в верхах, kind: event, background: true}\n",
        "utf-8",
    )
    (root / "chapters/1-one.md").write_text("# Раз\n\nЛетим в Великобританию с Советом Безопасности.\n", "utf-8")


def test_gender_is_seen_from_any_full_name() -> None:
    assert slavic.is_woman(("Меркель", "Ангела Меркель"), "ru") is True
    assert slavic.is_woman(("Рза Алиев",), "ru") is False
    assert slavic.is_woman(("Обама",), "ru") is None
