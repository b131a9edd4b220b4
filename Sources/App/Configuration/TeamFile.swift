import Incidents
import Yams

/// The team file `tocsin.yaml`: what a document cannot hold. Strict: an unknown key is an error, never ignored,
/// and every error is reported at once with its line and a remedy.
package enum TeamFile {
  /// Bytes that are read; a longer file is refused before it is parsed.
  package static let limit = 256 * 1024

  /// Reads a whole team file.
  /// - Parameters:
  ///   - name: the file's name, for messages.
  ///   - environment: looks up `env:NAME` secrets.
  ///   - readFile: reads `file:PATH` secrets; what it throws becomes an error at the secret's line.
  package static func read(
    _ text: String, name: String, environment: @escaping (String) -> String?,
    readFile: @escaping (String) throws -> String
  ) throws(TeamFileErrors) -> TeamConfiguration {
    var issues: [TeamFileErrors.Issue] = []
    var configuration = TeamConfiguration()
    YAMLText.read(text, issues: &issues) { root in
      var sections = TeamFileSections(environment: environment, readFile: readFile)
      configuration = sections.configuration(from: root)
      return sections.report.issues
    }
    if issues.isEmpty { return configuration }
    throw TeamFileErrors(name: name, issues: issues.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }
}
