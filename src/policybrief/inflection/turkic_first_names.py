"""Given names that are common in Azerbaijan and in Turkey, and those of others as the two languages write them."""

from collections.abc import Mapping
from functools import cache

from .everyday_tables import NAMES_OF_PEOPLE
from .first_names import is_a_common_given_name

_COMMON: Mapping[str, str] = {
    "az": """
        abbas abdulla adil adilə afaq afiq afət aidə akif alim aliyə almaz amalya amil anar anara aqil aqşin
        araz arif arzu asif aslan asəf aybəniz aygün ayişə aynur aysel aytac aytən azad azadə azər babək bahar
        banu bəhram bəhruz bənövşə bəxtiyar bəşir cabbar cahangir camal camil cavad cavanşir cavid ceyhun cəfər
        cəlal cəlil cəmil cəmilə cəmşid daşqın dilarə dilbər dilqəm ehtiram elbrus eldar eldəniz elman elmar
        elmir elmira elnarə elnur elvin elçin elşad elşən emil emin esmira etibar eyvaz faiq famil faris fariz
        fatimə fatma fazil fidan fikrət firdovsi firuz firuzə firəngiz flora fuad füzuli fərhad fərid fəridun
        fəridə fərman fərqanə fərrux fərəc fəxrəddin gövhər güllü gülnar gülnarə gülsüm gültəkin gülşad gülşən
        gülər günay günel habil hacı hafiz heydər hidayət hikmət hüseyn həbib həcər həmid həmzə həqiqət həsən
        hətəm ibad ibrahim idris ikram ilahə ilham ilhamə ilkin ilqar ilyas intiqam iqbal iradə isa isgəndər
        ismayıl ismət jalə kamal kamil kamran kazım könül kəmalə kənan kərim kərəm lalə lamiyə leyla ləman lətif
        lətifə mahir mahirə mahmud malik maqsud mehdi mehman mehriban mikayıl minarə mirzə misir murad musa
        mustafa muxtar mübariz münəvvər mürvət müslüm müşfiq məhəmməd məhərrəm mələk məmməd mənsur mənsurə
        mərziyə mətanət nadir nadirə nahid nahidə nailə namiq nargiz natiq natəvan nazilə nazim nazlı nemət
        nigar nilufər niyazi nizami novruz nuranə nurlan nurlanə nurəddin nüsrət nüşabə nəbi nəcəf nərgiz
        nəriman nərminə nəsib nəsimi nəzakət oktay oqtay orxan osman pakizə polad pənah pərvanə pərvin pərviz
        qabil qadir qorxmaz qubad qönçə qədir qəhrəman qənimət rafael rafiq rahib rahilə ramal ramil ramin ramiz
        rasim rauf rizvan rza rövşanə rövşən röya rübabə rüfət rüstəm rüxsarə rəfael rəhim rəhman rəmziyyə rəna
        rəsul rəşad rəşid sabinə sabir sabirə sabit saday sadıq sahib sahil saleh salman samir sara savalan
        sevda sevil sevinc seyfəddin seymur seyran sima siyavuş solmaz sona sultan surxay surəyya sübhan südabə
        süleyman səadət səbinə səbuhi sədrəddin səfər səid səidə səkinə səlim səltənət səməd sərdar sərvər
        sərxan səttar tahir tahirə taleh talıb tamara tamilla tapdıq tariyel telman teymur tofiq toğrul tural
        turanə turqut tünzalə təhminə təranə vahid valeh validə vaqif vasif vidadi vilayət vüqar vüsal vəfa vəli
        xalid xalidə xalıq xaqani xatirə xudayar xumar xuraman xədicə xəlil xəyal yalçın yaqub yasəmən yavər
        yaşar yeganə yunis yunus yusif zabitə zahid zahirə zakir zaur zemfira zeynəb zivər ziya ziyad zöhrab
        zöhrə zülfiyyə zümrüd zəfər zəhra zəkəriyyə zərifə çingiz ülkər ülvi ülviyyə şahin şahmar şamil şövkət
        şəbnəm şəfiqə şəhla şəhriyar şəlalə şəmsi şəmsəddin əbülfəz əflatun əfsanə əhməd əjdər əli əlibala
        əlirza əlövsət ələkbər ələsgər əminə əmir əmrah ənvər əsmər əsəd əziz əşrəf
        aleksandr aleksandra aleksey anatoli anders andrey andrzej angela anna anqela antonio ararat ariel armen
        artur artyom barak benyamin bidzina bill boris borut brijit britta ceykob ceyms ceyson con conatan corc
        corcia cozef daniel daniyel debora denis devid dmitri donald edqar edvard elizabet ella emmanuel endrü
        erik eva fernando florian fransua françesko fridrix gennadi georgi gerhard giorgi gordon hans hayko
        helmut henri hillari igor iqor irakli irina isaak ivan jak jaklin jan janna jerar jozef jül jüli kamala
        karl karlos katerina keyt klara klaus kristian kristina larisa lars leonid lev levan levon lui luis
        lyudmila maks maksim margaret mari maria marin marina mario mariya mark marko marta martin matteo maykl
        maykıl mette miloş mixail mixeil mişel monika moşe nataliya natalya nensi nikol nikola nikolas nikolay
        nino olaf oleksandr oleq olqa paolo patrik pavel pedro petro piter pol pyer pyotr qalina ranil riçard
        rişi robert roberto roman ronald roza rut salome sandra sara sergey serj siim silvio simon sofi sofiya
        stanislav stefan stiven svetlana tamar tatyana tereza tim tomas toni uilyam uilyams ulrix urmas ursula
        vadim valeri valter vardan vasili viktor viktoriya vilhelm vilyam vitali vladimir vladislav volodimir
        xose xuan yakov yan yanis yaroslav yelena yens yevgeni yoahim yohan yoşka yuliya yuri zohrab zoran zurab
        şarl şimon
    """,
    "tr": """
        abdullah abdurrahman abdülkadir abdülkerim adem adil adnan ahmet akif ali alparslan alper arif arzu aslı
        asuman asım atilla attila avni aydın ayfer ayhan aykut ayla aylin aysel aysun ayten ayça ayşe ayşegül
        azize bahadır bahar banu barış başak bedri bekir belgin belma berat beren berk berna berrin beyza bilal
        bilge binnaz birgül birsen bora buket burak burcu burhan burhanettin bülent cafer cahit canan candan
        celal celalettin cem cemal cemil cemile cengiz cenk cevat cevdet ceyda ceyhun ceylan davut defne demet
        deniz derya devlet didem dilara dilek doğan doğu durmuş dursun ebru ece eda edip ekrem elif elvan emel
        emin emine emrah emre ender engin enis enver ercan erdal erdem erdinç erdoğan eren erhan erkan erkin
        erman erol ersan ersin ertuğrul esat esin esma esra evren evrim eylem eyüp eşref fadime fahrettin fahri
        faik faruk fatih fatma fazıl fehmi ferda ferhan ferhat feride ferit ferruh fethi fevzi feyza fidan figen
        fikret fikri filiz firdevs fuat funda füsun gaffar galip gamze gizem gonca gökhan gökçe gözde gül gülay
        gülcan gülden gülistan gülnur gülseren gülsüm gültan gülten gülçin gülşen günay güneş güngör gürbüz
        gürkan gürsel gürsoy güven habip hacer hakan hakkı haldun halide halil halit haluk hamdi hamit hamza
        handan hande harun hasan hatice hayati haydar hayrettin hayri hayriye hazal haşim hidayet hikmet hilal
        hilmi hulusi hülya hüsamettin hüseyin hüsnü ibrahim idris ihsan ilhami ilhan ilkay ilker ilknur ilyas
        imran inan inci ipek irem irfan ismail ismet izzet jale kaan kadir kadri kadriye kamer kamil
        kamuran kasım kazım kemal kemalettin kenan kerem kerim kerime koray korkut kutlu köksal kürşat lale
        latif levent leyla lütfi lütfiye lütfü macit mahir mahmut mahsun mansur mazhar mehmet mehtap melda melek
        melih meliha melike melis meltem memduh meral meriç mert merve meryem mesut mete metin mevlüt mine miray
        mithat mualla muammer muazzez mucahit muhammed muhammet muharrem muhittin muhlis muhsin mukaddes murat
        musa mustafa muzaffer müge müjdat müjde müjgan mükerrem mümtaz münevver münir müslüm müyesser naci
        naciye nadir nagehan nahit nail naim namık nazan nazife nazlı nazım nebahat necati necdet necip necla
        necmettin necmi nergis neriman nermin neslihan nesrin nevin nevzat nezahat nezih neşe nihal nihan nihat
        nil nilay nilgün nilüfer nimet niyazi nizamettin nuh nuran nuray nurcan nurdan nurettin nurgül nurhan
        nuri nuriye nursel nurten nurşen okan okay oktay olcay onur orhan osman oya oytun ozan oğuz oğuzhan
        pelin perihan pervin pınar rabia ragıp rahime rahmi ramazan rana rasim raşit recai recep refik remzi
        reyhan reşat reşit ruhi rukiye ruşen rüstem rıdvan rıfat rıza saadet sabahat sabahattin sabiha sabri
        sadi sadullah sadık saffet safiye saime sait salih saliha salim samet sami sebahat seda sedat sefa
        selahattin selami selda selim selin selma selçuk semih semiha semra seniha serap sercan serdar serhat
        serkan serpil sertaç servet seval sevda sevgi sevil sevilay sevim sevinç sevtap seyfettin seyfi seyit
        sezai sezen sezer sezgin sezin sibel sinan sinem soner songül suat sultan suna süheyla süleyman sıdıka
        sırrı sıtkı tahir tahsin talat talip tamer taner tanju tansu tanıl tarık tayfun taylan tayyar tayyip
        tekin temel teoman tevfik tezcan tolga tolgahan tufan tuna tunca tuncay tuncer tunç turan turgay turgut
        turhan tuğba tuğrul tuğçe tülay tülin türkan ufuk ulaş ulviye umur umut utku uğur vahap vahit vecdi
        vecihi vedat vehbi veli veysel veysi vildan volkan vural yakup yalçın yaman yaprak yasemin yasin yavuz
        yaşar yekta yeliz yener yetkin yeşim yiğit yunus yurdagül yurdanur yusuf yücel yüksel yıldıray yıldırım
        yıldız yılmaz zafer zahide zehra zekai zekeriya zeki zekiye zeliha zerrin zeynel zeynep ziya zuhal
        zübeyde zühal ışıl züleyha zülfü çağatay çağlar çağrı çetin çiğdem ömer önder örsan özcan özden özer özge
        özgül özgür özlem öznur ülkü ümit ümran ünal şaban şadan şafak şahika şahin şebnem şefik şehnaz şenay
        şener şennur şenol şerafettin şeref şerif şerife şevket şeyda şeyma şirin şule şükran şükriye şükrü
        abraham alan alastair aleksander aleksandr aleksey amy ana andrej andrey angus anna antony ariel arthur
        barack barbara benjamin benyamin bidzina bill bob boris brian bridget charles chris clare colin dan
        david deborah denis dmitri donald douglas edward ehud elena elizabeth emily eric eva frank fyodor gary
        george giorgi giorgia gordon graham greg grigory hakim harry helen hillary ian igor irakli ivan jack
        jake james jane jason jeff jeremy jerry jill jim jimmy joe john jonathan josep joseph joshua juan justin
        kaja kamala karen kate keir kemi ken kim larry lech leon leonid levan linda lindsey liz lloyd lucy luis
        luiz magdalena marcelo marcin marco maria mario mark marta mary mateusz matt mette mickhail mihail mike
        mikhail milos mitch moşe nancy natalia nayib nayif neil nicola nigel nikol nikola nikolay nikos noam
        nuri oleg oleksandr olof pablo patrick pavel pedro peter petr petro phil rachel ralph rand ranil ray
        richard rishi rob robert robin ron ronald rosa roy ruth sam samantha samuel sanna sara sarah scott sean
        sebastian sergey sergio shimon silvio simon sofia stanislav stefan stephen steve steven stuart susan
        svetlana tamar ted teresa thomas tim tina todd tom tomas tony tulsi ursula vaclav vadim valentina victor
        viktor vitaliy vladimir volodimir volodymyr walter wendy william winston xavier yair yanis yevgeni
        yitzhak yulia yuliya yuri yuriy zoran zurab
    """,
}
"""In small letters: first those of the land, then those of people of other lands."""


@cache
def is_given_in_turkic(word: str, language: str) -> bool:
    """Tell whether a word with a capital is a given name in Azerbaijani (`az`) or Turkish (`tr`): `Leyla`, `Con`."""
    small = word.replace("I", "ı").replace("İ", "i").lower()
    return small in _names(language) or is_a_common_given_name(word)


@cache
def is_given_and_a_word(word: str, language: str) -> bool:
    """Tell whether a given name is a common word as well, which may open a sentence: `Barış`, `Ümid`."""
    return word.replace("I", "ı").replace("İ", "i").lower() in NAMES_OF_PEOPLE[language].split()


@cache
def _names(language: str) -> frozenset[str]:
    return frozenset(_COMMON.get(language, "").split())
