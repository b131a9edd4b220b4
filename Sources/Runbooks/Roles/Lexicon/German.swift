/// The words of German runbooks.
extension Lexicon {
  static let german: [(Concept, [String])] = [
    (
      .severities,
      [
        "schweregrad", "schweregrade", "priorität", "prioritäten", "prioritätsstufe", "prioritätsstufen",
        "schweregradstufe", "klassifizierung", "störungsklasse", "störungsklassen", "stufe",
      ]
    ),
    (.level, ["stufe", "ebene", "klasse"]),
    (.response, ["reaktionszeit", "reaktionszeiten", "antwortzeit", "reaktion"]),
    (.acknowledge, ["bestätigung", "bestätigungszeit"]),
    (.resolutionTarget, ["lösungszeit", "wiederherstellungszeit", "behebungszeit", "zielzeit"]),
    (
      .updates,
      [
        "aktualisierung", "aktualisierungen", "statusmeldung", "statusmeldungen", "aktualisierungsintervall",
        "meldeintervall",
      ]
    ),
    (.definition, ["beschreibung", "definition", "bedeutung", "auswirkung"]),
    (.examples, ["beispiel", "beispiele"]),
    (
      .escalation,
      [
        "eskalation", "eskalationskette", "eskalationspfad", "eskalationsmatrix", "eskalationsstufen",
        "eskalationsstufe",
      ]
    ),
    (.after, ["eskalation nach", "nach", "eskalieren nach", "wartezeit"]),
    (.escalateTo, ["eskalieren an", "eskalation an", "benachrichtigen", "ansprechpartner"]),
    (.situation, ["situation", "auslöser", "bedingung", "fall"]),
    (.onCall, ["bereitschaft", "rufbereitschaft", "bereitschaftsdienst"]),
    (.roles, ["rollen", "rolle", "rollen und verantwortlichkeiten", "verantwortlichkeiten"]),
    (.duties, ["aufgaben", "verantwortung", "aufgabe"]),
    (.role, ["rolle", "funktion", "team", "zuständig", "verantwortlich", "wer"]),
    (.person, ["name", "person"]),
    (.via, ["telefon", "e mail", "kontakt", "kanal", "erreichbarkeit"]),
    (.when, ["wann"]),
    (.contacts, ["kontakte", "kontakt", "notfallkontakte", "ansprechpartner", "kontaktliste"]),
    (
      .process, ["ablauf", "vorgehen", "prozess", "checkliste", "reaktionsablauf", "störungsablauf", "sofortmaßnahmen"]
    ),
    (.phaseWord, ["phase", "schritt"]),
    (.time, ["zeit", "zeitfenster", "dauer"]),
    (.actions, ["maßnahme", "maßnahmen", "aktion"]),
    (
      .scenarios,
      [
        "szenario", "szenarien", "häufige störungen", "häufige probleme", "bekannte probleme", "störungsszenarien",
        "typische störungen",
      ]
    ),
    (.symptoms, ["symptom", "symptome", "anzeichen", "fehlerbild"]),
    (.detection, ["erkennung"]),
    (.causes, ["ursache", "ursachen", "mögliche ursachen", "häufige ursachen"]),
    (.diagnosis, ["diagnose", "analyse", "untersuchung", "prüfung", "prüfen"]),
    (
      .fix,
      [
        "lösung", "lösungen", "behebung", "maßnahmen", "sofortmaßnahmen", "fehlerbehebung", "abhilfe",
        "wiederherstellung",
      ]
    ),
    (.verification, ["überprüfung", "verifikation", "kontrolle", "prüfung der lösung", "verifizierung"]),
    (.prevention, ["vorbeugung", "prävention"]),
    (.impact, ["auswirkung", "auswirkungen"]),
    (.rollback, ["rollback", "zurückrollen", "rücksetzen", "zurücksetzen"]),
    (.criteria, ["wann zurückrollen", "kriterien"]),
    (.communication, ["kommunikation", "benachrichtigung", "meldung"]),
    (.templates, ["vorlage", "vorlagen", "textvorlage", "muster"]),
    (.internalAudience, ["intern", "interne"]),
    (.externalAudience, ["extern", "externe", "öffentlich"]),
    (.statusPage, ["statusseite"]),
    (.customer, ["kunde", "kunden", "kundenmail"]),
    (.review, ["nachbereitung", "nachbesprechung", "rückblick", "abschlussbericht", "post mortem"]),
    (.agenda, ["tagesordnung", "agenda"]),
    (.owner, ["verantwortlich", "eigentümer", "verfasser", "zuständig"]),
    (.lastUpdated, ["zuletzt aktualisiert", "stand", "letzte änderung", "letzte aktualisierung", "geändert am"]),
    (.nextReview, ["nächste prüfung", "nächste überprüfung"]),
    (.links, ["verweise"]),
    (.services, ["dienst", "dienste"]),
    (.overview, ["überblick", "zweck", "einleitung"]),
    (.contentsList, ["inhalt", "inhaltsverzeichnis"]),
    (.notes, ["hinweis", "achtung", "warnung"]),
    (.healthCheck, ["zustandsprüfung", "gesundheitsprüfung"]),
    (.commands, ["befehle", "nützliche befehle"]),
  ]
}
