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
        ackermann adler anders anker arm august bach balken bast bauer baum becker beil berg besen birnbaum bischof blum
        bogen bolzen bote brand braun brocken bruch bruder busch bär bürger dachs deckel decker degen dick docht dorn
        druck dämpfer dünn dürr egge eiche eichel eigenwillig eimer eisen engel ernst falke fass faust feger fehler
        feind feld fels feuer fink fischer flegel flora flügel frank frei frey frisch fromm fröhlich fuchs funke förster
        fürst garten geiger geisel geist glaser gloria glück gnade gold graben graf groß gruber grün gut gute hahn haken
        halm hammer hart hase haupt hecht heger heide heil held hell herbst herd hering herr herzog hirsch hirte hobel
        hoch hof holz holzapfel horn huhn hülse iris jammer jung jäger kaiser kalt kamm kanzler kasten kegel keller kern
        kessel kittel kleber klee klein klemm klinge klotz knabe knappe knauf knecht knopf koch koffer kohl korb korn
        kracher kraft kragen kramer kranz krause krebs kreisel kreuz krieger krämer kugel kummer kunde kunst kurz köhler
        könig kühn lack lamm lampe lang lange laub laut leder lehrer leiter lenz licht lindner luchs luft lustig löwe
        maas maler mark markt mauer maurer meise meister meta metzger milde mist mohn mohr mond morgen mut märz mühle
        müller nagel nebel netz neu nord ochs ofen ost peer pelz pfahl pfarrer pfeifer pfeil pfennig pfister pflug
        pieper pilz pinsel platz preis probst putz quast rabe rau rauch rausch rechner regen reich reiche reif rein reis
        reiter renner rhein richter riegel riese ring ritter rose rost rot roth ruder römer rübe sack salz sand sander
        sanft sattler satz sauer schacht schaden schaf schall scharf schatz schaum scheel scheibe schein schenk scheuer
        schild schilling schimmel schlag schlegel schleicher schlicht schlosser schlüssel schmaus schmidt schmied
        schnabel schnabl schnee schneider schnell schnitt schnitzer schnur schober schreck schreiber schreiner schritt
        schuh schuster schwamm schwan schwank schwarz schwein schäfer schön schöpfer schüler see segen seiler seltsam
        senf sichel siegel silber singer sommer sorge span spatz specht speck speer sperling spiegel spiel spieß
        spindler spitz spross stab stahl stamm stark starke staude steg stein stempel stern steuer stiefel stille stoff
        stolz storch stoß strauß streit strich strick stroh strom stumpf sturm stück säger säuberlich süß tag tanz tau
        taube teich teufel till tisch topf treiber treu trick trost trupp trüb unger unruh vater vielhaber viola vogel
        vogt voll waage wachs wachter wagner wahl wald wall wanderer warm wasser weber weih weizen weiß wende wicht
        wiese wild wind winkel winter wirt witz wolf wolke wunder wunderlich wurm wüst wüste zahn zart zaun zeiger
        zeisig ziege ziegler zimmer zimmermann zipfel zorn zucker zunge zwirn zöllner
    """,
    "fr": """
        aimé aimée ange auguste aurore barbe barbier barre beau bel berceau berger bergeron besson bigot blanc blanche
        bois bon bonnet bordes borne boucher boulanger bouquet bourdon bourgeois bouvier bras brebis breton brosse brun
        brunet buisson bègue cadet canard capucine carpentier carre causse cave cerise chapelle charpentier charrier
        chauvin chemin cheval chevalier chrétien chêne claire clerc clémence cochon colin collet constance constant
        corbeau cordier corne couronne court courtois cousin couturier cresson croix céleste dauphin diane doux duc
        désiré enfant fabre farine faucon fer fleur flore foin fontaine forest forgeron fort forêt fournier franc france
        gaillard gauche gay geai gendre gentil germain grand gras grenier gros guerre guerrier guillaume hardy herbe
        hiver hollande honoré hors hortense iris jardin jeune joie jour juppé juste laine large lebrun leclerc leroy
        lilas lion lièvre loiseau lombard long lorraine loup lune léger maillet maillot maire malin mallet marchand
        marguerite marin marine marteau martel martin maréchal mas masse mauvais maçon maître mercier merle mesure
        meunier mignon millet modeste moine monnier montagne mort moulin mouton naturel neveu noir nom normand nouvel
        noël océane oiseau olive olivier page pages pain palais pannier papillon paradis parc parent parfait pas pasteur
        patience paysan pelletier perdrix perle perrier perron pervenche petit peuple philippine pic picard pierre
        pigeon pin pineau pinson place plante plat poirier poisson pommier pont porc portier pot potier potiron poulain
        poulet poux prieur prince printemps proust prudence prudent prune prunier prévost puy rabot raisin rat rayon
        reine renard riche rideau rivière robin roche rocher roi roman rond rose rouge rousseau roux royal ruche sage
        sapin sauvage sauveur savant seigneur sergent serpent sillon simple soleil soline sorbier sorcier soulier souris
        séjourné tailleur tambour taupin temps terrier tilleul tisserand tisseur tonneau tonnelier tour tournier vache
        vacher vaillant val valentin valet vallée vaux vent verdier vert victoire vie vigne vigneron villain violette
        voisin voiture voyer
    """,
    "es": """
        aguado alba alegría amparo aurora azucena blanco bravo bueno caballero cabello cabeza calle calvo campo campos
        cano cantero caridad carrasco castillo cazador ceballos cerezo clara conde consuelo cordero corral cortés cruz
        cuerpo cuesta cuevas delgado delicado diez dolores domingo duque escribano espada esperanza estrella fe feliz
        flor flores franco fuentes gallego gallo gato gracia grande guapo guerra guerrero herrero hidalgo huertas
        iglesia iglesias infante izquierdo jurado justo ladrón lago leal león libertad llano lobo lozano lucero luna luz
        machado maestre malo mar marco margarita marina mariscal mata mayo melero mercedes milagros modesto molina
        molinero montero montes mora moral moreno moya naranjo navarro nieto nieves niño oliva olmo olvido palacios
        palma palomo pardo paredes parra pastor paz peña pilar pino pozo prado prieto primo puente rajoy redondo rey
        reyes ribera rico robles rojo romero rosa rubio rueda río sala salas salinas santo santos sastre segura serrano
        sierra sol tapia tejedor tinto toro torre torres trigo urbano valiente valle vaquero vega vela verdugo vergara
        villa zapatero ángel
    """,
    "it": """
        abate alfieri angelo argento aurora barca barone bassi basso battaglia bello bianca bianchi bianco bocca
        borghese boschi bosco bruno calabrese campana campi canale carbone caro carta casale casini cava cavaliere
        cavallo chiara chiesa cicala cipolla colonna conte conti corsi cortese costa croce cuore dini domenica draghi
        durante fabbri falco falcone fattori fede felice fermi ferrari ferraro ferro fini fiore fiori fitto fiume
        fontana fornaro forte forti franco fusco galli gallo gamba gatto gentile giglio gioia giudice giusti grassi
        grasso grazia guerra guida lana lanza leone letizia letta lombardi lombardo lotti luna lupi lupo maggio magri
        marchi mare margherita marino martello medici mercati merlo monaco monti moro mosca mulino neri nero nobile noce
        orsi orso pace pagano palazzo palma pane papa pastore pepe pera perla pesce piazza piccolo pini pino poli ponte
        porta porto prati prodi pugliese quaranta ragno rame re ricchi ricci ricco riva rocca romano ronchi rosa rossi
        rosso russo sacco sala salvia santi santo sarto schiavo segreto selva serena serpe serra sole soprano sordi
        sordo spada speranza spina stella taglia tasca tasso tesoro testa torre toscano trenta turco vacca vaccaro
        valente valle valli vela vento verde verdi vergine vigna villa villani viola vita vitale vittoria volpe volpi
        zappa zucca
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
        total valence vannes vie vienne vire voix échos équipe
    """,
    "es": """
        ahora avance avanza barca baza cambio cañada clarín comercio concepción confidencial crítica
        crónica cuenca debate diario esperanza este expreso extra financiero fuente granada hora
        hoy jornada juntos león libertad manta mar merced mercedes milenio momento moral morena mula mundo
        nación norte nueva oeste oriente palma paz país perfil podemos poniente portada primero proceso progreso pueblo
        puerto página público razón reforma rosario salvador semana siglo soberanía sumar sur tercera
        tiempo tiempos trinidad universal universo unión valor vanguardia victoria vox voz ámbito época
    """,
    "it": """
        alba alternativa avanti avvenire azione bra cambiamo camera cave cento centro corriere corte crema domani dubbio
        erba espresso est fatto fermo fiera foggia foglio fondi forza futuro gazzetta gela gioia giornale identità
        impegno imperia insieme internazionale lago latina lega libero lodi mali manifesto marche marina marino massa
        mattino messaggero moderati mondo monti movimento nord noto opinione orizzonti ovest panorama pieve popolo porto
        possibile post potenza prati prato progresso radicali repubblica riformista sala scala secolo sesto settimo sole
        stampa stella sud tempo termini torre unione valle verità ville vita volta
    """,
    "pl": """
        brzeg buk bór centrum czad dwójka dziennik fakt fakty forum gazeta gniew godność gra góra głos hel inicjatywa
        jawor jedność jedynka konfederacja koło kuba kultura kurier lewica lider mali miasto mosty mrozy młodzi nadzieja
        naprzód niezależni nowe nowi nowina nowiny nowoczesna obserwator obywatel odpowiedzialność odrodzenie ojczyzna
        oman ostrów partia państwo piaski pismo piła platforma pokolenie pola police polityka porozumienie potok
        południe prawda prawica przegląd przekrój przełom przyszłość północ razem ruch ruda rzeczpospolita sieci skała
        solidarność sprawiedliwość stal staw sucha sąd sława słowo trybuna trójka turek tygodnik ustroń warka warta
        wiadomości wieści wiosna więź wolni wolność wprost wschód wspólnota wydarzenia zachód zadra zator zgoda zieloni
        znak łask łódź środa świat świecie żary życie
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
