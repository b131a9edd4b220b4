import Foundation
import Testing

/// The repository around the code: what a stranger meets first must be there and be true.
@Suite struct RepositoryTests {
  static let pages: [String] =
    ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]
    + Checkout.files(in: "docs", ending: ".md") + Checkout.files(in: "Benchmarks", ending: ".md")

  @Test func `what a stranger looks for is there`() {
    let wanted = [
      "README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", ".ci/run",
      "examples/lanterna/RUNBOOK.md", "examples/lanterna/tocsin.yaml",
    ]
    refuse(wanted.filter { !Checkout.exists($0) }, instead: "These files are missing.")
  }

  @Test func `scripts can be run`() {
    let scripts = ["setup", "run", "test", "check", "bench", "crash"].map { "script/\($0)" } + [".ci/run"]
    let places = scripts.filter { path in
      !FileManager.default.isExecutableFile(atPath: Checkout.root.appendingPathComponent(path).path)
    }
    refuse(places, instead: "Missing, or without the run bit: chmod +x.")
  }

  @Test func `the README names the two commands and CI runs the second`() {
    let readme = Checkout.read("README.md") ?? ""
    refuse(["script/run", "script/test"].filter { !readme.contains($0) }, instead: "README.md does not name these.")
    #expect(Checkout.read(".ci/run")?.contains("script/test") == true, "Let .ci/run call script/test.")
  }

  @Test(arguments: pages) func `links lead somewhere`(page: String) {
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    let text = Checkout.read(page) ?? ""
    let targets = text.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.1) }
    let broken = targets.filter {
      !$0.contains("://") && !$0.hasPrefix("mailto:") && !leads($0, from: folder, page: page)
    }
    refuse(broken.map { "\(page): \($0)" }, instead: "Point the link at a file and heading that exist.")
  }

  private func leads(_ target: String, from folder: String, page: String) -> Bool {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = parts[0].isEmpty ? page : folder.isEmpty ? parts[0] : "\(folder)/\(parts[0])"
    guard Checkout.exists(path) else { return false }
    guard parts.count == 2, path.hasSuffix(".md") else { return true }
    return headings(of: path).contains(parts[1])
  }

  /// Headings as GitHub makes anchors of them.
  private func headings(of path: String) -> Set<String> {
    let lines = (Checkout.read(path) ?? "").split(separator: "\n").filter { $0.hasPrefix("#") }
    return Set(
      lines.map { line in
        let title = line.drop(while: { $0 == "#" || $0 == " " }).lowercased()
        return String(title.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.map { $0 == " " ? "-" : $0 })
      })
  }

  @Test func `files that documents name exist`() {
    var places: [String] = []
    for page in Self.pages {
      for match in (Checkout.read(page) ?? "").matches(
        of: #/`((?:script|examples|docs|Sources|Tests|Benchmarks)/[\w.\/-]+)`/#)
      where !Checkout.exists(String(match.1)) {
        places.append("\(page): \(match.1)")
      }
    }
    refuse(places, instead: "The document names a file that is not there: mend the document.")
  }

  @Test func `pages carry a strict content security policy`() throws {
    let web = Checkout.sources.filter { $0.module == "Web" }
    #expect(try web.contains { try !$0.literals(#"(?i)default-src 'none'"#).isEmpty }, "Send a policy with each page.")
    refuse(
      try web.flatMap { try $0.literals(#"(?i)unsafe-inline|unsafe-eval"#) },
      instead: "No inline script or style: a file under the site's own address, a class, an SVG attribute.")
    refuse(
      try web.flatMap { try $0.literals(#"(?i)\s(style|on(click|load|submit|change|input|error|key\w+))="#) },
      instead: "No style or handler attributes: the policy refuses them in the browser.")
  }

  @Test func `the project depends on itself alone`() {
    let manifest = Checkout.read("Package.swift") ?? ""
    let loose = manifest.split(separator: "\n").filter { $0.contains("url:") && !$0.contains("exact:") }.map(
      String.init)
    refuse(loose, instead: "Pin an exact version: Package.swift is the lock file here.")
  }
}
