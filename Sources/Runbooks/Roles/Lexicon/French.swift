/// The words of French runbooks.
extension Lexicon {
  static let french: [(Concept, [String])] = [
    (
      .severities,
      [
        "gravité", "niveau de gravité", "niveaux de gravité", "sévérité", "niveaux de sévérité", "niveau de sévérité",
        "priorité", "priorités", "criticité", "gravité des incidents", "classification des incidents", "classification",
        "niveaux de priorité", "niveau de priorité", "échelle de gravité", "niveaux de criticité", "sévérités",
        "classement", "degré d'urgence",
      ]
    ),
    (.level, ["niveau"]),
    (
      .response,
      [
        "temps de réponse", "délai de réponse", "temps de réaction", "délai de réaction", "délai de prise en charge",
        "prise en charge", "délai d'intervention", "délai de prise en compte", "réponse", "délai de réponse initial",
        "temps de prise en charge", "réaction",
      ]
    ),
    (.acknowledge, ["acquittement", "accusé de réception", "délai d'acquittement", "prise en compte"]),
    (
      .resolutionTarget,
      [
        "temps de résolution", "délai de résolution", "objectif de résolution", "délai de rétablissement",
        "rétablissement", "délai de correction", "objectif de rétablissement", "temps de rétablissement", "délai cible",
      ]
    ),
    (
      .updates,
      [
        "mise à jour", "mises à jour", "fréquence des mises à jour", "fréquence de mise à jour", "fréquence",
        "point de situation", "points de situation", "communication toutes les", "fréquence de communication",
        "fréquence d'information", "information", "point d'étape", "tenir au courant",
      ]
    ),
    (.definition, ["description", "définition", "impact"]),
    (.examples, ["exemple", "exemples"]),
    (
      .escalation,
      [
        "escalade", "chaîne d'escalade", "matrice d'escalade", "niveaux d'escalade", "qui prévenir", "qui appeler",
        "procédure d'escalade", "escalades", "remontée", "chaîne d'alerte", "schéma d'alerte", "qui alerter",
        "qui contacter", "chaîne d'appel",
      ]
    ),
    (.after, ["escalade après", "après", "délai", "au bout de", "au delà de", "seuil", "délai d'escalade"]),
    (
      .escalateTo,
      ["escalader à", "escalade vers", "prévenir", "qui", "destinataire", "à prévenir", "contact", "interlocuteur"]
    ),
    (.situation, ["situation", "condition", "déclencheur"]),
    (.onCall, ["astreinte", "d'astreinte"]),
    (.roles, ["rôles", "rôle", "rôles et responsabilités", "responsabilités"]),
    (.duties, ["responsabilités", "tâches"]),
    (.role, ["rôle", "fonction", "équipe", "responsable", "qui"]),
    (.person, ["nom", "personne"]),
    (.via, ["téléphone", "courriel", "contact", "canal"]),
    (.when, ["quand"]),
    (
      .contacts,
      [
        "contacts", "contacts d'urgence", "annuaire", "coordonnées", "numéros utiles", "liste des contacts",
        "contacts utiles", "interlocuteurs", "téléphones", "numéros",
      ]
    ),
    (
      .process,
      [
        "processus", "procédure", "déroulement", "processus de réponse", "procédure de réponse", "premiers gestes",
        "premières actions", "étapes", "phases", "gestion d'incident", "conduite à tenir", "traitement d'un incident",
        "les premières minutes",
      ]
    ),
    (.phaseWord, ["phase", "étape"]),
    (.time, ["durée", "temps"]),
    (.actions, ["action", "actions"]),
    (
      .scenarios,
      [
        "scénarios", "scénario", "incidents courants", "problèmes courants", "incidents fréquents", "fiches réflexes",
        "fiche réflexe", "fiches", "incidents types", "incidents connus", "cas fréquents", "pannes fréquentes",
        "pannes courantes", "problèmes connus", "scénarios d'incident", "scénarios courants", "pannes types", "fiche",
        "pannes connues", "situations", "pannes", "les pannes que l'on connaît", "pannes que l'on connaît",
        "types d'incidents", "procédures spécifiques",
      ]
    ),
    (
      .symptoms,
      [
        "symptômes", "symptôme", "signes", "symptômes observés", "constat", "ce que l'on voit", "manifestations",
        "signaux", "signe", "on constate", "on le voit", "on le voit parce que", "on le voit quand",
      ]
    ),
    (
      .causes,
      [
        "causes", "cause", "causes possibles", "causes probables", "causes fréquentes", "origine", "origines",
        "pourquoi",
      ]
    ),
    (
      .diagnosis,
      [
        "diagnostic", "investigation", "analyse", "vérifications", "vérifier", "contrôles", "analyses",
        "recherche de la cause", "premières vérifications", "à vérifier", "étapes de diagnostic", "contrôle",
        "on vérifie", "on regarde",
      ]
    ),
    (
      .fix,
      [
        "résolution", "solution", "solutions", "correction", "remédiation", "actions immédiates", "actions correctives",
        "action corrective", "corriger", "résoudre", "réparation", "que faire", "mesures", "mesures correctives",
        "contournement", "rétablissement", "étapes de résolution", "traitement", "marche à suivre", "actions",
        "procédure de résolution", "dépannage", "remise en service", "remise en marche", "à faire", "conduite à tenir",
        "on répare", "on corrige", "remède", "remèdes", "première action", "premier geste",
      ]
    ),
    (
      .verification,
      [
        "vérification", "validation", "contrôle", "contrôle final", "vérifier le retour à la normale",
        "retour à la normale", "vérification du rétablissement", "tests", "confirmation", "c'est fini quand",
        "c'est réglé quand", "terminé quand", "on vérifie que",
      ]
    ),
    (.prevention, ["prévention", "mesures préventives", "éviter la récidive", "amélioration"]),
    (.rollback, ["retour arrière", "rollback"]),
    (
      .communication,
      ["communication", "notification", "messages", "messages types", "communication de crise", "informer", "annonces"]
    ),
    (
      .templates,
      [
        "modèle", "modèles", "messages types", "message type", "modèle de message", "gabarit", "gabarits",
        "exemple de message", "message",
      ]
    ),
    (.internalAudience, ["interne", "équipe", "direction", "teams", "slack", "services"]),
    (.externalAudience, ["externe", "public", "presse", "réseaux sociaux"]),
    (.statusPage, ["page de statut", "page d'état", "page d'incident"]),
    (
      .customer,
      [
        "client", "clients", "usagers", "utilisateurs", "abonnés", "partenaires", "patients", "habitant", "usager",
        "abonné", "voyageur", "utilisateur",
      ]
    ),
    (
      .review,
      [
        "post mortem", "revue d'incident", "retour d'expérience", "retour d’expérience", "retour d expérience", "bilan",
        "post incident", "retex", "analyse a posteriori", "analyse post incident", "compte rendu d'incident",
        "après l'incident", "revue post incident", "bilan d'incident", "post mortem sans reproche", "rex", "après coup",
        "le lendemain", "réunion de retour", "on se réunit",
      ]
    ),
    (
      .owner,
      [
        "responsable", "propriétaire", "maintenu par", "document maintenu par", "rédacteur", "équipe responsable",
        "auteur", "équipe",
      ]
    ),
    (
      .lastUpdated,
      [
        "dernière mise à jour", "mis à jour", "mise à jour", "date de mise à jour", "dernière révision", "version du",
        "révisé le", "mis à jour le",
      ]
    ),
    (
      .nextReview,
      [
        "prochaine révision", "prochaine revue", "à revoir", "révision prévue", "prochain examen", "révision avant",
        "prochaine mise à jour prévue", "prochaine relecture",
      ]
    ),
    (.overview, ["aperçu", "objectif"]),
    (.contentsList, ["sommaire", "table des matières"]),
    (.notes, ["attention", "remarque"]),
    (.detection, ["détection", "alerte", "alertes", "déclencheur"]),
  ]
}
