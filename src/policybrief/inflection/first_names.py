"""Given names that are common in Europe: a word after one of them is a family name there, whatever else it may be."""

from functools import cache

_OF_MEN = """
    aaron abdel abdelaziz abdelhamid abdelkader abdelmadjid abdou abdullah abel abraham achille achim adalbert
    adam adolf adolphe adrian adrien agustín ahmad ahmed ahmet akram alain alan alassane albert alberto albin
    albrecht aldo aleksandar aleksander alessandro alexander alexandre alexei alexej alexeï alexis alfons
    alfonso alfred alfredo ali alistair alois aloys alphonse amadou amar ambroise amine amir anatol anatole
    anatolij anders andreas andrej andrew andrzej andré andrés andy angelo anselm ansgar ante anthony antoine
    anton antonin antonio antonis antónio antônio anwar aristide arkadij armand armando armin arnaud arnd arne
    arno arnold arnulf arsenij arthur artjom artur arturo arvid auguste augustin aurélien axel bachar baltasar
    balthasar balázs baptist baptiste barack bartholomäus basel bashar basile bastian baudouin ben benedetto
    benedikt benito benjamin benno benoît bernard bernd bernhard bernie berthold bertold bertolt bertram
    bertrand bilal bill björn blaise bodo bogdan bohumil boleslaw boris borut boualem boubacar boyko brahim
    brian brice bruce bruno burkhard burkhart béla carl carles carlo carlos carsten casimir cem cengiz charles
    chris christian christof christoph christophe christopher chuck claus clemens clive clotaire clément colin
    conrad constantin corentin cornelius craig curt cyriaque cyril cyrille cédric côme dale damien daniel
    daniele dario darren david davide dean dennis derek desmond detlef detlev didier diego dieter dietmar
    dietrich dimitri dimitrij dimitris dirk dmitri dmitrij dmytro domenico dominic dominik donald doug douglas
    dragan driss duncan dušan dwight eamonn eckart eckhard eckhart ed edgar edgard edi edmond edmund eduard
    eduardo edward edzard egbert egon ehrenfried eike ekkehard ekrem elias elie elio elmar elon emanuel emil
    emiliano emilio emmanuel emmerich engelbert enno enrico enrique erasmus eric erich erik ernest ernesto
    erwin esko esteban ethan ettore eugen eugenio eugène eusebius evan ewald fabian fabien fabio fabrice
    fabrizio faisal falk faouzi fayçal federico felipe felix ferdinand ferenc fernand fernando fethullah filip
    fjodor florian florin folker folkert fouad francesco francis francisco franco frank frankie franz françois
    fred frederik fredrik fridolin friedemann friedhelm friedrich fritz frédéric fyodor félicien gabriel
    gaetano gareth garry gary gaspard gaston gavin gaël gaëtan gebhard geert gennadij geoff geoffrey geoffroy
    georg george georges georgij gerald gerd gerhard gerhart germano gernot gero gerrit gerry gert ghassan
    ghislain giacomo gianfranco gianluca gianni gideon gijs gilbert gilles giorgio giorgos giovanni giuseppe
    gleb glenn gonzague gonzalo goran gordon gottfried gotthold gottlieb graham greg gregor gregory grigori
    grigorij grigory grzegorz grégoire grégory guido guillaume guillermo gunnar gunther guntram gustav gustavo
    gusztáv guy györgy gábor gérard géza göran götz günter günther habib hadrien hafez halil hamad hamed hamid
    hamish hannes hans hans-dietrich harald harm harold harry hartmut hartwig harvey hasan hashim hassan hasso
    haïtham heide heiko heiner heinrich heinz heinz-christian helge helmar helmut helmuth hendrik henning
    henri henrik henry henryk herbert heribert herman hermann hernando hernán hervé hichem hieronymus hilmar
    hinrich hjalmar holger holm horatio horst hosni houari howard hubert hugh hugo hugues humphrey huub håkan
    hüseyin ian ibrahim ibrahima idriss ignace ignacio ignaz igor ilja ilya immanuel imre ingo ingolf ingvar
    iouri isaac isaiah isidor isidro ismail ismaïl istván iulian ivan ivaylo ivica ivo iván iwan jaap jacek
    jacinto jack jacob jacopo jacques jaime jakob jakub james jan janez jared jaroslav jaroslaw jason javier
    jean jean-baptiste jean-claude jean-françois jean-jacques jean-louis jean-luc jean-marc jean-marie
    jean-michel jean-paul jean-philippe jean-pierre jean-yves jeff jeffrey jegor jelle jens jeremiah jeremias
    jeremy jerome jesse jewgeni jimmy joachim joao joaquin joaquín jochen joe johan johann johannes john jon
    jonas jonathan joop jordi jorge joris joschka josef josep joseph joshka josip jost josua josé jovan joão
    joël juan juanjo juha jules julien julio julius julián jupp juri jurij justin jános jérémie jérémy jérôme
    józsef jörg jörn jürg jürgen kais kamel karel karim karl karsten kaspar kaïs kees keir keith ken kenneth
    kevin khaled khalid kieran kilian kiril kjell klaas klaus knud knut koen kolja konrad konstantin korbinian
    kostas kristian krzysztof kuno kurt kyriakos károly ladislas ladislaus lajos lakhdar larbi larry lars
    laurent lech leif leo leon leonard leonardo leonhard leonid leopold lewis linus lionel liviu lloyd lluís
    lorenz lorenzo lothaire lothar louis loïc luc luca lucas luciano lucien ludger ludovic ludwig luigi luis
    luitpold lukas luke lutz lászló léon léonard léopold lévi maarten maciej macky mahamadou mahamat mahmoud
    maik maksym malcolm malte mamadou manfred manlio manuel marcel marcello marcelo marcin marco marcus marek
    marian mariano mario marius marjan markus martial marvin massimo mateo mateusz mathias mathieu mats matt
    matteo matthew matthias matthieu matthäus matías mauno maurice mauricio maurizio mauro max maxim maxime
    maximilian maximilien mehdi mehmet meinhard meinrad melchior melvin michael michail michał michel mickaël
    miguel mihai mihály mika mike mikhail mikhaïl miklós milan miles milorad milos miloš mircea mirko mirosław
    mitch mitchell mitt mladen mohamed mohammad mohammed moktar moncef moritz mouammar mourad moussa muammar
    mugur murat mustafa mustapha nabil nathan nathanaël necmettin ned neil nenad nepomuk nestor neville
    nicanor nicholas nick nicolas nicolás nicușor niels nigel nikita niklas nikola nikolai nikolaj nikolaus
    nikolaï nikos nils nizar noah norbert norm norman odilo odilon olaf ole oleg oleh oleksandr oleksij oliver
    olivier oliviero olof omar oriol orlando oscar oskar ostap oswald otmar ottfried ottmar otto ottokar
    ousmane owen paavo pablo panagiotis paolo pascal pascale pascual patrice patrick patrizio paul paul-henri
    pavel pawel paweł pedro percy pete peter petro petteri phil philip philipp philippe pierre pierrick piet
    pieter pietro piotr pjotr plamen pol predrag péter quentin quim rached rachid radek radosław radovan radu
    raed rafael raffaele raimund rainer ralf ralph ramiro ramzi ramón randolf randy raoul raphaël rashid ratko
    raul rayan raymond raúl recep reginald reiner reinhard reinhart reinhold remigius renato renaud rené
    ricardo riccardo richard rick rishi rob robbie robert roberto rochus rod roderich roderick rodolfo
    rodolphe rodrigo rogelio roger roland rolf romain romano romuald ron ronald ronan rouven rubén rudi rudolf
    rudolph rumen rupert ruprecht ruslan russell rustem rutger ruud ryan réda régis rémi rémy rüdiger saddam
    salah salman salvatore sam samir samuel sander sandro santi sauli saverio saïd scott seamus sean sebastian
    selahattin sepp serge sergei sergej sergi sergio sergueï serkan seydou shane siegbert siegfried siegmund
    sigismund sigmar sigrid sigurd silvano silvio simeon simon simón slobodan soufiane spencer stanislas
    stanislaus stanislav stanisław stavros stefan steffen stepan stephan stephane stephen steve steven stewart
    stig stjepan stuart stéfane stéphane svante sven sylvain sylvestre sylvère sándor sébastian sébastien
    sönke sören süleyman taddeo tadeusz tage tahar tamás tancrède taras tarek tareq tariq tayfun ted teddy
    terry thaddäus theo theobald theodor theodore thibault thierry thijs thilo thomas thorsten théo théodore
    théophile tibor timo timothy timothée timur tino titus tjark tobias toby todd tom tomasz tomislav tommaso
    tomás toni tony torben torbjörn torsten traian traugott tristan tullio tyler udo ueli ugo ulf uli ulrich
    ulysse umberto urho urs utz uwe vadim vadym valère valéry vassilis vasyl vernon vicente victor viktor
    vilmos vince vincent vinzenz vitali vitalii vitalij vittorio vitus vladimir vladimír vladyslav vojislav
    volkan volker volkhard volkmar volodymyr vsevolod václav wallace walter walther warren wassili wayne
    wendelin wenzel werner wernher werther wesley wieland wiktor wilfried wilhelm willem willi william
    willibald willy wim winfrid winfried witold wjatscheslaw wladimir wojciech wolfgang wolfhard wolfram
    wolodymyr wouter wsewolod xabier xaver xavi xavier yacine yahia yahya yanis yann yannick yannis yasser
    yevgeny yoann yohan youssef youssou yuri yusuf yves zacarías zacharias zachary zakaria zbigniew zdeněk
    zdravko zeno zhan ziad zine zlatko zoltán zoran álvaro édouard élie émile éric étienne íñigo óscar ödön
    ömer ören łukasz željko
"""
_OF_WOMEN = """
    adele adelheid adriana adèle agathe agnes agnieszka aicha aleksandra alessandra alexandra alice alicia
    alina alma almut amalia amanda amelie amina amélie ana anabel anastasia anastassija angela angelika anita
    anja anke ann anna annalena anne annegret anneliese annemarie annette anni annick annika antje antoinette
    antonella antonia antonie apolline ariane arlette asma astrid aude audrey aurélie aydan ayse ayşe aïcha
    babette barbara beata beate beatrice beatrix begoña berenike bernadette bertha beth bettina betty bianca
    birgit birgitta brigitte bärbel béatrice bénédicte canan carla carlotta carme carmen carola caroline
    catarina catherine cathy cathérine chantal charline charlotte cheryl chiara chloé christa christel
    christiane christina christine cindy claire clara claudia clémentine colette condoleezza constanze coralie
    corinna corinne cornelia cosima cristina cynthia cécile dagmar daniela danielle danuta darja darya debbie
    deborah delphine denise diana dolors dora doreen doris dorothea dorothee dörte ebba edda edelgard edith
    editha ekaterina elena eleni eleonore elfriede eliane elif elisabeth elizabeth elke ellen elodie elsa
    elvira eléonore elżbieta emilia emilie emily emine emma emmanuelle erika erna ernestine estelle esther
    eugenia eugénie eulalia eva evelyn evelyne ewa fabienne fadela fadila fanny fatima fatma fatou fatoumata
    federica felicitas fiona florentine floriane franca francesca francine franziska françoise frauke
    frederike frieda friederike frédérique gabi gabriela gabrielle gail galina gaëlle geneviève georgette
    georgina geraldine gerda gerlinde germaine gertraud gertrud gesa gesine ghislaine gilberte gillian gina
    ginette ginny giorgia giovanna gisela gitta giulia glenda grazia greta gudrun gunda gülseren hadija hanane
    hanna hannah hannelore harriet hatice hedwig heidemarie heiderose heidi heike helen helena helene helga
    hella helle henriette henrike hermine herta hertha hilde hildegard hillary hortense houria huguette hélène
    ida ilka ilona ilse imke ines inga inge ingeborg ingrid ingrida inés irena irene irina iris irmgard
    irmtraud iryna isabel isabelle isolde ivana ivanka iveta iwona jacinda jacinta jackie jacqueline jadwiga
    jana jane janine jeanne jekaterina jelena jennifer jenny jessica jill joan joanna joanne johanna jolanta
    josefine josephine josiane joséphine joyce joëlle judit judith judy julia juliana juliane julie juliette
    julija justine jutta jóhanna kaja kamala karen karin karine karla karola karoline katalin katarina
    katarzyna kate katerina katharina katharine katherine kathleen kathrin kathy katja katrin katrín kersti
    kerstin khadija kimberly kira kirsten kirsty klara kornelia kristin kristina kristine krystyna ksenia
    käthe laetitia laimdota lara larissa latifa laura laure laurence lea leila leire lena leonie letizia leïla
    liane lilian liliane lilly lina linda lindsay lisa lise liselotte liz lizzie ljubow ljudmila lois loretta
    lotte louise lucia lucie lucille ludivine ludmila luise lydia lydie lynn lysiane lyudmila léa léonie
    macarena maddalena madeleine madeline magali magda magdalena maggie maia maike maja malgorzata malika
    mandy manon manuela marcia maren margaret margareta margarete margarethe margarita margit margot margret
    margrethe margrit marguerite maria mariam mariama mariana marianne marie mariella marija marilyn marina
    marine marion marisa marit mariya marjorie marlene marta martha martina martine mary maryse mathilda
    mathilde maud maureen maya maëlle małgorzata mechthild meg megan meghan melania melanie melissa meral
    meryem mette mia michaela michelle michèle mireille miriam mirjam molly monica monika monique montserrat
    muriel myriam mélanie nabila nadezhda nadia nadija nadine nadja nadège najat naomi natalia natalie
    natalija natascha nathalie naïma nele nelly nicky nicole nicoletta nicolette nilüfer nina nora nour noémie
    nuria odile oksana olena olga olivia ophélie ottilie pamela paola patricia paula paulette pauline peggy
    penelope pernille perrine petra phyllis pia polly priscilla priti pénélope rachael rachel rachida rahel
    raissa ramatoulaye ramona raphaëlle rebecca regina reingard renata renate renée rhonda ricarda rita
    roberta rocío rokhaya romy rosalie rosalind rosemarie rosemary rosine roswitha roxana roxane roxanne ruth
    régine sabina sabine sabrina sally salomé samantha samia samira sandra sandrine sandy sanna sara sarah
    saskia selma senta sheila shirley sibel sibylle sidonie sieglinde sigrun silke silvia simona simonetta
    sofia solange solène sonia sonja sophia sophie soraya souad stacey stefanie stephanie stéphanie suella
    susan susana susanna susanne susie suzanne svea svenja svetlana swetlana sylvia sylviane sylvie séverine
    tamara tanja tansu tanya tatiana tatjana teresa tetjana thea theodora theresa thérèse tina tracy traute
    trude trudy tsveta tulsi tülay ulrike undine ursula urszula ute valentina valeria valérie vanessa vera
    verena veronica veronika vigdís viktoria violaine viorica virginie vivian viviane véronique walentina
    waltraud wanda wendy whitney wiebke wilhelmine xenia xenija ximena yamina yasmine yaël yolanda yolande
    yuliya yvette yvonne zeynep zinaida zineb zohra zoé zoë zsuzsanna zuzana édith élena éliane élisabeth
    élise élodie émilie éva özlem
"""
_OF_EITHER = "andrea camille dominique gabriele kim nicola sascha simone sofian"
"""In small letters. Those that are as often something else are left out: `mark`, `ernst`, `florence`."""


def is_a_common_given_name(word: str) -> bool:
    """Tell whether a word is a given name that is common in the languages of western and central Europe."""
    small = word.lower()
    return small in _men() or small in _women() or small in _either()


def is_the_given_name_of_a_woman(word: str) -> bool | None:
    """Tell whether a given name is a woman's or a man's; None where it is either's or not known."""
    small = word.lower()
    if small in _women():
        return True
    return False if small in _men() else None


@cache
def _men() -> frozenset[str]:
    return frozenset(_OF_MEN.split())


@cache
def _women() -> frozenset[str]:
    return frozenset(_OF_WOMEN.split())


@cache
def _either() -> frozenset[str]:
    return frozenset(_OF_EITHER.split())
