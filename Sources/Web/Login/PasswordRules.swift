/// What a password must be: long enough, and none that everybody tries first. No rule about digits or signs.
enum PasswordRules {
  static let shortest = 12
  static let longest = 1_024

  /// Why a password is refused, for the person who chose it; nil when it is good.
  static func refusal(_ password: String, name: String) -> String? {
    let letters = password.unicodeScalars.count
    if letters < shortest { return "It has \(letters) characters. Give it at least \(shortest)." }
    if password.utf8.count > longest { return "It is longer than \(longest) bytes." }
    let folded = password.lowercased()
    if isCommon(folded) { return "Everybody tries this one first. Choose another." }
    if !name.isEmpty, folded.replacing(name.lowercased(), with: "").count < 6 {
      return "It is little more than the name. Choose another."
    }
    return nil
  }

  private static func isCommon(_ folded: String) -> Bool {
    if Set(folded).count <= 3 { return true }
    if common.contains(folded) { return true }
    // "password2026", "passwordpassword", "tocsin-tocsin"
    let bare = folded.filter(\.isLetter)
    if bare.isEmpty { return isSequence(folded) }
    return stems.contains { stem in
      bare == stem || bare == stem + stem || (bare.hasPrefix(stem) && bare.count - stem.count < 2)
    }
  }

  private static func isSequence(_ digits: String) -> Bool {
    "012345678901234567890123456789".contains(digits) || "987654321098765432109876543210".contains(digits)
  }

  private static let stems = [
    "password", "passwort", "motdepasse", "contrasena", "senha", "welcome", "administrator", "admin", "letmein",
    "changeme", "qwertyuiop", "qwertyuiopasdfgh", "asdfghjkl", "tocsin", "iloveyou", "monkey", "dragon", "football",
    "baseball", "superman", "trustno", "sunshine", "princess", "incident", "oncall", "pagerduty", "default", "secret",
    "test", "testtest", "user", "root", "master",
  ]

  private static let common: Set<String> = [
    "abcdefghijkl", "abcdefghijklm", "abc123abc123", "1q2w3e4r5t6y", "1qaz2wsx3edc", "qazwsxedcrfv", "q1w2e3r4t5y6",
    "zaq12wsxcde3", "qwerty123456", "qwertyuiop12", "qwertyuiop123", "123456qwerty", "1234qwerasdf", "asdfghjkl123",
    "zxcvbnm12345", "123qweasdzxc", "correcthorsebatterystaple", "correct horse battery staple", "thisisapassword",
    "mypassword123", "newpassword1", "nopassword123", "hunter2hunter2", "swordfish123", "startrek1234",
    "starwars1234", "liverpool1234", "manchesterunited", "barcelona1234", "chocolate123", "butterfly123",
    "computer1234", "internet1234", "samsung12345", "michael12345", "jennifer1234", "alexander123", "elizabeth123",
    "christopher1", "summer2024!!", "summer2025!!", "summer2026!!", "winter2024!!", "winter2025!!", "winter2026!!",
    "spring2026!!", "autumn2025!!", "p@ssw0rd1234", "p@ssword1234", "passw0rd1234", "pa55word1234", "welcome12345",
  ]
}
