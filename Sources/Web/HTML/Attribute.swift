import Incidents

/// An attribute of an element: its name is ours, its value is escaped. There is none for style or for handlers,
/// which the content policy would refuse anyway.
struct Attribute: Sendable {
  enum Value: Sendable {
    case text(String)
    case present
    /// The attribute is left out.
    case absent
  }

  let name: StaticString
  let value: Value

  init(_ name: StaticString, _ value: String) {
    self.name = name
    self.value = .text(value)
  }

  init(_ name: StaticString, optional value: String?) {
    self.name = name
    self.value = value.map { .text($0) } ?? .absent
  }

  init(_ name: StaticString, when present: Bool) {
    self.name = name
    self.value = present ? .present : .absent
  }

  init(_ name: StaticString, number: Int) { self.init(name, String(number)) }

  /// SVG geometry, at most three places, without trailing zeroes.
  init(_ name: StaticString, number: Double) { self.init(name, Attribute.short(number)) }

  static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
  static func id(_ id: String) -> Attribute { Attribute("id", id) }
  static func title(_ title: String) -> Attribute { Attribute("title", title) }
  static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
  static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", id) }
  static func described(by id: String) -> Attribute { Attribute("aria-describedby", id) }
  static func type(_ type: StaticString) -> Attribute { Attribute("type", "\(type)") }
  static func name(_ name: String) -> Attribute { Attribute("name", name) }
  static func value(_ value: String) -> Attribute { Attribute("value", value) }
  static func role(_ role: StaticString) -> Attribute { Attribute("role", "\(role)") }
  static var hidden: Attribute { Attribute("aria-hidden", "true") }

  /// Refused targets lead nowhere.
  static func href(_ target: String) -> Attribute { Attribute("href", Escape.safeTarget(target) ?? "#") }
  static func action(_ target: String) -> Attribute { Attribute("action", Escape.safeTarget(target) ?? "#") }

  static func short(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e9 else { return "0" }
    let thousandths = Int64((number * 1000).rounded())
    let whole = thousandths / 1000
    let rest = abs(thousandths % 1000)
    guard rest != 0 else { return String(whole) }
    var digits = padded(Int(rest), 3)
    while digits.hasSuffix("0") { digits.removeLast() }
    return (thousandths < 0 && whole == 0 ? "-0." : "\(whole).") + digits
  }
}
