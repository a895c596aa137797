"""Names that are common words of their language as well."""

from collections.abc import Mapping

NAMES_OF_PEOPLE: Mapping[str, str] = {
    "ru": """
        артур берёза вера воля воробей ворон герман гусь заяц зима золото калина камилла козёл король кравец
        кузнец лебедь лев лето лилия любовь май марк медведь мельник мороз муха надежда орёл пастух попов рада
        роза роман рыба слава соболь сокол соловей сорока суд тарас туман хмель царь цой шум щука эра
    """,
    "uk": "воля віра лев любов лілія мир надія рада роза роман слава",
    "az": """
        akif alim alışan aqil arif arzu aslan ayan ayaz aydın aygün ayna azad azadə azər bahar bayram bilik
        bəhruz bənövşə bəxtiyar cavan ceyran cəsarət dadaş dilək dost durna dəniz dəstə elçi elçin fidan firuzə
        fərman fərəh fəxri gövhər göyərçin gözəl güclü gül gülər güman gümüş günəş gürşad gənc hakim heyran
        hikmət hörmət hünər həkim həqiqət həsrət həyat igid ilham ilqar iman inam inci inqilab intiqam iradə
        ismət işıq kamil kəramət kərəm lalə ləyaqət mahnı mehriban mina möhkəm mövsüm mübariz müdrik müşfiq
        məhəbbət mələk mərcan mərd mərhəmət məsud mətin məzlum namus natiq nazim nazlı nemət nicat niyyət nizam
        nizami novruz nur nərgiz oqtay polad pənah pəri pərvanə qalib qanun qardaş qartal qismət qoca qorxmaz
        qönçə qüdrət qızıl qızılgül qəhrəman qələbə ramazan rövşən rəhbər rəhim rəhman sabir sahib sahil sakit
        salam sevgi sevil sevinc seyran surə sübhan sülh səadət səbir sədaqət sədəf səma sərdar sərvət tale
        tapdıq təravət tərlan tərəqqi ulduz umud uğur vahid vüqar vüsal vəfa vəli vətən xanım xatirə xəyal
        yadigar yalçın yaqut yasəmən yavər yaşar yeganə zaman zirvə ziyafət zəfər çinar çingiz çiçək ömür ülvi
        ümid şad şahid şahin şair şirin şöhrət şəfəq şəlalə şərəf ədalət əli əziz
    """,
    "tr": """
        ada adak ahenk akan akar akıllı akın alev alışık amaç arzu asalet asil aslan ateş avcı ay ayaz aydın
        azim aşkın babacan bahar bahçeli bak baki balkan barış bayraktar bayram başak başar beyaz bilge bilgi
        bilgin bilir bozkurt bulur bulut büyük can cihan coşkun dalga damla deha delil demet demir deniz derin
        destan devrim değer dilek divan doruk dost doğan duman durak duru duygu ekin elvan elçi emek emin engin
        er erdem eren esen eser esin eski evren evrim ezgi ferman fidan filiz fırtına galip gazel gazi genç
        gizem gonca gökçe gölge gönül görkem gözde gül gülen güler güleç gümüş gündüz güneş gür güven güzel güç
        hacı hafıza hakan hakikat halk hami hasret hayat hayret hazan hazine hikmet hilal huzur hükümdar hürmet
        iklim ilgi ilham ilim ilkbahar ilke imam imge inan inanç inci insaf irade işler işçi kader kahir kalkan
        kalın kanat kaplan kara karaca karanfil kardelen kartal kavakçı kaya kayıt kibar korkmaz koru koç koçak
        kurt kurtulmuş kurtuluş kurum kutlu kuzu küçük kılıç kır kısa kısmet kıvılcım kızıl lale limon mahir
        mavi mayıs mazlum melek menekşe mert meşhur muktedir mutlu mücevher müjde nafile naz nazlı nehir nergis
        neşe nisan nur ok onur ortak oruç oya oymak ozan pamuk papatya polat pınar rahmet reis rüzgar sabır
        sancak sargın sarı savaş saydam saygın sağlam seher selam serin selvi servi ses sevda sevgi sevinç seçim
        seçkin simge soylu su söz sümbül sürmeli süvari tali tan tanık tasvir tatlı tatlıses taş tekin temel
        temiz tok tomurcuk toprak topuz toy tufan tuna tunç turan türk türkmen ufuk ulaş ulu umay umut uygun
        uysal uzun uçan uçar uğur varlık verim yahşi yakut yalçın yalın yaman yankı yaprak yargı yavaş yavuz yaz
        yağmur yaşar yelken yeni yeşil yiğit yosun yurt yönetmen yüksel yıldırım yıldız yılma yılmaz zafer
        zambak zarafet zengin zirve zümre çakır çağ çağrı çelik çetin çiçek çınar çığ ömür önder özel özen özge
        özgün özgür özlem ülkü ümit ünlü ırmak ışık şafak şahin şahit şanlı şen şimşek şöhret
    """,
    "de": """
        ackermann adler anders arm august bach bauer baum becker berg birnbaum blum braun bruder busch bär dachs
        decker dick dorn dünn eiche eigenwillig eimer engel ernst falke faust feind fink fischer flora frank
        frey frisch fromm fröhlich fuchs förster fürst geiger geisel glaser gloria glück gnade graf groß grün
        gut gute hahn hammer hart hase hecht heide heil held hell herbst hering herr herzog hirsch hoch holz
        holzapfel horn huhn iris jung jäger kaiser kalt kamm keller kern klein klemm klinge klotz knappe knecht
        koch kohl korn kraft kramer kranz krause krebs kreuz krieger krämer kummer kunst kurz könig kühn lamm
        lampe lang lange laut leder lehrer licht lindner luft lustig löwe mark maurer meister meta metzger milde
        mond morgen mühle müller nagel neu ost peer pfeil pflug pieper pilz probst putz rabe rau rauch rausch
        reich reiche reif rein reis reiter renner richter ring ritter rose rost rot roth römer salz sand sanft
        sattler satz sauer schacht scharf schatz scheel scheibe scheuer schild schilling schlosser schlüssel
        schmidt schmied schneider schnell schreiber schreiner schuster schwan schwarz schäfer schön schüler
        segen seiler seltsam singer sommer sorge spatz specht speer sperling spieß spitz stahl stark starke
        staude stein stern steuer stille stolz storch strauß streit stroh stumpf sturm säuberlich süß tanz taube
        teufel till treu trost trupp trüb vater vielhaber viola vogel vogt wagner wahl wald wanderer warm weber
        weiß wende wild wind winter wolf wunder wunderlich wurm zahn zart ziegler zimmer zimmermann zorn zucker
    """,
    "fr": """
        aimé aimée ange auguste aurore barbe barbier barre berger besson bigot blanc blanche bon bonnet borne
        boucher boulanger bourdon bourgeois bouvier breton brun brunet buisson bègue capucine carre cerise
        charpentier charrier chauvin chevalier chrétien claire clerc clémence colin collet constance constant
        cordier courtois cousin couturier cresson céleste diane doux duc désiré fabre fleur flore fontaine fort
        fournier franc gaillard gay gentil germain grand grenier gros guillaume hiver honoré hortense iris jeune
        joie jour juppé juste laine large lebrun leclerc leroy lion lombard lorraine loup lune léger maillet
        maillot maire marchand marguerite marin marine marteau martel martin maréchal masse maître mercier merle
        meunier millet modeste moine moulin neveu noir normand nouvel noël océane oiseau olive olivier page
        pages parent parfait pasteur patience pelletier perle pervenche petit peuple philippine pic picard
        pierre pin pineau place plante poirier pommier pont potier poulain prieur prince printemps prudence
        prudent prune rayon renard riche rivière robin roche rocher roi roman rond rose rouge rousseau roux
        royal sage sauvage savant seigneur sergent soleil soline souris tailleur temps tisserand tonnelier
        vaillant valentin valet vallée verdier vert victoire vigne vigneron violette voisin
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
        anioł baran bury bąk cichy czarny duda dudek duży dąb gil gołąb góra jeleń kaczor kania kawka kopacz kos
        kot kowal kozak kozioł kruk krupa król lato lew leśny lipa lis mazur mróz mucha niemiec nowy orzeł pająk
        piątek polak pszczoła rak rogal roman ryba rybak róg róża sikora skała sokół sowa sroka stary stolarz
        szewc szpak wesoły wiara wiatr wieczorek wilk wrona wróbel wójt wąs zając ziemia ziobro zięba łoś śledź
        świerk żaba żak żuk
    """,
}
"""Given names and family names, in small letters."""
NAMES_OF_THINGS: Mapping[str, str] = {
    "ru": """
        ведомости вена вести взгляд воля восток время грозный дождь дон единство запад заря звезда известия кура
        мир мирный новости орел орёл отечество победа правда рада родина свобода север сила слово союз спутник
        труд чад эхо юг яблоко
    """,
    "uk": "воля захід зірка мир перемога правда південь північ рада свобода сила слово союз схід час",
    "az": """
        ayna azadlıq birlik cənub dünya hürriyyət meydan mövqe müsavat qala qazax qələbə qərb real respublika
        saatlı səs tovuz vətən xalq yol zaman ümid şimal şərq ədalət
    """,
    "tr": """
        akşam aydınlık ağrı batman batı birlik bodrum cumhuriyet doğu dünya gelecek gündem güney güneş halk
        hürriyet karar kaş kemer kuzey mali memleket milliyet nokta ordu posta refah saadet sabah sözcü takvim
        taraf tokat ulus umman uşak vatan yurt zafer zaman çeşme özgürlük
    """,
    "de": """
        allianz aufbruch baden bergen bild burg essen falter focus forst fortschritt freitag gießen grüne grünen
        hagen halle heide heute hof kamen krone kurier lauf laufen leer linden linke merkur minden mission
        münster nation norden osten presse profil rain rat regen siegen singen spiegel standard stern süden tat
        union volt weiden welt wende werder westen wiesen woche worms zeit
    """,
    "fr": """
        aube avenir bar cannes capital champagne cher combat corse creuse croix die dominique ensemble est
        express figaro gap grasse grenade ham horizons humanité landes lens libération lot manche marianne matin
        monde nord obs orange ouest parisien point presse progrès provence reconquête renaissance rennes
        république réunion sens soir solidarité somme sud temps tours tribune tulle union valence vannes vie
        vienne vire voix échos équipe
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
        fakt gazeta lewica nowoczesna polityka południe prawda przegląd północ razem rzeczpospolita sieci słowo
        tygodnik wolność wschód zachód świat
    """,
}
"""Names of newspapers, parties, towns and regions that are very common words, in small letters."""
