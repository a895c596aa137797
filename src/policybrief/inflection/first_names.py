"""Given names that are common in Europe: a word after one of them is a family name there, whatever else it may be."""

from functools import cache

_OF_MEN = """
    aaron abdullah abel abraham achille achim adalbert adam adolf adolphe adrian adrien ahmed alain alan
    albert alberto albin albrecht aldo aleksandar aleksander alessandro alexander alexandre alexei alexej
    alexeï alexis alfons alfonso alfred alfredo ali alois aloys alphonse amadou ambroise anatol anatole anders
    andreas andrej andrew andrzej andré andrés angelo anselm ansgar anthony antoine anton antonin antonio
    antónio antônio aristide armand armando armin arnaud arnd arne arno arnold arnulf arthur artur arturo
    arvid auguste augustin aurélien axel balthasar balázs baptist baptiste barack bartholomäus basile bastian
    baudouin benedetto benedikt benito benjamin benno benoît bernard bernd bernhard berthold bertold bertolt
    bertram bertrand björn blaise bodo bogdan bohumil boleslaw boris brice bruno burkhard burkhart carl carlo
    carlos carsten casimir cem charles chris christian christof christoph christophe christopher claus clemens
    clotaire clément colin conrad constantin corentin cornelius curt cyriaque cyril cyrille cédric côme damien
    daniel daniele dario david davide dennis detlef detlev didier diego dieter dietmar dietrich dimitri
    dimitrij dirk dmitri dmytro domenico dominic dominik donald eckart eckhard eckhart edgar edgard edmond
    edmund eduard eduardo edward edzard egbert egon ehrenfried eike ekkehard elias elie elmar emanuel emil
    emilio emmanuel emmerich engelbert enno enrico enrique erasmus eric erich erik ernesto erwin ethan ettore
    eugen eugenio eugène eusebius ewald fabian fabien fabio fabrice fabrizio falk federico felipe felix
    ferdinand ferenc fernand fernando filip florian folker folkert francesco francis francisco franco frank
    franz françois frederik fridolin friedemann friedhelm friedrich fritz frédéric félicien gabriel gaetano
    gaspard gaston gaël gaëtan gebhard geert geoffrey geoffroy georg george georges gerald gerd gerhard
    gerhart germano gernot gero gert ghislain giacomo gianfranco gianluca gianni gideon gilbert gilles giorgio
    giovanni giuseppe gonzague goran gottfried gotthold gottlieb gregor grigori grigory grzegorz grégoire
    grégory guido guillaume guillermo gunther guntram gustav gusztáv guy györgy gérard götz günter günther
    habib hadrien hannes hans hans-dietrich harald harm harry hartmut hartwig hassan hasso heide heiko heiner
    heinrich heinz heinz-christian helge helmar helmut helmuth hendrik henning henri henrik henry henryk
    herbert heribert hermann hervé hieronymus hilmar hinrich hjalmar holger holm horatio horst hubert hugo
    hugues ian ibrahim ignace ignacio ignaz igor ilja immanuel imre ingo ingolf ingvar isaac isaiah isidor
    ismail ivan ivo iván iwan jaap jacek jacinto jack jacob jacopo jacques jaime jakob jakub james jan
    jaroslav jaroslaw jean jean-baptiste jean-claude jean-françois jean-jacques jean-louis jean-luc jean-marc
    jean-marie jean-michel jean-paul jean-philippe jean-pierre jean-yves jeff jeffrey jens jeremias jesse
    jimmy joachim joao joaquin joaquín jochen joe johan johann johannes john jon jonas jonathan jordi jorge
    joschka josef joseph joshka josip jost josua josé joão joël juan jules julien julio julius jupp justin
    jérémie jérémy jérôme jörg jörn jürg jürgen karel karl karsten kaspar kenneth kevin kilian klaus knud knut
    kolja konrad korbinian kristian krzysztof kuno kurt ladislas ladislaus larry lars laurent lech leif
    leonardo leonhard leonid leopold linus lionel lorenz lorenzo lothaire lothar louis loïc luc luca lucas
    luciano lucien ludger ludovic ludwig luigi luis luitpold lukas lutz léon léonard léopold lévi maciej maik
    malte manfred manlio manuel marcel marcello marcelo marcin marco marcus marek marian mariano mario marius
    markus martial massimo mateusz mathias mathieu matteo matthew matthias matthieu matthäus maurice mauricio
    maurizio mauro max maxime maximilian maximilien meinhard meinrad melchior michael michail michał michel
    mickaël miguel mikhail mikhaïl miklós milan milos miloš mirko mirosław mohamed mohammad mohammed moritz
    mustapha nathan nathanaël nepomuk nestor nicholas nicolas niels nikita niklas nikolai nikolaj nikolaus
    nikolaï nils norbert norman odilo odilon olaf ole oleg oliver olivier oliviero omar orlando oskar oswald
    otmar ottfried ottmar otto ottokar pablo paolo pascal pascale pascual patrice patrick patrizio paul pavel
    pawel paweł pedro peter philip philipp philippe pierre pierrick piet pietro piotr pjotr pol quentin radek
    radosław radu rafael raffaele raimund rainer ralf ralph ramón randolf raoul raphaël raul rayan raymond
    raúl reginald reiner reinhard reinhart reinhold remigius renato renaud rené ricardo riccardo richard
    robert roberto rochus roderich rodolfo rodolphe rodrigo roger roland rolf romain romano romuald ronald
    ronan rouven rudi rudolf rudolph ruprecht ruslan rutger ryan régis rémi rémy rüdiger salvatore samir
    samuel sander sandro saverio scott sebastian sepp serge sergei sergej sergio sergueï siegbert siegfried
    siegmund sigismund sigmar sigrid sigurd silvano silvio simeon simón slobodan stanislas stanislaus
    stanislav stanisław stefan steffen stephan stephane stephen steve steven stuart stéfane stéphane sven
    sylvain sylvestre sylvère sándor sébastian sébastien sönke sören taddeo tadeusz tancrède teddy thaddäus
    theo theobald theodor theodore thibault thierry thilo thomas thorsten théo théodore théophile timo timothy
    timothée tino titus tjark tobias toby tom tomasz tommaso toni tony torben torsten traian traugott tristan
    tullio udo ueli ugo ulf uli ulrich ulysse umberto urs utz uwe vadim valère valéry viktor vilmos vincent
    vinzenz vitali vittorio vitus vladimir vladimír volker volkhard volkmar volodymyr václav walter walther
    wendelin wenzel werner wernher werther wieland wilfried wilhelm willem willi william willibald willy wim
    winfrid winfried witold wladimir wojciech wolfgang wolfhard wolfram wsewolod xaver xavier yanis yann
    yannick yannis yoann yohan yusuf yves zacharias zbigniew zdeněk zeno zoran édouard élie émile éric étienne
    ödön ömer ören łukasz
"""
_OF_WOMEN = """
    adele adelheid adèle agathe agnes aleksandra alessandra alexandra alice alicia alina alma almut amalia
    amanda amelie amélie ana anabel anastasia angela angelika anita anja anke anna annalena anne annegret
    anneliese annemarie annette anni annick annika antje antoinette antonella antonia antonie apolline ariane
    arlette astrid aude audrey aurélie aydan ayse babette barbara beate beatrice beatrix berenike bernadette
    bertha bettina bianca birgit brigitte bärbel béatrice bénédicte carla carlotta carmen carola caroline
    catarina catherine cathérine chantal charline charlotte chiara chloé christa christel christiane christina
    christine claire clara claudia clémentine colette constanze coralie corinna corinne cornelia cosima
    cynthia cécile dagmar daniela danielle deborah delphine denise diana dora doris dorothea dorothee dörte
    edda edelgard edith editha elena eleni eleonore elfriede eliane elif elisabeth elizabeth elke ellen elodie
    elsa elvira eléonore emilia emilie emily emine emma emmanuelle erika erna ernestine estelle esther eugenia
    eugénie eulalia eva evelyn evelyne fabienne fanny fatima federica felicitas fiona florentine floriane
    franca francesca francine franziska françoise frauke frederike frieda friederike frédérique gabi gabriela
    gabrielle gaëlle geneviève georgette geraldine gerda gerlinde germaine gertraud gertrud gesa gesine
    ghislaine gilberte ginette giorgia giovanna gisela gitta giulia grazia greta gudrun gunda hadija hanna
    hannah hannelore hedwig heidemarie heiderose heidi heike helen helena helene helga hella henriette henrike
    hermine herta hertha hilde hildegard hortense huguette hélène ida ilka ilona ilse imke ines inga inge
    ingeborg ingrid irena irene irina iris irmgard irmtraud isabel isabelle isolde ivana iwona jacinta
    jacqueline jana jane janine jeanne jennifer jenny jessica joan joanna johanna jolanta josefine josephine
    josiane joséphine joëlle judit judith julia juliana juliane julie juliette justine jutta kamala karen
    karin karine karla karola karoline katalin katarina katarzyna katerina katharina katharine katherine
    kathrin katja katrin kerstin kira kirsten klara kornelia kristin kristina kristine käthe laetitia lara
    larissa laura laure laurence lea leila lena leonie letizia liane lilian liliane lilly lina lisa lise
    liselotte lotte louise lucia lucie lucille ludivine luise lydia lydie lysiane léa léonie maddalena
    madeleine madeline magali magda magdalena maike malgorzata manon manuela maren margaret margareta
    margarete margarethe margarita margit margot margret margrethe margrit marguerite maria mariam mariana
    marianne marie mariella marija marina marine marion marisa marit mariya marjorie marlene marta martha
    martina martine maryse mathilda mathilde maud maya maëlle małgorzata mechthild melanie melissa meryem mia
    michaela michelle michèle mireille miriam mirjam monica monika monique muriel myriam mélanie nadia nadine
    nadja nadège najat naomi natalia natalie natascha nathalie nele nelly nicole nicoletta nicolette nina nora
    nour noémie nuria odile olga olivia ophélie ottilie paola patricia paula paulette pauline peggy perrine
    petra pia priscilla pénélope rachel rahel ramona raphaëlle rebecca regina reingard renata renate renée
    ricarda rita roberta romy rosalie rosalind rosemarie rosine roswitha roxana roxane ruth régine sabina
    sabine sabrina salomé samira sandra sandrine sandy sara sarah saskia selma senta sibylle sidonie sieglinde
    sigrun silke silvia simona simonetta sofia solange solène sonja sophia sophie soraya stefanie stephanie
    stéphanie susan susana susanna susanne suzanne svea svenja svetlana swetlana sylvia sylviane sylvie
    séverine tamara tanja tanya tatiana tatjana teresa thea theodora theresa thérèse tina traute trude tsveta
    ulrike undine ursula urszula ute valentina valeria valérie vanessa vera verena veronica veronika viktoria
    violaine virginie vivian viviane véronique waltraud wanda wiebke wilhelmine xenia yasmine yaël yolande
    yuliya yvette yvonne zoé zoë zsuzsanna zuzana édith élena éliane élisabeth élise élodie émilie éva özlem
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
