import Foundation
import Incidents
import Storage

/// What a list is narrowed to: `filter`, `receiver`, `active` and `silenced` of the address.
struct AlertmanagerFilter {
  /// The one receiver that Tocsin has in Alertmanager's terms.
  static let receiver = "tocsin"

  private var matchers: [Matcher] = []
  private var showsActive = true
  private var showsSilenced = true
  private var isForUs = true

  init(_ visit: Visit) throws {
    do throws(PatternError) {
      for text in visit.queries("filter") { matchers.append(try Matcher(reading: text)) }
    } catch {
      throw Failure.bad(error.message)
    }
    do throws(PatternError) {
      for text in visit.queries("receiver") where !text.isEmpty {
        isForUs = try LabelPattern(text).matches(Self.receiver)
      }
    } catch {
      throw Failure.bad("receiver: \(error.message)")
    }
    showsActive = Self.flag(visit, "active")
    showsSilenced = Self.flag(visit, "silenced")
  }

  private static func flag(_ visit: Visit, _ name: String) -> Bool { visit.queries(name).last != "false" }

  func takes(_ alert: AlertListing) -> Bool {
    guard isForUs, alert.isSilenced ? showsSilenced : showsActive else { return false }
    guard !matchers.isEmpty else { return true }
    guard let labels = try? StoredJSON.labels(alert.labels) else { return false }
    return matchers.allSatisfy { $0.matches(labels) }
  }

  /// A silence is listed where it has a matcher for each label that is asked for and the value fits, as in
  /// Alertmanager.
  func takes(_ silence: Silence) -> Bool {
    matchers.allSatisfy { wanted in
      let own = silence.matchers.filter { $0.name == wanted.name }
      if own.isEmpty { return wanted.matchesEmpty }
      return own.contains { wanted.matches([$0.name: $0.value]) }
    }
  }
}
