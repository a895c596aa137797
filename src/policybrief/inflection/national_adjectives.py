"""Adjectives of nations without what tells gender, number and case, and these endings: `молдавск`, `tunezyjsk`."""

from collections.abc import Mapping

_RU = """
    абхазск австралийск австрийск азербайджанск албанск алжирск американск английск ангольск андоррск аргентинск армянск
    афганск бангладешск баварск бахрейнск бельгийск белорусск бенинск болгарск боливийск боснийск ботсванск бразильск
    британск бурундийск венгерск венесуэльск восточногерманск вьетнамск габонск гаитянск гамбийск ганск гватемальск
    гвинейск германск голландск гондурасск греческ грузинск датск доминиканск египетск замбийск западногерманск
    зимбабвийск израильск индийск индонезийск иорданск иракск иранск ирландск исландск испанск итальянск йеменск
    казахск казахстанск камбоджийск камерунск канадск каталонск катарск кенийск кипрск киргизск кыргызск китайск
    колумбийск конголезск корейск косовск костариканск кубинск кувейтск латвийск ливанск ливийск литовск люксембургск
    мавританск македонск малазийск малайзийск малийск мальтийск марокканск мексиканск мозамбикск молдавск монгольск
    мьянманск намибийск немецк непальск нигерийск нидерландск никарагуанск новозеландск норвежск оманск пакистанск
    палестинск панамск парагвайск перуанск польск португальск приднестровск румынск сальвадорск саудовск северокорейск
    сенегальск сербск сингапурск сирийск словацк словенск советск сомалийск суданск таджикск таджикистанск таиландск
    тайваньск тайск танзанийск татарск татарстанск тоголезск тунисск турецк туркменск угандийск узбекск узбекистанск
    украинск уругвайск филиппинск финляндск финск французск хорватск центральноафриканск чадск черногорск чеченск чешск
    чехословацк чилийск швейцарск шведск шотландск эквадорск эритрейск эстонск эфиопск югославск южнокорейск
    южноафриканск японск
"""
_UK = """
    абхазьк австралійськ австрійськ азербайджанськ албанськ алжирськ американськ англійськ ангольськ аргентинськ
    афганськ баварськ бельгійськ білоруськ болгарськ болівійськ боснійськ бразильськ британськ вʼєтнамськ в'єтнамськ
    венесуельськ вірменськ ганськ гватемальськ гвінейськ голландськ гондураськ грецьк грузинськ данськ домініканськ
    еквадорськ естонськ ефіопськ єгипетськ зімбабвійськ ізраїльськ індійськ індонезійськ іракськ іранськ ірландськ
    ісландськ іспанськ італійськ йорданськ казахськ казахстанськ камбоджійськ камерунськ канадськ каталонськ катарськ
    кенійськ киргизьк китайськ кіпрськ колумбійськ конголезьк корейськ косовськ кубинськ кувейтськ латвійськ литовськ
    ліванськ лівійськ люксембурзьк македонськ малайзійськ малійськ мальтійськ марокканськ мексиканськ молдавськ
    молдовськ монгольськ німецьк непальськ нігерійськ нідерландськ нікарагуанськ новозеландськ норвезьк пакистанськ
    палестинськ панамськ парагвайськ перуанськ південнокорейськ польськ португальськ придністровськ радянськ російськ
    румунськ саудівськ сенегальськ сербськ сирійськ сінгапурськ словацьк словенськ сомалійськ суданськ таджицьк
    таїландськ тайванськ татарськ туніськ турецьк туркменськ угандійськ угорськ узбецьк уругвайськ філіппінськ фінськ
    французьк хорватськ чеськ чилійськ чорногорськ швейцарськ шведськ шотландськ югославськ японськ
"""
_PL = """
    abchask afgańsk albańsk algiersk amerykańsk andorsk angielsk angolsk argentyńsk australijsk austriack
    azerbejdżańsk azersk bawarsk belgijsk białorusk boliwijsk bośniack brazylijsk brytyjsk bułgarsk chilijsk chińsk
    chorwack cypryjsk czadyjsk czarnogórsk czechosłowack czesk duńsk egipsk ekwadorsk enerdowsk erytrejsk estońsk
    etiopsk fińsk filipińsk francusk greck gruzińsk gwatemalsk gwinejsk haitańsk hiszpańsk holendersk honduransk
    indonezyjsk indyjsk irack irańsk irlandzk islandzk izraelsk japońsk jemeńsk jordańsk jugosłowiańsk kambodżańsk
    kameruńsk kanadyjsk katalońsk katarsk kazachsk kazachstańsk kenijsk kirgisk kolumbijsk kongijsk koreańsk kosowsk
    kostarykańsk kubańsk kuwejck libańsk libijsk litewsk luksembursk łotewsk macedońsk malezyjsk malijsk maltańsk
    marokańsk meksykańsk mołdawsk mongolsk naddniestrzańsk namibijsk nepalsk niemieck nigeryjsk nikaraguańsk norwesk
    nowozelandzk omańsk ormiańsk pakistańsk palestyńsk panamsk paragwajsk peruwiańsk południowoafrykańsk
    południowokoreańsk portugalsk północnokoreańsk radzieck rosyjsk ruandyjsk rumuńsk salwadorsk saudyjsk senegalsk
    serbsk singapursk słoweńsk słowack somalijsk sowieck sudańsk syryjsk szkock szwajcarsk szwedzk tadżyck tajlandzk
    tajsk tajwańsk tanzańsk tatarsk togijsk tunezyjsk tureck turkmeńsk ugandyjsk ukraińsk urugwajsk uzbeck watykańsk
    wenezuelsk węgiersk wietnamsk włosk zambijsk zimbabweńsk
"""
_HE = """
    אוסטרי אוסטרלי אוקראיני אורוגוואי אזרי אזרבייג'ני איטלקי אינדונזי אירי אירני אירלנדי אלבני אלג'ירי אמריקאי אמריקני
    אנגלי אסטוני אפגני ארגנטינאי ארמני אתיופי בולגרי בוליביאני בוסני בלגי ברזילאי בריטי גאורגי גרמני דני הודי הולנדי
    הונגרי ונצואלי וייטנאמי טורקי טייוואני יווני יפני ירדני כווייתי לבנוני לובי לטבי ליטאי לוקסמבורגי מולדובי מונטנגרי
    מלזי מלטי מצרי מרוקאי מקסיקני נורווגי ניגרי סובייטי סודאני סורי סיני סלובני סלובקי סנגלי סעודי סקוטי סרבי ספרדי
    עיראקי פולני פורטוגלי פיליפיני פיני פקיסטני פרואני צ'ילאני צ'כי צרפתי קובני קולומביאני קוריאני קזחי קנדי קטארי
    קטלאני קניאתי קפריסאי קרואטי רומני רוסי שוודי שווייצרי תאילנדי תוניסאי תימני
"""
_AR = """
    أثيوبي أذربيجاني أذري أردني أرجنتيني أرميني أسترالي أفغاني ألباني ألماني أمريكي أميركي أوكراني إثيوبي إسباني إستوني
    إسرائيلي إماراتي إندونيسي إنجليزي إيراني إيرلندي إيطالي باكستاني بحريني برازيلي برتغالي بريطاني بلجيكي بلغاري بوسني
    بولندي بيروفي تايلندي تايواني تركي تشادي تشيكي تشيلي تونسي جزائري جورجي دنماركي روسي روماني سعودي سلوفاكي سلوفيني
    سنغالي سوداني سوري سوفيتي سوفياتي سويدي سويسري صربي صومالي صيني عراقي عماني فرنسي فلبيني فلسطيني فنزويلي فنلندي
    فيتنامي قبرصي قطري كازاخستاني كرواتي كندي كوبي كوري كولومبي كويتي كيني لبناني لوكسمبورغي ليبي ليتواني مالطي ماليزي
    مالي مجري مصري مغربي مكسيكي منغولي موريتاني مولدوفي نرويجي نمساوي نيجري نيجيري هندي هولندي ياباني يمني يوغوسلافي
    يوناني
"""
_KA = """
    აზერბაიჯანულ ამერიკულ ავსტრიულ არაბულ ბელარუსულ ბელგიურ ბერძნულ ბრიტანულ ბულგარულ გერმანულ დანიურ ესპანურ ესტონურ
    თურქულ ინგლისურ ინდურ ირანულ ისრაელ იტალიურ კანადურ ლატვიურ ლიტვურ მოლდოვურ ნორვეგიულ პოლონურ პორტუგალიურ რუმინულ
    რუსულ საბჭოთა სერბულ სომხურ უკრაინულ უნგრულ ფინურ ფრანგულ შვეიცარიულ შვედურ ჩეხურ ჩინურ ხორვატულ იაპონურ ყაზახურ
"""
_HY = """
    ադրբեջանական ալբանական ամերիկյան անգլիական ավստրիական ավստրալական արգենտինական բելառուսական բելգիական բրազիլական
    բրիտանական բուլղարական գերմանական դանիական եգիպտական էստոնական թուրքական իսպանական իսրայելական իտալական իրանական
    լատվիական լեհական լիտվական խորվաթական խորհրդային կանադական հունական հունգարական հնդկական ճապոնական մոլդովական
    նորվեգական շվեդական շվեյցարական չեխական չինական պորտուգալական ռումինական ռուսական ռուսաստանյան սերբական սիրիական
    սլովակյան վրացական ուկրաինական ֆիննական ֆրանսիական
"""
_DE = """
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
_FR = """
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
    grecque turque
"""
_ES = """
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
"""
_IT = """
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
"""
ADJECTIVES: Mapping[str, tuple[str, str]] = {
    "ru": (_RU, "(?:ий|ая|ое|ие|ого|ой|ому|ую|им|ом|их|ими|ою)"),
    "uk": (_UK, "(?:ий|а|е|і|ого|ої|ому|ій|у|им|ою|их|ими|ім)"),
    "pl": (_PL, "(?:i|a|ie|iego|iej|iemu|ą|im|ich|imi)"),
    "he": (_HE, "(?:ת|ה|ים|ות)?"), "ar": (_AR, "(?:ة|ين|ون|ات)?"),
    "ka": (_KA, "(?:ი|მა|ს|ის|ით|ად)?"), "hy": (_HY, ""),
    "de": (_DE, "isch(?:e[nmrs]?)"), "fr": (_FR, "(?:s|e|es|ne|nes|te|tes)?"),
    "es": (_ES, "(?:es|as|os|a|o|e|s)?"), "it": (_IT, "(?:he|hi|a|o|e|i)?"),
}  # fmt: skip
"""The stems, and what follows them."""
