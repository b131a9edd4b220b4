import Foundation
import Runbooks

/// Findings as SARIF 2.1.0, which code hosts and editors read.
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
struct SarifLog: Encodable {
  let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    var tool: Tool
    let columnKind = "unicodeCodePoints"
    var originalUriBaseIds: [String: Location]
    var results: [Result]
  }

  struct Tool: Encodable { var driver: Driver }

  struct Driver: Encodable {
    let name = "tocsin"
    var rules: [Rule]
  }

  struct Text: Encodable { var text: String }

  struct Rule: Encodable {
    struct Configuration: Encodable { var level: String }
    var id: String
    var shortDescription: Text
    var fullDescription: Text
    var help: Text
    /// Only where the address of the pages is known.
    var helpUri: String?
    var defaultConfiguration: Configuration
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Text
    var locations: [Place]
    var partialFingerprints: [String: String]
    /// Only where a baseline is given (3.27.24).
    var baselineState: String?
  }

  struct Place: Encodable {
    struct Physical: Encodable {
      var artifactLocation: Location
      var region: Region
    }
    var physicalLocation: Physical
  }

  struct Location: Encodable {
    var uri: String?
    var uriBaseId: String?
    var description: Text?
  }

  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
  }
}

extension SarifLog {
  /// - Parameters:
  ///   - hasBaseline: whether the findings were held against one.
  ///   - pages: the address of the folder with the rules' pages.
  init(_ found: [PlacedFinding], hasBaseline: Bool, pages: String? = nil) {
    let rules = RuleCatalogue.all
    let index = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let results = zip(found, Fingerprints.of(found)).map { finding, print in
      Result(
        ruleId: finding.rule, ruleIndex: index[finding.rule] ?? -1, level: Self.level(finding.level),
        message: Text(text: finding.hint.isEmpty ? finding.message : "\(finding.message) \(finding.hint)"),
        locations: [Self.place(finding)],
        partialFingerprints: ["primaryLocationLineHash": print, "tocsinFinding/v1": print],
        baselineState: hasBaseline ? (finding.known ? "unchanged" : "new") : nil)
    }
    let root = Location(description: Text(text: "The root of the checkout."))
    runs = [
      Run(
        tool: Tool(driver: Driver(rules: rules.map { Self.rule($0, pages) })), originalUriBaseIds: ["%SRCROOT%": root],
        results: results)
    ]
  }

  private static func rule(_ rule: RuleCatalogue.Entry, _ pages: String?) -> Rule {
    let base = pages.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return Rule(
      id: rule.id, shortDescription: Text(text: rule.why), fullDescription: Text(text: rule.why),
      help: Text(text: "\(rule.why) Source: \(rule.source). Explained in docs/rules/\(rule.id).md."),
      helpUri: base.map { "\($0)\(rule.id).md" }, defaultConfiguration: .init(level: level(rule.level.rawValue)))
  }

  /// A hint is SARIF's note.
  private static func level(_ level: String) -> String { level == "hint" ? "note" : level }

  private static func place(_ finding: PlacedFinding) -> Place {
    let isInside = !finding.file.hasPrefix("/")
    let uri = isInside ? escaped(finding.file) : "file://" + escaped(finding.file)
    let file = Location(uri: uri, uriBaseId: isInside ? "%SRCROOT%" : nil)
    return Place(
      physicalLocation: .init(
        artifactLocation: file, region: Region(startLine: max(finding.line, 1), startColumn: max(finding.column, 1))))
  }

  /// The path as part of a URI (RFC 3986, 3.3).
  private static func escaped(_ path: String) -> String {
    let bare = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return bare.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting([":"])) ?? bare
  }
}
