"""Whether a family name is that of somebody else: a title of the other sex, other initials, a family, a generation."""

import re
from collections.abc import Mapping
from functools import cache

from ..inflection.first_names import is_the_given_name_of_a_woman
from .name_in_context import NameInContext

LANGUAGES = frozenset(("de", "fr", "es", "it"))
"""Those of which the words are known."""
_DEGREES = r"(?:(?:Dr|Prof|Professor\w*|Doktor\w*|med|jur|phil|Minister\w*|Präsident\w*)\.? )*"
_WOMEN_IN_GERMAN = (
    r"\w*(?:er|ist|ent|ant|or|at|ier|log|ärzt|ält|chef|genoss|kolleg|beamt|zeug|bot|pat|expert|könig|fürst|gräf|freund|"
    r"wirt|köch|prinzess|leut|nachbar|pilot|held|rät|äg)in"
)
_WOMEN_IN_FRENCH = (
    "ministre|députée|eurodéputée|sénatrice|maire|mairesse|présidente|juge|procureure|procureuse|avocate|journaliste|"
    "chercheuse|historienne|directrice|professeure|docteure|commissaire|élue|militante|candidate|socialiste|écologiste|"
    "conseillère|secrétaire|porte-parole|magistrate|générale|capitaine|colonelle|ambassadrice|chancelière|reine|"
    "princesse|veuve|romancière|écrivaine|cinéaste|actrice|chanteuse|philosophe|sociologue|économiste|politologue|"
    "autrice|infirmière|préfète|sous-préfète|rapporteuse|rapporteure|syndicaliste|patronne|éditorialiste|diplomate|"
    "gouverneure|rectrice|doyenne|citoyenne|dame|demoiselle|sœur|mère|doctoresse|pasteure|rabbine|artiste|athlète|"
    "physicienne|biologiste|climatologue|juriste|essayiste|poétesse|comédienne|réalisatrice|productrice|photographe"
)
_OF_A_WOMAN: Mapping[str, str] = {
    "de": rf"(?:(?:Frau|Frl\.|Fräulein|Gräfin|Madame|Mrs\.?|Ms\.?|Miss|Signora|Señora|Lady|Dame|Schwester|Mutter|"
          rf"Tochter|Witwe|Ehefrau|Gattin) {_DEGREES}|{_WOMEN_IN_GERMAN} (?:Dr\. )?)",
    "fr": rf"(?:(?:Mme|Mlle|Mmes|Mlles|Madame|Mademoiselle|Lady|Miss|Mrs) {_DEGREES}|"
          rf"(?:(?:la|une|cette) |l')(?:ancienne )?(?:{_WOMEN_IN_FRENCH}) )",
    "es": r"(?:[Ss]eñora|[Dd]oña|Sra\.|Srta\.|[Ss]eñorita|(?:la|una) (?:ministra|diputada|senadora|alcaldesa|"
          r"presidenta|jueza|fiscal|abogada|periodista|directora|profesora|doctora|reina|concejala|portavoz)) ",
    "it": r"(?:[Ss]ignora|[Ss]ig\.ra|[Ss]ignorina|(?:la|una) (?:ministra|deputata|senatrice|sindaca|presidente|giudice|"
          r"avvocata|giornalista|direttrice|professoressa|dottoressa|regina|consigliera|portavoce)) ",
}  # fmt: skip
_OF_A_MAN: Mapping[str, str] = {
    "de": rf"(?:Herrn?|Hr\.|Graf|Freiherr|Monsieur|Mr\.?|Signor|Señor|Pater|Bruder|Sir|Prinz) {_DEGREES}",
    "fr": rf"(?:M\.|MM\.|Monsieur|Messieurs|Mr\.?|Monseigneur|Mgr|Sir) {_DEGREES}",
    "es": r"(?:[Ss]eñor|[Dd]on|Sr\.) ", "it": r"(?:[Ss]ignor|[Ss]ig\.|[Dd]on) ",
}  # fmt: skip
_OF_SEVERAL: Mapping[str, str] = {
    "de": "(?:Familien?|Ehepaare?s?|Eheleuten?|Gebrüdern?|Brüdern?|Geschwistern?|Schwestern|Clans?|Dynastie|Sippe|"
          "Zwillingen?|Witwe|Cousins|Vettern|Erben) ",
    "fr": "(?:[Ff]amilles?|[Ff]rères|[Ss]œurs|[Éé]poux|[Cc]ouple|[Cc]lan|[Dd]ynastie|[Vv]euve|[Hh]éritiers|[Cc]ousins|"
          "[Jj]umeaux|[Ff]ratrie) |\\b(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]es) (?:deux )?",
    "es": "(?:[Ff]amilia|[Hh]erman[oa]s|[Mm]atrimonio|[Ee]sposos|[Cc]lan|[Dd]inastía|[Vv]iuda|[Hh]erederos) |"
          "\\b(?:[Ll]os|[Ll]as) (?:dos )?",
    "it": "(?:[Ff]amiglia|[Ff]ratelli|[Ss]orelle|[Cc]oniugi|[Cc]lan|[Dd]inastia|[Vv]edova|[Ee]redi) |"
          "\\b(?:[Ii]|[Dd]ei|[Aa]i) (?:due )?",
}  # fmt: skip
"""Before the name of a family: `Familie Koch`, `les Le Pen`."""
_OF_A_GENERATION: Mapping[str, str] = {
    "de": r" (?:junior|senior|[Jj]un\.|[Ss]en\.|[JS]r\.|[JS]unior|der (?:Ältere|Jüngere)|d\. ?[ÄJ]\.|I{2,3}\.)",
    "fr": r" (?:(?:père|fils|fille|mère|aînée?|cadette?|cadet)\b(?! d[eu'])|[Jj]unior\b|[Ss]enior\b|l'Ancien\b|"
          r"le Jeune\b|I{2,3}\b)",
    "es": r" (?:hijo|hija|padre|el (?:Viejo|Joven)|[Jj]únior|[Ss]enior)\b",
    "it": r" (?:padre|figlio|figlia|junior|senior)\b",
}  # fmt: skip
"""After the name of one of two who share it: `Bush senior`."""
_INITIAL_BEFORE = re.compile(r"(?:^|[^\w.])(?<![a-z]\. )([A-ZÄÖÜÀ-Ý])\.(?:[ -]?[A-ZÄÖÜÀ-Ý]\.)* ?$")
_PLURAL_BEFORE = re.compile(r"\b(?:[Dd]ie|[Dd]en|[Dd]er) (?:beiden |alten |jungen )?$")
_NOUN_FOLLOWS = re.compile(r" (?:[a-zäöüß]+ )?[A-ZÄÖÜ]")


def is_of_another_person(spot: NameInContext) -> bool:
    """Tell whether a family name is that of another than its bearer in the glossary, or of a family: `Frau Koch`."""
    language = spot.language
    if language not in LANGUAGES:
        return False
    if spot.is_before(_compiled_start(_OF_A_GENERATION[language])) or _is_of_several(spot):
        return True
    if spot.before[-1:] not in (" ", "."):
        return False
    if _has_other_initials(spot):
        return True
    woman = is_the_given_name_of_a_woman(spot.given[0]) if spot.given else None
    if woman is None:
        return False
    return spot.is_after(_compiled_end((_OF_A_MAN if woman else _OF_A_WOMAN)[language]))


def _is_of_several(spot: NameInContext) -> bool:
    if spot.is_after(_compiled_end(_OF_SEVERAL[spot.language])):
        return True
    plural = spot.language == "de" and spot.name.endswith("s") and spot.known(spot.name[:-1])
    return plural and spot.is_after(_PLURAL_BEFORE) and not spot.is_before(_NOUN_FOLLOWS)


def _has_other_initials(spot: NameInContext) -> bool:
    initial = _INITIAL_BEFORE.search(spot.before)
    if initial is None or initial[1] == spot.initials[:1]:
        return False
    # `M. Faure` is *Monsieur Faure*.
    return not (initial[1] == "M" and spot.language == "fr")


@cache
def _compiled_end(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})$")


@cache
def _compiled_start(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})")
