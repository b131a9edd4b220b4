/// The words of French runbooks.
extension Lexicon {
  static let french: [(Concept, [String])] = [
    (
      .severities,
      [
        "gravité", "niveau de gravité", "niveaux de gravité", "sévérité", "niveaux de sévérité", "niveau de sévérité",
        "priorité", "priorités", "criticité",
      ]
    ),
    (.level, ["niveau"]),
    (
      .response,
      ["temps de réponse", "délai de réponse", "temps de réaction", "délai de réaction", "délai de prise en charge"]
    ),
    (.acknowledge, ["acquittement", "accusé de réception", "délai d'acquittement"]),
    (.resolutionTarget, ["temps de résolution", "délai de résolution", "objectif de résolution"]),
    (.updates, ["mise à jour", "mises à jour", "fréquence des mises à jour", "fréquence de mise à jour", "fréquence"]),
    (.definition, ["description", "définition", "impact"]),
    (.examples, ["exemple", "exemples"]),
    (.escalation, ["escalade", "chaîne d'escalade", "matrice d'escalade", "niveaux d'escalade"]),
    (.after, ["escalade après", "après", "délai"]),
    (.escalateTo, ["escalader à", "escalade vers", "prévenir"]),
    (.situation, ["situation", "condition", "déclencheur"]),
    (.onCall, ["astreinte", "d'astreinte"]),
    (.roles, ["rôles", "rôle", "rôles et responsabilités", "responsabilités"]),
    (.duties, ["responsabilités", "tâches"]),
    (.role, ["rôle", "fonction", "équipe", "responsable", "qui"]),
    (.person, ["nom", "personne"]),
    (.via, ["téléphone", "courriel", "contact", "canal"]),
    (.when, ["quand"]),
    (.contacts, ["contacts", "contacts d'urgence"]),
    (.process, ["processus", "procédure", "déroulement", "processus de réponse", "procédure de réponse"]),
    (.phaseWord, ["phase", "étape"]),
    (.time, ["durée", "temps"]),
    (.actions, ["action", "actions"]),
    (.scenarios, ["scénarios", "scénario", "incidents courants", "problèmes courants", "incidents fréquents"]),
    (.symptoms, ["symptômes", "symptôme", "signes"]),
    (.causes, ["causes", "cause", "causes possibles", "causes probables"]),
    (.diagnosis, ["diagnostic", "investigation", "analyse", "vérifications"]),
    (.fix, ["résolution", "solution", "solutions", "correction", "remédiation", "actions immédiates"]),
    (.verification, ["vérification", "validation", "contrôle"]),
    (.prevention, ["prévention"]),
    (.rollback, ["retour arrière", "rollback"]),
    (.communication, ["communication", "notification"]),
    (.templates, ["modèle", "modèles"]),
    (.internalAudience, ["interne"]),
    (.externalAudience, ["externe"]),
    (.statusPage, ["page de statut"]),
    (.customer, ["client", "clients"]),
    (
      .review,
      [
        "post mortem", "revue d'incident", "retour d'expérience", "retour d’expérience", "retour d expérience", "bilan",
        "post incident",
      ]
    ),
    (.owner, ["responsable", "propriétaire"]),
    (.lastUpdated, ["dernière mise à jour", "mis à jour"]),
    (.nextReview, ["prochaine révision", "prochaine revue"]),
    (.overview, ["aperçu", "objectif"]),
    (.contentsList, ["sommaire", "table des matières"]),
    (.notes, ["attention", "remarque"]),
  ]
}
