"""Given names that are common in Europe: a word after one of them is a family name there, whatever else it may be."""

from functools import cache

_COMMON = """
    achim adam adrian agnes ahmed albert albrecht aldo alessandra alessandro alexander alexandra alexandre alexis
    alfons alfred ali alice alicia alois amalia amélie ana anastasia anatole andrea andreas andrew andrzej andré
    andrés angela angelika angelo anita anja anke anna annalena anne annegret annemarie annette anselm anthony antje
    antoine anton antonella antonia antonio arlette armin arnaud arne arthur astrid audrey aurélie aurélien axel
    barbara bastian beate beatrice benedikt benjamin benoît bernadette bernard bernd bernhard bertrand birgit björn
    bodo boris brigitte bruno burkhard bärbel camille carl carla carlo carlos carmen carola caroline carsten
    catherine chantal christa christian christiane christina christine christof christoph christophe claire clara
    claudia clemens clément corinna corinne cornelia cécile cédric daniel daniela danielle david delphine detlef
    didier diego dieter dietmar dirk dominik dominique dora doris dorothea dorothee edgar edith eduard edward egon
    elena eleni eleonore elias elisabeth elizabeth elke ellen elsa emil emilia emily emma emmanuel emmanuelle enrico
    eric erich erik erika ernesto esther eugen eugène eva evelyn fabian fabien fabio fabrice fatima felicitas felipe
    felix fernando florian franca francesca francesco francine francis francisco franco frank franz franziska
    françois françoise frauke frieda friedrich fritz frédéric frédérique gabriel gabriela gabriele gabrielle gaëlle
    georg george georges geraldine gerd gerda gerhard gero gert gianni gilles giorgio giovanni gisela giulia
    giuseppe gottfried gregor greta grégoire grégory gudrun guido guillaume gustav guy gérard günter günther hanna
    hannah hannelore hannes hans harald hartmut hassan heide heidi heike heiko heiner heinrich heinz helen helena
    helga helmut hendrik henning henri henriette henrik henry herbert hermann herta hilde hildegard holger horst
    hubert hugo hugues hélène ida igor ilse ines inga inge ingeborg ingo ingrid irena irene irina iris isaac isabel
    isabelle isaiah ivan jacek jack jacqueline jacques jakob james jan jana jane janine jean jeanne jennifer jens
    jessica joachim joan jochen johan johann johanna johannes john jonathan jordi joschka josef joseph joshka josé
    juan judith jules julia julie julien juliette jutta jérôme jörg jörn jürgen karel karin karine karl karla
    karsten katarina katarzyna katharina katherine kathrin katja katrin kerstin kevin klaus knut konrad kristina
    krzysztof kurt lars laura laure laurence laurent lena leonie lionel lisa lise lothar louis louise loïc luc luca
    lucas lucia lucie ludovic ludwig luigi luis luise lukas lutz léa magdalena maike malgorzata manfred manon manuel
    manuela marcel marcin marco marcus marek margaret margarete margarita margot marguerite maria mariana marianne
    marie marina marine mario marion marlene marta martha martina martine mateusz mathias mathieu mathilde matteo
    matthew matthias maud maurice max maxime małgorzata melanie mia michael michaela michał michel michèle miguel
    milan mireille mohamed monica monika monique moritz muriel mustapha mélanie nadia nadine naomi natalia natalie
    nathalie nelly nicola nicolas nicole niels nikolaus nils nina nora norbert noémie odile olaf oleg olga oliver
    olivia olivier omar oskar oswald otto pablo paola paolo pascal pascale patrice patricia patrick paul paula
    pauline pavel pedro perrine peter petra philip philipp philippe pia pierre pietro piotr quentin rachel rainer
    ralf ralph raphaël raymond rebecca regina reinhard reinhold renate renaud rené richard rita robert roberto roger
    roland rolf romain romy ronald rosemarie rudolf ruth régis rémi rémy rüdiger sabine sabrina samuel sandra
    sandrine sara sarah sascha scott sebastian serge sergei sergio sibylle siegfried sigmar sigrid silke silvia
    silvio simone sofia solène sonja sophia sophie stanislas stefan stefanie steffen stephan stephanie stephen
    steven stéphane stéphanie susan susanna susanne suzanne sven svenja svetlana sylvain sylvia sylvie sébastien
    séverine tanja tatjana teresa theodor theresa thibault thierry thilo thomas thorsten thérèse tobias tomasz
    torsten uli ulrich ulrike ursula ute uwe valérie vanessa vera verena viktoria vincent virginie volker véronique
    walter waltraud werner wilhelm willi william willy winfried wolfgang wolfram xavier yann yannick yasmine yusuf
    yves yvette yvonne zoran édith édouard élisabeth élise éric étienne éva łukasz
"""
"""In small letters. Those that are as often something else are left out: `mark`, `ernst`, `florence`."""


def is_a_common_given_name(word: str) -> bool:
    """Tell whether a word is a given name that is common in the languages of western and central Europe."""
    return word.lower() in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(_COMMON.split())
