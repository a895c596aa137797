"""Words of each language that say nothing about a name beside them although they may bear a capital."""

import re
from collections.abc import Mapping
from functools import cache

BEFORE_A_FAMILY_NAME = frozenset(
    # Words with a capital that may come before a family name without being somebody else's given name:
    # titles and offices, the words that open a sentence, and the months.
    """
    Mr Mrs Ms Dr Prof Professor Sir Lord Lady Dame President Vice-President Chancellor Premier Minister Secretary
    Ambassador General Colonel Admiral Marshal Senator Commissioner Chairman Chair Speaker Comrade Academician
    Patriarch Representative Director Congressman Governor Mayor Judge King Queen Prince Princess
    A An The And As At After Although Because Before Both But By Despite During Even For From If In Instead Into
    Later Like Neither Nor Not Of On Once Only Or Perhaps Since So Still That Then There These They This Those Though
    Through To Today Under Unlike Until Upon When Where Whereas Whether Which While Why With Within Without Yet
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    """.split()
)
"""Of English."""

_OPENERS: Mapping[str, str] = {
    "ru": """
        А Без Более Будучи В Ведь Весь Во Вот Все Всё Всего Впервые Вместе Где Да Даже Для До Его Её Ее Если
        Есть Ещё Еще Же За Зато Затем И Из Или Именно Их К Каждый Как Какой Когда Кроме Кто Ко Летом Лишь Между
        Мы На Над Наш Не Несмотря Нет Ни Никто Но О Об Обе Один Однако Он Она Они Оно Осенью От Отсюда Перед По
        Под После Позднее Позже Пока Поскольку Потом Потому Поэтому Почему При Против Ради Раз С Сам Сегодня
        Сейчас Со Согласно Среди Так Также Такой Там Теперь То Тогда Того Тот Только Тот Три Ту У Уже Хотя Через
        Что Чтобы Эта Эти Это Этот Я Именно Вслед Благодаря Вопреки Вскоре Накануне Ранее Вечером Утром Днём
        Зимой Весной
    """,
    "uk": """
        А Але Без Бо В Він Вона Вони Все Вже Де Для До Його Її Їх З За Замість Зі І Із Й Коли Крім Ми На Над Не
        Ні Ніхто Однак О Після Пізніше Перед По Під Поки При Про Проте Сьогодні Та Так Також Там Те Тепер То
        Тоді Тому У Хто Хоча Це Цей Ця Ці Через Що Щоб Як Якби Який Якщо
    """,
    "az": """
        Amma Ancaq Artıq Axı Bax Belə Belədə Bəs Bəzi Bir Biri Bizim Biz Bu Bundan Bunlar Bunu Bunun Buna
        Bununla Çünki Daha Deyə Digər Dünən Eyni Ən Əgər Əslində Hal Hamı Hansı Həm Həmin Həmçinin Hər Heç İki
        İlk İndi Kim Lakin Mən Nə Nəhayət Niyə O Odur Ona Onda Onlar Onların Onu Onun Orada Özü Sonra Son Siz
        Sizin Şübhəsiz Ta Təkcə Tək Üç Və Ya Yalnız Yaxud Yenə Yəni Zira Üzrə Haqqında Sabah Bugün Beləliklə
        Ötən Keçən Həqiqətən
    """,
    "tr": """
        Acaba Ama Ancak Artık Aynı Ayrıca Bazı Belki Ben Bir Biz Bu Buna Bunlar Bunu Bunun Burada Bütün Çünkü
        Daha Dün En Eğer Fakat Gibi Hangi Hatta Hem Her Hiç İki İlk İse İşte Kim Ki Nasıl Ne Neden O Ona Onlar
        Onun Orada Oysa Önce Sonra Şimdi Şu Tüm Üç Üstelik Ve Veya Ya Yalnızca Yani Yine Ertesi Böylece Geçen
        Bugün Yarın
    """,
    "de": """
        Ab Aber Alle Allerdings Als Also Am An Andere Auch Auf Aus Außerdem Bei Beide Beim Bereits Bis Da Dabei
        Dadurch Dafür Daher Damals Damit Danach Dann Darauf Das Dass Davon Dazu Dem Den Denn Dennoch Der Des
        Deshalb Die Diese Dieser Dieses Doch Dort Durch Ein Eine Einem Einen Einer Eines Einige Er Erst Es Etwa
        Für Gegen Heute Hier Ich Ihr Ihre Im Immer In Indem Ist Ja Jede Jeder Jedes Jedoch Jetzt Kein Keine Laut
        Manche Mehr Mit Nach Nachdem Neben Nicht Noch Nun Nur Ob Obwohl Oder Ohne Schon Sein Seine Seit Seitdem
        Selbst Sie So Sobald Sogar Solche Sondern Später Trotz Trotzdem Über Um Und Unter Viele Vom Von Vor
        Während Wann War Waren Warum Was Wegen Weil Weiter Welche Wenn Wer Wie Wir Wird Wo Wurde Zu Zudem Zum
        Zunächst Zur Zwar Zwei Zwischen
    """,
    "fr": """
        À A Afin Ainsi Alors Après Au Aucun Aucune Aujourd Aussi Autre Autres Aux Avant Avec Bien C Car Ce Ceci
        Cela Celle Celui Cependant Ces Cet Cette Chaque Chez Comme Comment D Dans De Depuis Dès Des Deux Donc Du
        Durant En Enfin Ensuite Entre Et Étant Hier Hors Ici Il Ils J Je Jusqu L La Là Le Les Leur Leurs Lors
        Lorsque Lui M Ma Mais Malgré Même Mes Moins Mon N Ne Ni Nos Notre Nous Nul On Or Ou Où Outre Par Parmi
        Partout Pas Pendant Peu Plus Plusieurs Plutôt Pour Pourquoi Pourtant Près Puis Puisque Qu Quand Quant
        Quatre Que Quel Quelle Quelques Qui Quoique S Sa Sans Sauf Se Selon Ses Seul Seule Seuls Si Sinon Soit
        Son Sous Sur Tandis Tant Tel Telle Toujours Tous Tout Toute Toutes Toutefois Très Trois Trop Un Une Vers
        Voici Voilà Vos Votre Vous Y
    """,
    "es": """
        A Además Ahora Al Algunos Antes Así Aún Aunque Cada Como Con Contra Cual Cuando De Del Desde Después
        Donde Dos Durante E El Él Ella Ellos En Entonces Entre Era Es Esa Ese Eso Esta Este Esto Estos Fue Ha
        Hacia Hasta Hay Hoy La Las Le Les Lo Los Luego Más Mientras Muchos Muy Ni No Nos O Otra Otro Para Pero
        Poco Por Porque Pues Que Qué Quien Se Según Ser Si Sí Sin Sino Sobre Solo Su Sus También Tan Tanto Todo
        Todos Tras Tres Tu Un Una Uno Y Ya Yo
    """,
    "it": """
        A Ad Adesso Ai Al Alcuni Alla Alle Allora Altri Anche Ancora Che Chi Ci Ciò Come Con Contro Cosa Così Da
        Dagli Dai Dal Dalla Degli Dei Del Della Delle Dello Di Dopo Dove Due Durante E È Ed Era Essa Essi Fra
        Già Gli Ha I Il In Infatti Intanto Invece Io L La Le Lo Loro Lui Ma Mentre Molti Negli Nei Nel Nella
        Nelle Nello No Noi Non O Oggi Ogni Oltre Per Perché Però Più Poi Poiché Prima Qual Quale Quando Quasi
        Quel Quella Quello Questa Questi Questo Qui Quindi Se Secondo Senza Si Sì Solo Sono Sopra Sotto Su Sui
        Sul Sulla Suo Tra Tre Tutti Tutto Un Una Uno
    """,
    "pl": """
        A Ale Albo Bez Bo Był Była Było By Być Choć Co Czy Dla Do Dlatego Gdy Gdyby Gdzie I Ich Inne Ja Jak Jako
        Jednak Jego Jej Jest Jeśli Już Każdy Kiedy Która Które Który Kto Lecz Lub Ma Mimo Może My Na Nad Nawet
        Nie Niech Nikt Niż O Obecnie Od On Ona One Oni Oraz Po Pod Podczas Ponieważ Później Przed Przez Przy Są
        Się Sam Skoro Tak Także Tam Te Ten Też To Tu Tutaj Tylko W We Więc Wczoraj Według Wtedy Z Za Zanim Ze Że
        Żeby Zatem
    """,
    "hy": "Այդ Այն Այս Բայց Եվ Երբ Իսկ Որ Որպես Նա Նրանք Մենք Թե Երեկ Այսօր Հետո Սակայն",
}
"""Words that often open a sentence: articles, prepositions, conjunctions, pronouns, adverbs of time."""

_TITLES: Mapping[str, str] = {
    "ru": """
        Президент Президента Президенту Президентом Премьер Премьер-министр Премьер-министра Министр Министра
        Канцлер Госсекретарь Секретарь Генерал Полковник Адмирал Маршал Посол Депутат Сенатор Спикер Глава
        Губернатор Мэр Академик Профессор Доктор Господин Госпожа Товарищ Патриарх Король Царь Император Лидер
        Вице-президент
    """,
    "uk": "Президент Прем'єр Прем'єр-міністр Міністр Канцлер Генерал Посол Депутат Спікер Голова Мер Пан Пані Король",
    "az": """
        Hüquqşünas Siyasətçi Politoloq İqtisadçı
        Tarixçi Fəal Bloger Rəhbər Lider Lideri Hakim Prokuror Müşavir Diplomat Ekspert Nümayəndə Keçmiş
        Prezident Prezidenti Prezidentin Baş Nazir Naziri Kansler Katib General Polkovnik Səfir Deputat Spiker
        Başçı Sədr Akademik Professor Doktor Jurnalist Yazıçı Şair Vəkil Alim Cənab Xanım Vitse-prezident Kral Şah Ordu
    """,
    "tr": """
        Yazar Gazeteci Avukat Siyasetçi Lider
        Lideri Muhalif Sanatçı Şair Rektör Müdür Komutan Savcı Hâkim Yargıç Sözcü Müsteşar Danışman Akademisyen
        Tarihçi Ekonomist Araştırmacı Aktivist Vekil Aday Paşa Eski
        Cumhurbaşkanı Başbakan Bakan Bakanı Başkan Başkanı Şansölye Genel Sekreter General Albay Büyükelçi
        Milletvekili Vali Profesör Doktor Sayın Bay Bayan Kral Padişah
    """,
    "de": """
        Herr Herrn Frau Doktor Dr Professor Prof Präsident Präsidenten Präsidentin Kanzler Kanzlers Kanzlerin
        Minister Ministers Ministerin General Oberst Botschafter Botschafterin Senator Senatorin König Königin
        Kaiser Papst Chef Chefin Genosse Sprecher Sprecherin Premier Kommissar Kommissarin
    """,
    "fr": """
        Maître Juge Capitaine Lieutenant Commandant Monseigneur Père Frère Sœur Prince Maire
        M Mme Mlle Monsieur Madame Dr Docteur Professeur Président Présidente Premier Ministre Chancelier
        Chancelière Secrétaire Général Colonel Amiral Maréchal Ambassadeur Ambassadrice Sénateur Député
        Commissaire Roi Reine Pape
    """,
    "es": """
        Señor Señora Sr Sra Dr Doctor Presidente Presidenta Primer Ministro Ministra Canciller General Embajador
        Rey
    """,
    "it": """
        Signor Signora Dott Presidente Primo Ministro Ministra Cancelliere Generale Ambasciatore Re Papa
        Professore
    """,
    "pl": """
        Pan Pani Prezydent Premier Minister Kanclerz Generał Ambasador Poseł Senator Marszałek Król Papież
        Profesor
    """,
    "hy": "Նախագահ Վարչապետ Նախարար Պարոն Տիկին Գեներալ Դեսպան",
}
"""Titles and offices, which are before a family name without being somebody's given name."""

_SUBJECTS: Mapping[str, str] = {
    "az": """
        Ankara Astana Avropa Bakı Berlin Brüssel Budapeşt Bişkek Daşkənd Düşənbə Dehli Dövlət Hökumət İrəvan İslamabad
        Kabil Kiyev Kreml Qahirə Qərb Komissiya Konqres Konstitusiya London Madrid Məhkəmə Meclis Məclis Minsk Moskva
        Müxalifət Müstəntiq Nazirlik Parlament Paris Partiya Pekin Polis Pentaqon Prokuror Prokurorluq Rabat Riyad Roma
        Sofiya Stokholm Şura Tehran Tiflis Tokio Vaşinqton Varşava Vyana Xalq Təşkilat İttiham İttifaq Ordu Press
        Mətbuat Media İctimaiyyət Cəmiyyət Müdafiə Araşdırma Tədqiqat Qəzet Agentlik Fond Bank Şirkət Senat Konfrans
    """,
    "tr": """
        Ankara Astana Avrupa Bakü Belgrad Berlin Brüksel Budapeşte Bükreş Delhi Devlet Erivan Heyet Hükümet İslamabad
        İktidar Kabil Kahire Kiev Komisyon Kongre Konsey Kremlin Kurul Londra Madrid Mahkeme Meclis Minsk Moskova
        Muhalefet Ordu Parlamento Paris Parti Pekin Pentagon Polis Riyad Roma Savcı Savcılık Senato Sofya Stockholm
        Şam Tahran Tiflis Tokyo Varşova Viyana Washington Halk Teşkilat Örgüt Yargı Yargıtay Danıştay Basın Medya
        Kamuoyu Bakanlık Batı Savunma Soruşturma Gazete Ajans Banka Şirket Belediye Dernek Sendika Vakıf Konferans
    """,
}
"""Capitals and institutions that often open a sentence as its subject, and are nobody's given name."""
_ABSTRACT = re.compile(r"\w{3,}l[ıiuü][kq]$")
"""An office as a word: `Prokurorluq`, `Bakanlık`."""

_CALENDAR: Mapping[str, str] = {
    "de": """
        Januar Februar März April Mai Juni Juli August September Oktober November Dezember Montag Dienstag
        Mittwoch Donnerstag Freitag Samstag Sonntag Jahr Jahre Jahren Jahres Prozent Million Millionen Milliarde
        Milliarden
    """,
    "fr": "Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre",
    "tr": """
        Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık Pazartesi Salı Çarşamba
        Perşembe Cuma Cumartesi Pazar
    """,
}
"""Names of months and days where a language writes them with a capital, or a sentence may open with them."""

_PEOPLES: Mapping[str, str] = {
    "fr": """
        Africain Allemand Américain Anglais Arabe Arménien Asiatique Azerbaïdjanais Azéri Britannique Caucasien Chinois
        Espagnol Européen Français Géorgien Grec Indien Iranien Israélien Italien Japonais Kazakh Kurde Occidental
        Ottoman Palestinien Persan Polonais Russe Soviétique Syrien Tchétchène Turc Turque Ukrainien État
    """,
    "tr": """
        Abhaz Alman Amerikalı Arap Asyalı Avrupalı Azerbaycanlı Azeri Çeçen Çinli Ermeni Fransız Gürcü Hint İngiliz
        İranlı
        İsrailli İtalyan Japon Kafkas Kazak Kırgız Kıbrıslı Kürt Osmanlı Oset Özbek Polonyalı Rum Rus Sırp Sovyet
        Suriyeli Tacik Tatar Türk Türkmen Ukraynalı Yahudi Yunan Yunanlı
    """,
    "pl": """
        Amerykanie Amerykanów Arabowie Azerbejdżanie Azerbejdżanów Azerowie Azerów Europejczycy Europejczyków
        Francuzi Francuzów Gruzini Gruzinów Irańczycy Kurdowie Niemcy Ormianie Ormian Polacy Polaków Rosjanie Rosjan
        Turcy Turków Ukraińcy Ukraińców Żydzi Żydów
    """,
}
"""Peoples, and what is called after them, where a language writes them with a capital; in French in the singular."""
_TURKISH_ENDING = re.compile(r"(?:l[ae]r\w*|['’]\w+)$")
_FRENCH_ENDINGS = ("s", "e", "es", "ne", "nes")

_OFFICES_OF_GERMAN = (
    *("kanzler", "kanzlers", "kanzlerin", "minister", "ministers", "ministerin", "präsident", "präsidenten"),
    *("präsidentin", "chef", "chefin", "sprecher", "sprecherin", "sekretär", "kommissar", "richter", "richterin"),
    *("leiter", "leiterin", "vorsitzende", "vorsitzender", "vorsitzenden", "experte", "expertin", "forscher"),
    *("berater", "beraterin", "beauftragte", "beauftragter", "beauftragten", "anwalt", "anwältin", "politiker"),
    *("politikerin", "abgeordnete", "abgeordneter", "abgeordneten", "journalist", "journalistin", "direktor"),
    *("direktorin", "gouverneur", "bürgermeister", "bürgermeisterin", "historiker", "ökonom", "sekretärin"),
)
"""What compounds end with that are titles: `Bundeskanzler`, `Außenministerin`."""
_OFFICES_OF_TURKIC = tuple(
    # Turkish
    "bakanı başkanı sekreteri elçisi müdürü sözcüsü temsilcisi danışmanı komutanı lideri yardımcısı vekili üyesi kralı "
    "kraliçesi prensi valisi naibi avukatı yazarı muhabiri savcısı yargıcı hâkimi profesörü uzmanı şansölyesi papası "
    "patriği komiseri müsteşarı yöneticisi kurucusu editörü "
    # Azerbaijani
    "prezidenti naziri kansleri katibi sədri rəhbəri səfiri sözçüsü nümayəndəsi müavini köməkçisi müşaviri "
    "komandanı kraliçası şahı əmiri müxbiri redaktoru direktoru üzvü deputatı professoru prokuroru hakimi başçısı "
    "komissarı meri qubernatoru spikeri".split()
)
"""Offices of a land or a body: `Hindistan Başbakanı Modi`, `Baş naziri`."""

_OFFICES = _OFFICES_OF_GERMAN + _OFFICES_OF_TURKIC

_PARTICLES: Mapping[str, str] = {
    "de": "und der die das des dem den von vom zu zum zur für am im in über",
    "fr": "de du des d l la le les et en à au aux pour",
    "es": "de del la las los y e en para",
    "it": "di del della dei degli delle e ed in per",
    "pl": "i w na do z o",
    "az": "və üzrə",
    "tr": "ve için",
    "ru": "и по на в о с",
    "uk": "та і з на в у",
}
"""Small words within names: `Ministère de la Défense`."""

SPOKEN = tuple(_PARTICLES)
"""The languages of which small words are known, beside English."""


@cache
def openers(language: str) -> frozenset[str]:
    """Return the words with a capital that may open a sentence, or are before a name, without belonging to it."""
    return frozenset(_OPENERS.get(language, "").split())


@cache
def titles(language: str) -> frozenset[str]:
    """Return the titles and offices that may be before a family name."""
    return frozenset(_TITLES.get(language, "").split())


@cache
def opens_with_a_subject(word: str, language: str) -> bool:
    """Tell whether a word that opens a sentence is its subject, not a given name: `Məhkəmə Səfərovu dinlədi`."""
    return word in _SUBJECTS.get(language, "").split() or _ABSTRACT.match(word) is not None


@cache
def calendar(language: str) -> frozenset[str]:
    """Return the months, days and units that a language may write with a capital."""
    return frozenset(_CALENDAR.get(language, "").split())


@cache
def is_people(word: str, language: str) -> bool:
    """Tell whether a word with a capital is a people, or what is called after one: `Arméniens`, `Ruslar`."""
    table = frozenset(_PEOPLES.get(language, "").split())
    forms = {word}
    if language == "tr":
        forms.add(_TURKISH_ENDING.sub("", word))
    elif language == "fr":
        forms.update(word.removesuffix(ending) for ending in _FRENCH_ENDINGS)
        forms.add(word.removesuffix("aux") + "al")
    return not forms.isdisjoint(table)


@cache
def particles(language: str) -> frozenset[str]:
    """Return the small words that are within names."""
    return frozenset(_PARTICLES.get(language, "").split())


def is_office(word: str) -> bool:
    """Tell whether a word with a capital is a German compound or a Turkic possessive that names an office."""
    return word.lower().endswith(_OFFICES)


@cache
def all_before_a_family_name() -> frozenset[str]:
    """Return the titles and the openers of every language."""
    return frozenset(word for table in (_OPENERS, _TITLES) for words in table.values() for word in words.split())
