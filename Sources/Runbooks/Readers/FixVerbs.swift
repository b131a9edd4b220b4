/// Whether a label tells to change something: "Then restart the run:", "Roll back the release".
enum FixVerbs {
  private static let verbs: WordSet = [
    "restart", "reboot", "rollback", "revert", "scale", "clear", "clean", "purge", "reload", "redeploy", "failover",
    "increase", "raise", "drain", "rotate", "renew", "replace", "disable", "enable", "switch", "kill", "free", "delete",
    "isolate", "contain", "revoke", "quarantine",
    "remove", "start", "stop", "apply", "block", "redirect", "reroute", "throttle", "flush", "restore", "recover",
    "promote", "resize", "add", "fix", "mitigate", "resolve", "pause", "resume", "recreate", "terminate",
  ]
  private static let abroad: WordSet = [
    "neustarten",
    "reiniciar", "redemarrer", "relancer", "перезапустить", "откатить", "очистить", "увеличить",
    "couper", "bloquer", "activer", "desactiver", "tuer", "supprimer", "restaurer", "vider", "isoler", "revoquer",
    "bloquear", "revocar", "aislar", "restaurar", "desactivar", "aumentar", "detener", "revogar", "isolar",
    "desativar", "sperren", "isolieren", "leeren", "erhohen", "wiederherstellen", "zurucksetzen", "отключить",
    "заблокировать", "изолировать", "восстановить", "остановить", "включить", "переключиться", "откатиться",
  ]
  private static let openers: WordSet = [
    "then", "now", "next", "finally", "and", "to", "first", "otherwise", "option", "step", "if", "needed", "necessary",
    "a", "b", "c", "d", "immediately", "temporarily", "manually", "force", "quickly", "gracefully",
  ]

  /// Whether numbered steps end with one that confirms what those before it changed: "5. Verify".
  static func confirms(_ list: Record) -> Bool {
    guard case .list(true) = list.shape, list.children.count > 1 else { return false }
    return list.children.dropFirst().suffix(2).contains { step in
      let text = step.name.isEmpty ? step.text : step.name
      let words = Words(text).all.filter { $0.kind == .word }
      let first = words.first?.text ?? ""
      // A sentence such as "Confirm that it opens" is a step like the others.
      return words.count <= 3
        && ["verify", "confirm", "validate", "verificar", "validar", "verifier", "verification", "prufen"].contains(
          first)
    }
  }

  /// A remark in another tongue that says what is changed; English ones are known by their commands.
  static func beginAbroad(_ caption: String) -> Bool {
    let words = Words(ScenarioTitle.withoutNumber(caption)).all
    return words.first { $0.kind == .word }.map { abroad.contains($0) } ?? false
  }

  static func begin(_ name: String) -> Bool {
    let words = Words(ScenarioTitle.withoutNumber(name)).all.filter { $0.kind != .mark }
    guard let first = words.first(where: { !openers.contains($0) && $0.kind == .word }) else { return false }
    if verbs.contains(first) || abroad.contains(first) { return true }
    let texts = words.map(\.text)
    return ["roll", "fail", "spin", "bring"].contains(first.text)
      && texts.contains { ["back", "over", "up"].contains($0) }
  }
}
