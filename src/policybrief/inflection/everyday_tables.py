"""Names that are common words of their language as well."""

from collections.abc import Mapping

NAMES_OF_PEOPLE: Mapping[str, str] = {
    "ru": """
        артур берёза бык вера волк воля воробей ворон герман гончар грач гром гусь дуб заяц зима золото калина камилла
        коваль ковш козёл король кот кравец кузнец лебедь лев лето лилия лиса любовь май марк медведь мельник месяц
        мороз муха надежда огонь орёл пастух перец попов рада роза роман рыба слава соболь сокол соловей сом сорока суд
        тарас туз туман хмель царь цой чиж шах шум щука эра
    """,
    "uk": "воля віра лев любов лілія мир надія рада роза роман слава",
    "az": """
        akif alim alışan aqil arif arzu aslan ayan ayaz aydın aygün ayna azad azadə azər bahar bayram bilik bəhruz
        bənövşə bəxtiyar cavan ceyran cəsarət dadaş dilək dost durna dünya dəniz dəstə elm elçi elçin fidan firuzə
        fərman fərəh fəxri gövhər göyərçin gözəl güclü gül gülər güman gümüş günəş gürşad gənc hakim heyran hikmət
        hörmət hünər həkim həqiqət həsrət həvəs həyat igid ilham ilqar iman inam inci inqilab intiqam iradə ismət işıq
        kamil kəramət kərəm lalə ləyaqət mahnı mehriban mina möhkəm mövsüm mübariz müdrik müşfiq məhəbbət mələk mərcan
        mərd mərhəmət məsud mətin məzlum namus natiq nazim nazlı nemət nicat niyyət nizam nizami novruz nur nərgiz oqtay
        polad pənah pəri pərvanə qalib qanun qardaş qartal qismət qoca qorxmaz qönçə qüdrət qürur qızıl qızılgül
        qəhrəman qələbə ramazan ruhani rövşən rəhbər rəhim rəhman sabir sahib sahil sakit salam sevgi sevil sevinc
        seyran surə sübhan sülh səadət səbir sədaqət sədəf səfa səma sərdar sərvət tale tapdıq təravət tərbiyə tərlan
        tərəqqi ulduz umud uğur vahid vüqar vüsal vəfa vəli vəsilə vətən xanım xatirə xoşbəxt xəyal yadigar yalçın yaqut
        yasəmən yavər yaşar yeganə zaman zirvə ziyafət zəfər çinar çingiz çiçək ömür ülvi ümid şad şahid şahin şair
        şirin şöhrət şəfəq şəlalə şərəf ədalət əli əziz
    """,
    "tr": """
        ada adak ahenk akan akar akıllı akın alev altın alışık amaç arzu arı asalet asil asker aslan ateş atik avcı ay
        ayaz aydın azim aşkın babacan bahar bahçeli bak baki bakır balcı balkan balık barış bayar bayraktar bayram bağcı
        baş başak başar beyaz bilge bilgi bilgin bilir boz bozdağ bozkurt budak bulur bulut buğday bölük bülbül büyük
        bıçak can ceylan cihan coşkun cömert dalga damla davul dağ dede deha delil demet demir demirci deniz derin
        destan devrim değer dilek dinç direk divan dolu doruk dost doğan doğru duman durak durgun duru duygu dürüst düz
        düzgün ekin ekmekçi elma elmas elvan elçi emek emin engin er erdem eren erik erkek esen eser esin eski evren
        evrim ezgi eğilmez ferman fidan filiz fırtına galip gazel gazi genç gezer gezgin gizem gonca gökçe gölge gönül
        görkem gözde gül gülen güler güleç gülmez gümüş gündüz güneş gür gürbüz güven güzel güç hacı hafıza hakan
        hakikat halk hami hasret hayat hayret hazan hazine hikmet hilal hoca huzur hükümdar hürmet iklim ilgi ilham ilim
        ilkbahar ilke imam imge inan inanç ince inci insaf ipek irade işler işçi kader kadı kahir kahraman kalaycı kalem
        kalkan kalın kanat kaplan kara karaca karanfil kardelen kartal kavak kavakçı kaya kaynak kayıt keskin kestane
        kibar kiraz kocaman korkmaz koru koç koçak kul kurt kurtulmuş kurtuluş kurum kutlu kutsal kuzu kuş köse köylü
        küçük kılıç kır kısa kısmet kıvılcım kızıl lale limon mahir mavi mayıs mazlum melek menekşe mert meşhur muktedir
        mumcu mutlu mücevher müjde nafile nar naz nazlı nehir nergis neşe nisan nur ok okur okuyan onur orman ortak oruç
        oya oymak ozan oğul pala pamuk papatya parlak paşa pehlivan polat polis pınar rahmet reis ruhani rüzgar sabır
        sakallı sakin sancak sargın sarı savaş savcı saydam saygın sağlam sağır seher selam selvi semiz serin sert servi
        ses sevda sever sevgi sevinç sezgin seçim seçkin silah simge sipahi soylu su suskun söz söğüt sümbül sürmeli
        süslü süvari sınır tali tan tanık tasvir tatlı tatlıses taş taşkın taşçı tekin temel temiz tepe terzi tilki tok
        tomurcuk topal toprak toptan topuz topçu tosun toy tufan tuna tunç turan tutar türk türkmen ufuk ulaş ulu umay
        umut uslu usta uyanık uyar uygun uysal uzman uzun uçan uçar uğur varlık verim yahşi yakar yakut yalçın yalın
        yaman yankı yaprak yapıcı yargı yavaş yavuz yaz yazar yazıcı yağcı yağmur yaşar yelken yeni yerli yeter yetkin
        yeşil yiğit yoksul yorulmaz yosun yumuşak yurt yurtsever yönetmen yörük yüce yüksel yıldırım yıldız yılma yılmaz
        zafer zambak zarafet zengin zirve zor zorlu zümre çakır çalışkan çam çavuş çaylak çağ çağrı çekirge çelik çetin
        çevik çiftçi çimen çiçek çoban çolak çınar çığ ömür önder ördek örnek özel özen özge özgün özgür özlem öğüt ülkü
        ümit ünlü üzüm ırmak ışık şafak şahin şahit şanlı şeker şen şener şimşek şöhret şık
    """,
    "de": """
        ackermann adler anders arm august bach bauer baum becker berg birnbaum bischof blum bote brand braun bruch
        bruder busch bär dachs decker dick dorn dünn dürr eiche eichel eigenwillig eimer engel ernst falke faust feind
        fink fischer flora frank frei frey frisch fromm fröhlich fuchs förster fürst geiger geisel glaser gloria glück
        gnade graf groß grün gut gute hahn hammer hart hase hecht heide heil held hell herbst hering herr herzog hirsch
        hoch holz holzapfel horn huhn iris jung jäger kaiser kalt kamm keller kern klein klemm klinge klotz knappe
        knecht koch kohl korn kraft kramer kranz krause krebs kreuz krieger krämer kummer kunst kurz köhler könig kühn
        lamm lampe lang lange laut leder lehrer licht lindner luft lustig löwe maas mark mauer maurer meister meta
        metzger milde mohr mond morgen mühle müller nagel neu nord ost peer pfarrer pfeil pflug pieper pilz probst putz
        rabe rau rauch rausch reich reiche reif rein reis reiter renner rhein richter ring ritter rose rost rot roth
        römer salz sand sanft sattler satz sauer schacht scharf schatz scheel scheibe scheuer schild schilling schlosser
        schlüssel schmidt schmied schneider schnell schreiber schreiner schuster schwan schwarz schäfer schön schüler
        see segen seiler seltsam singer sommer sorge spatz specht speer sperling spieß spitz stahl stark starke staude
        stein stern steuer stille stolz storch strauß streit stroh stumpf sturm säuberlich süß tanz taube teufel till
        treu trost trupp trüb vater vielhaber viola vogel vogt wagner wahl wald wall wanderer warm weber weiß wende wild
        wind winter wolf wunder wunderlich wurm wüst zahn zart ziegler zimmer zimmermann zorn zucker zöllner
    """,
    "fr": """
        aimé aimée ange auguste aurore barbe barbier barre berger besson bigot blanc blanche bon bonnet borne boucher
        boulanger bourdon bourgeois bouvier breton brun brunet buisson bègue canard capucine carre causse cerise
        chapelle charpentier charrier chauvin chevalier chrétien claire clerc clémence cochon colin collet constance
        constant corbeau cordier courtois cousin couturier cresson céleste diane doux duc désiré fabre fleur flore
        fontaine forgeron fort fournier franc gaillard gay gentil germain grand grenier gros guillaume hiver hollande
        honoré hortense iris jeune joie jour juppé juste laine large lebrun leclerc leroy lion loiseau lombard lorraine
        loup lune léger maillet maillot maire marchand marguerite marin marine marteau martel martin maréchal masse
        maître mercier merle meunier millet modeste moine moulin mouton neveu noir normand nouvel noël océane oiseau
        olive olivier page pages pannier parent parfait pasteur patience pelletier perle pervenche petit peuple
        philippine pic picard pierre pin pineau place plante poirier pommier pont portier potier poulain prieur prince
        printemps prudence prudent prune prévost rayon renard riche rivière robin roche rocher roi roman rond rose rouge
        rousseau roux royal sage sapin sauvage savant seigneur sergent soleil soline souris séjourné tailleur temps
        tisserand tisseur tonnelier vaillant valentin valet vallée verdier vert victoire vigne vigneron violette voisin
        voyer
    """,
    "es": """
        aguado alba alegría amparo aurora azucena blanco bravo bueno caballero calvo campo campos cano caridad
        castillo clara conde consuelo corral cortés cruz delgado diez dolores domingo duque espada esperanza
        estrella fe flor flores gallego gallo gracia guerra guerrero herrero hidalgo iglesia iglesias infante
        izquierdo jurado justo lago leal león libertad llano lobo luna luz maestre malo mar marco margarita
        marina mariscal mata mayo mercedes milagros modesto montero moral moreno navarro nieto nieves niño oliva
        olvido pardo paredes pastor paz pilar pino prado prieto primo puente rajoy rey reyes ribera rico rojo
        romero rosa rubio rueda río sala santo santos segura serrano sierra sol tejedor torre torres valle vela
        verdugo villa ángel
    """,
    "it": """
        abate alfieri angelo argento aurora bassi basso battaglia bello bianca bianchi bianco bocca borghese
        bruno calabrese campana caro casale cavaliere cavallo chiara chiesa cicala colonna conte conti corsi
        costa dini domenica draghi durante fabbri falcone fede felice fermi ferraro fiore fontana forte franco
        galli gallo gatto gentile gioia giusti grassi grasso grazia guerra leone letizia letta lombardi lombardo
        luna lupi lupo margherita marino medici mercati monaco monti moro neri nero orsi orso pace palazzo pepe
        perla piazza ponte porta porto prodi pugliese re ricci ricco rocca romano rosa rossi rosso russo sacco
        sala santi santo schiavo serena serra sole soprano spada speranza spina stella tesoro toscano valle
        vento verde verdi villa viola vita vitale vittoria volpe
    """,
    "pl": """
        anioł bąk baran bocian bosak budka bury cebula cichy ciołek czajka czapla czarny dąb duda dudek duży dzik fiołek
        gałązka garbarz gawron gęś gil gołąb gołąbek góra grabarz groch grzyb igła indyk jagoda jarząb jeleń kaczka
        kaczor kalina kania kapusta karaś karp kasza kawka kiełbasa kłos klucz kopacz koper korona kos kościół kot kowal
        koza kozak kozioł krawiec król kruk krupa krzak kukułka kura kurek kwiatek łata lato leśny leszczyna lew lipa
        lipiec lis listek łopata łoś maj mak marchewka marzec mazur młot młynarz motyka mróz mucha niemiec nitka nowy
        ogórek okoń orzeł osa owca pająk papież parasol piątek pień pietruszka piła pióro pisarz płotka pogoda polak
        popiół pszczoła rak róg rogal rok roman rosół róża rura ryba rybak rzepa sarna ser sikora skała skowronek
        skrzypek śledź śliwa słoma słowik śmietana sobota sokół sowa sroka stary stodoła stolarz struś świerk świstak
        szczur szczygieł szczypior szewc szpak tkacz topór wąs wesoły wiara wiatr wieczorek wilk wiśnia wójt wołek woźny
        wróbel wrona wrzos wydra żaba zając żak zegar żelazo zięba ziemia zima ziobro złotnik żuk żuraw żurek żyto
    """,
}
"""Given names and family names, in small letters."""
NAMES_OF_THINGS: Mapping[str, str] = {
    "ru": """
        бор броды буча ведомости вена версия вести взгляд газа власть воля восток время гласность голос грозный губа
        деньги дно дождь дон дума единство завтра запад заря звезда известия итоги клин кривой культура кура луга маяк
        мемориал мир мирный наше новости орел орёл основа отечество память победа правда проект профиль рада рассвет
        родина свобода север сила слово собеседник сокол союз справедливость спутник сумы труд чад шахты эксперт
        эхо юг яблоко
    """,
    "uk": """
        бар броди вишневе воля захід зелене зірка золоте лиман малі мир мирне перемога перу пологи правда південь
        північ рада рівне рубіжне свобода сила слово сміла союз суми схід того чад час часів щастя
    """,
    "az": """
        axşam ayna azadlıq ağrı birlik cümhuriyyət cəmiyyət cənub dalğa daşkəsən dövlət dünya dəyər ekspress gündəm
        günəş gənclik hürriyyət həftə həqiqət hərəkat həyat inkişaf işıq kompas körpü masallı meydan mövqe mübarizə
        müsavat mədəniyyət mərkəz ocaq palitra paritet qala qazax qum qələbə qərb real region respublika saatlı sabah
        səs toplum tovuz trend tribuna təhsil ulduz vahid vəhdət vətən vətəndaş xalq xəbər yardımlı yol yüksəliş zaman
        çağ ümid şimal şərq ədalət
    """,
    "tr": """
        adalar ahlat akşam anahtar avcılar aydın aydınlık açık ağrı batman batı bağcılar bağlar birikim birlik bodrum
        bor bozkurt bugün bulanık cumhuriyet deva devrim diken doğu duvar dünya ekspres elmalı emek erdemli evrensel
        fatih gelecek gerçek gezi gündem güney güneş halk hamur hani hürriyet kadro karar kartal katar kaş kemer
        korkusuz kula kulp kurtuluş kuzey mali manşet memleket mersin millet milliyet mut nefes nokta ordu para politika
        posta radikal refah saadet sabah ses side sol soma star sur söz sözcü takvim taraf tempo tercüman tokat tuzla
        ufuk ulus umman umut uşak vakit vatan yankı yarın yol yurt yön zafer zaman çan çağrı çeşme çınar özgürlük ülke
        şişli
    """,
    "de": """
        allianz anzeiger aufbruch baden bergen bild blick bote buchen burg bünde celle cicero eschen essen fakt falter
        focus forst fortschritt freitag gießen grüne grünen hagen halle heide heute hof kamen kicker konkret kreuz krone
        kurier lauf laufen leer linden linke löhne merkur minden mission monitor münster nation norden osten panorama
        post presse profil rain rat regen republik siegen singen spiegel stade standard stern süden tagblatt tat titanic
        union volt vorwärts wangen waren weiden wels welt wende werden werder westen wiesen woche worms zeit zug
    """,
    "fr": """
        constitution
        aube avenir bar brut cannes capital causeur challenges champagne cher chili combat commentaire condom corse
        creuse croix die digne dominique ensemble esprit est express figaro fougères gap grasse grenade ham horizons
        humanité landes lens libération loches lot lourdes manche mantes marianne matin menton monde moulins nord obs
        orange ouest pantin parisien plaisir point presse progrès provence reconquête regards renaissance rennes romans
        réforme république réunion saintes salon sceaux sens soir solidarité somme sud temps tours tribune tulle union
        valence vannes vie vienne vire voix échos équipe
    """,
    "es": """
        avance confidencial debate diario este libertad mundo norte oeste paz país podemos público razón sur
        unión vox
    """,
    "it": """
        avvenire azione est fatto foglio giornale lega libero manifesto mattino messaggero mondo nord ovest
        repubblica sole stampa sud tempo unione verità
    """,
    "pl": """
        brzeg centrum czad dziennik fakt forum gazeta głos gniew godność góra hel inicjatywa jawor jedność koło
        konfederacja kuba kultura kurier łask lewica mali młodzi mosty mrozy nadzieja niezależni nowe nowi nowoczesna
        odpowiedzialność odrodzenie ojczyzna oman piaski piła pismo platforma police polityka północ południe
        porozumienie prawda prawica przegląd przekrój przyszłość razem rzeczpospolita sieci skała sława słowo
        solidarność sprawiedliwość środa świat turek tygodnik ustroń warka warta wiosna wolni wolność wprost wschód
        wspólnota zachód zator zgoda zieloni znak życie
    """,
}
"""Names of newspapers, parties, towns and regions that are very common words, in small letters."""

ONLY_AS_WRITTEN: Mapping[str, str] = {
    "az": "astara çad mali qana sudan",
    "tr": "benin kanada mali oran sana sudan yemen",
}
"""Names of states and places that are a case of another word, `Sudan`, *from water*: so only as written."""

PHRASES: Mapping[str, frozenset[str]] = {
    "de": frozenset(
        (
            *("freie wähler", "freie demokraten", "grüne liga", "junge alternative", "junge liberale"),
            *("graue wölfe", "neue rechte", "neue zeit", "rote hilfe", "junge welt"),
        )
    ),
    "fr": frozenset(("jeune afrique", "jeunes agriculteurs", "les verts", "secours populaire")),
    "ru": frozenset(("новые люди", "народный фронт", "общее дело", "свободные демократы", "новое время", "наше время")),
    "uk": frozenset(("народний фронт", "спільна справа", "слуга народу")),
}
"""Names of parties and newspapers that are common phrases but for their capital, in small letters."""
