/// The words of German runbooks.
extension Lexicon {
  static let german: [(Concept, [String])] = [
    (
      .severities,
      [
        "schweregrad", "schweregrade", "priorität", "prioritäten", "prioritätsstufe", "prioritätsstufen",
        "schweregradstufe", "klassifizierung", "störungsklasse", "störungsklassen", "stufe", "einstufung", "prio",
        "schwere", "störungsstufen", "störungspriorität", "kritikalität", "incidentklassen", "dringlichkeit",
        "schweregrade und reaktionszeiten", "prioritätsklassen", "klassifikation",
      ]
    ),
    (.level, ["stufe", "ebene", "klasse"]),
    (
      .response,
      [
        "reaktionszeit", "reaktionszeiten", "antwortzeit", "reaktion", "erste reaktion", "erstreaktion",
        "reaktion innerhalb", "reaktionsfrist", "rückmeldung", "antwort innerhalb",
      ]
    ),
    (.acknowledge, ["bestätigung", "bestätigungszeit", "quittierung", "quittung", "quittieren", "annahme"]),
    (
      .resolutionTarget,
      [
        "lösungszeit", "wiederherstellungszeit", "behebungszeit", "zielzeit", "wiederherstellung", "ziel lösung",
        "lösung bis", "entstörzeit", "entstörung", "behebung bis", "lösungsziel", "ziel behebung",
        "wiederherstellung innerhalb", "behebung",
      ]
    ),
    (
      .updates,
      [
        "aktualisierung", "aktualisierungen", "statusmeldung", "statusmeldungen", "aktualisierungsintervall",
        "meldeintervall", "status update", "update", "updates", "information alle", "meldung alle", "statusbericht",
        "updatefrequenz", "update intervall", "update frequenz", "zwischenmeldung", "zwischenstand",
        "kommunikation alle", "informationsintervall", "status an kunden", "lagemeldung", "lagemeldungen", "lageupdate",
        "rundmeldung", "information", "infotakt", "wen halten wir auf dem laufenden", "auf dem laufenden halten",
      ]
    ),
    (
      .definition,
      ["beschreibung", "definition", "bedeutung", "auswirkung", "merkmal", "kriterien", "umfang", "was ist betroffen"]
    ),
    (.examples, ["beispiel", "beispiele"]),
    (
      .escalation,
      [
        "eskalation", "eskalationskette", "eskalationspfad", "eskalationsmatrix", "eskalationsstufen",
        "eskalationsstufe", "eskalationsplan", "eskalationsweg", "eskalationswege", "alarmierung", "alarmierungskette",
        "alarmkette", "wen anrufen", "wer wird gerufen", "wen rufen wir an", "eskalationsregeln", "meldekette",
        "alarmplan",
      ]
    ),
    (
      .after,
      [
        "eskalation nach", "nach", "eskalieren nach", "wartezeit", "nach minuten", "frist", "eskalation",
        "spätestens nach", "zeit bis eskalation",
      ]
    ),
    (
      .escalateTo,
      [
        "eskalieren an", "eskalation an", "benachrichtigen", "ansprechpartner", "wer", "wen", "an wen",
        "wird informiert", "informieren", "wird alarmiert",
      ]
    ),
    (.situation, ["situation", "auslöser", "bedingung", "fall"]),
    (.onCall, ["bereitschaft", "rufbereitschaft", "bereitschaftsdienst"]),
    (.roles, ["rollen", "rolle", "rollen und verantwortlichkeiten", "verantwortlichkeiten"]),
    (.duties, ["aufgaben", "verantwortung", "aufgabe"]),
    (.role, ["rolle", "funktion", "team", "zuständig", "verantwortlich", "wer"]),
    (.person, ["name", "person"]),
    (
      .via,
      [
        "telefon", "e mail", "kontakt", "kanal", "erreichbarkeit", "erreichbar über", "erreichbar", "nummer",
        "rufnummer", "mobil",
        "email", "adresse", "pager",
      ]
    ),
    (.when, ["wann"]),
    (
      .contacts,
      [
        "kontakte", "kontakt", "notfallkontakte", "ansprechpartner", "kontaktliste", "telefonliste", "rufnummern",
        "wichtige nummern", "telefonnummern", "adressen", "erreichbarkeiten", "wer ist wer", "kontaktdaten", "telefon",
        "erreichbarkeit",
      ]
    ),
    (
      .process,
      [
        "ablauf", "vorgehen", "prozess", "checkliste", "reaktionsablauf", "störungsablauf", "sofortmaßnahmen",
        "erste schritte", "sofort tun", "die ersten minuten", "erste 10 minuten", "erste 15 minuten",
        "ablauf einer störung", "vorgehensweise", "einsatzablauf", "störungsbearbeitung", "incident ablauf",
      ]
    ),
    (.phaseWord, ["phase", "schritt"]),
    (.time, ["zeit", "zeitfenster", "dauer"]),
    (.actions, ["maßnahme", "maßnahmen", "aktion"]),
    (
      .scenarios,
      [
        "szenario", "szenarien", "häufige störungen", "häufige probleme", "bekannte probleme", "störungsszenarien",
        "typische störungen", "störungsbilder", "störungsbild", "störfälle", "fehlerfälle", "fehlerbilder",
        "bekannte störungen", "störungen und lösungen", "störungen und behebung", "typische fehler",
        "typische probleme", "standardfälle", "fallbeispiele", "anleitungen",
        "notfallszenarien", "häufige fehler", "arten von störungen",
      ]
    ),
    (
      .symptoms,
      [
        "symptom", "symptome", "anzeichen", "fehlerbild", "erscheinungsbild", "so sieht es aus", "was man sieht",
        "woran man es merkt", "merkmale", "hinweise", "woran erkennt man es", "wie es sich zeigt",
        "erkennbar an", "erkennbar", "störungsbild", "so zeigt es sich",
      ]
    ),
    (.detection, ["erkennung", "alarm", "meldung", "auslöser"]),
    (
      .causes,
      [
        "ursache", "ursachen", "mögliche ursachen", "häufige ursachen", "gründe", "woran liegt es",
        "wahrscheinliche ursachen", "typische ursachen",
      ]
    ),
    (
      .diagnosis,
      [
        "diagnose", "analyse", "untersuchung", "prüfung", "prüfen", "prüfungen", "eingrenzen", "eingrenzung",
        "nachsehen", "erste prüfung", "diagnoseschritte", "untersuchen", "ursachensuche", "fehlersuche", "erstprüfung",
        "was zu prüfen ist", "zu prüfen",
      ]
    ),
    (
      .fix,
      [
        "lösung", "lösungen", "behebung", "maßnahmen", "sofortmaßnahmen", "fehlerbehebung", "abhilfe",
        "wiederherstellung", "beheben", "lösen", "beseitigung", "beseitigen", "maßnahme", "so beheben", "reparatur",
        "schritte", "sofortmaßnahme", "gegenmaßnahmen", "wiederherstellen", "lösungsschritte", "vorgehen", "was tun",
        "entstörung", "erste hilfe", "workaround", "was zu tun ist", "zu tun", "erster schritt", "erste maßnahme",
      ]
    ),
    (
      .verification,
      [
        "überprüfung", "verifikation", "kontrolle", "prüfung der lösung", "verifizierung", "kontrollieren",
        "prüfen ob es wirkt", "erfolgskontrolle", "abnahme", "nachkontrolle", "verifizieren", "bestätigen",
        "erfolg prüfen", "danach prüfen", "nachprüfung", "funktionsprüfung", "gelöst wenn", "gegenprobe",
        "wieder gut wenn", "behoben wenn", "fertig wenn", "in ordnung wenn",
      ]
    ),
    (
      .prevention,
      [
        "vorbeugung", "prävention", "vorbeugen", "vermeidung", "vermeiden", "damit es nicht wieder passiert",
        "vorsorge", "vorbeugende maßnahmen",
      ]
    ),
    (.impact, ["auswirkung", "auswirkungen"]),
    (
      .rollback,
      [
        "rollback", "zurückrollen", "rücksetzen", "zurücksetzen", "zurück zur alten version", "rückfall",
        "rückfallplan", "rückbau",
      ]
    ),
    (.criteria, ["wann zurückrollen", "kriterien"]),
    (
      .communication,
      [
        "kommunikation", "benachrichtigung", "meldung", "mitteilungen", "mitteilung", "meldungen", "benachrichtigungen",
        "information der kunden", "kundeninformation", "textbausteine", "wen informieren", "was wir sagen",
        "kommunikationsplan",
      ]
    ),
    (
      .templates,
      [
        "vorlage", "vorlagen", "textvorlage", "muster", "textbausteine", "textbaustein", "mustertext", "mustertexte",
        "vordruck", "erstmeldung", "entwarnung", "folgemeldung", "abschlussmeldung", "zwischenmeldung", "nachricht",
      ]
    ),
    (
      .internalAudience,
      [
        "intern", "interne", "betriebsleitung", "mitarbeiter", "leitung", "chat", "kanal", "krisenstab", "team",
        "slack", "teams", "vorstand", "bereichsleitung", "leitwarte", "geschäftsführung",
      ]
    ),
    (.externalAudience, ["extern", "externe", "öffentlich", "presse", "öffentlichkeit"]),
    (.statusPage, ["statusseite", "webseite", "homepage", "internetseite"]),
    (
      .customer,
      [
        "kunde", "kunden", "kundenmail", "kundeninformation", "kundenmitteilung", "nutzer", "anwender", "patienten",
        "partner", "mieter", "mandanten",
      ]
    ),
    (
      .review,
      [
        "nachbereitung", "nachbesprechung", "rückblick", "abschlussbericht", "post mortem", "nachbearbeitung",
        "nachlese", "aufarbeitung", "auswertung", "manöverkritik", "lehren", "nachbetrachtung", "störungsbericht",
        "abschluss", "ursachenanalyse", "nach dem vorfall", "nach der störung",
      ]
    ),
    (.agenda, ["tagesordnung", "agenda"]),
    (
      .owner,
      [
        "verantwortlich", "eigentümer", "verfasser", "zuständig", "verantwortlicher", "zuständiges team",
        "gepflegt von", "herausgeber",
      ]
    ),
    (
      .lastUpdated,
      [
        "zuletzt aktualisiert", "stand", "letzte änderung", "letzte aktualisierung", "geändert am", "aktualisiert",
        "aktualisiert am", "letzter stand", "version vom", "überarbeitet", "überarbeitet am", "zuletzt geändert",
        "zuletzt geprüft", "datum", "version",
      ]
    ),
    (
      .nextReview,
      [
        "nächste prüfung", "nächste überprüfung", "nächste revision", "nächste durchsicht", "überprüfung bis",
        "wiedervorlage", "nächster review", "nächstes review", "prüfung fällig",
      ]
    ),
    (.links, ["verweise"]),
    (.services, ["dienst", "dienste"]),
    (.overview, ["überblick", "zweck", "einleitung"]),
    (.contentsList, ["inhalt", "inhaltsverzeichnis"]),
    (.notes, ["hinweis", "achtung", "warnung"]),
    (.healthCheck, ["zustandsprüfung", "gesundheitsprüfung"]),
    (.commands, ["befehle", "nützliche befehle"]),
  ]
}
