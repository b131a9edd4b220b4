import Foundation
import Runbooks
import Storage

/// The files that make one runbook: a document with those that it links to, or a folder.
package struct RunbookDocuments: Sendable {
  /// As it was given: the path of a file or of a folder.
  package var name: String
  /// The document that the others belong to; nil where a folder was given.
  package var main: String?
  /// Markdown files with their paths inside the folder.
  package var files: [RunbookLibrary.File]
  /// Paths of the folder's other files, to which links may lead.
  package var others: Set<String>
  /// Documents that are linked to and are not there.
  package var missing: [String] = []
  /// A document that links to no other, as it was read when its links were looked for.
  private var alone: Runbook?

  /// - Parameter apart: paths of other runbooks; what is one of its own is not read into this one.
  /// - Throws: `StartError` with the path and the remedy.
  package static func read(_ path: String, apart: Set<String> = []) throws -> RunbookDocuments {
    FileTree.isFolder(path) ? try folder(path) : try file(path, apart: apart)
  }

  private static func folder(_ path: String) throws -> RunbookDocuments {
    let names = FileTree.names(in: path)
    let documents = names.filter(LibraryLinks.isDocument).prefix(RunbookLibrary.mostFiles)
    guard !documents.isEmpty else { throw StartError("\(path) holds no Markdown file. Name a runbook or its folder.") }
    let files = try documents.map { RunbookLibrary.File(path: $0, bytes: try FileTree.bytes(of: "\(path)/\($0)")) }
    return RunbookDocuments(name: path, main: nil, files: files, others: Set(names).subtracting(documents))
  }

  private static func file(_ path: String, apart: Set<String>) throws -> RunbookDocuments {
    let bytes = try FileTree.bytes(of: path)
    let place = URL(fileURLWithPath: path)
    let (folder, name) = (place.deletingLastPathComponent().path, place.lastPathComponent)
    var read = RunbookDocuments(
      name: path, main: name, files: [RunbookLibrary.File(path: name, bytes: bytes)], others: [])
    guard let alone = try? RunbookReader.read(bytes, name: path) else { return read }
    let own = Set(apart.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
    for linked in LibraryLinks.documents(of: alone, file: name).prefix(RunbookLibrary.mostFiles - 1) {
      let target = "\(folder)/\(linked)"
      if own.contains(URL(fileURLWithPath: target).standardizedFileURL.path) {
        read.others.insert(linked)
      } else if let bytes = try? FileTree.bytes(of: target) {
        read.files.append(RunbookLibrary.File(path: linked, bytes: bytes))
      } else {
        read.missing.append(linked)
      }
    }
    if read.files.count == 1 { read.alone = alone }
    return read
  }

  /// Throws `ReadingError` where the document is too large or is no text.
  package func runbook() throws(ReadingError) -> Runbook {
    if main != nil, let only = files.first, files.count == 1 {
      if let alone { return alone }
      return try RunbookReader.read(only.bytes, name: name)
    }
    return try RunbookLibrary.read(files, others: others, main: main)
  }

  /// Every path whose change changes the reading.
  package var watched: [String] {
    guard main != nil else { return [name] + files.map { "\(name)/\($0.path)" } }
    let folder = URL(fileURLWithPath: name).deletingLastPathComponent().path
    return [name] + (files.dropFirst().map(\.path) + missing).map { "\(folder)/\($0)" }
  }
}

/// As the store keeps it.
extension RunbookDocuments {
  /// Other files beyond this many are forgotten: only links to them matter.
  private static let mostOthers = 500

  /// nil for a single document, whose bytes are the source.
  var stored: RevisionFiles? {
    if main != nil, files.count == 1 { return nil }
    return RevisionFiles(
      files: files.map { RevisionFiles.File(path: $0.path, length: $0.bytes.count) }, main: main,
      others: Array(others.sorted().prefix(Self.mostOthers)))
  }

  var source: [UInt8] { files.flatMap(\.bytes) }

  init(_ revision: RunbookRevision) {
    self.init(name: revision.path, main: revision.path, files: [], others: [])
    guard let stored = revision.files else {
      files = [RunbookLibrary.File(path: revision.path, bytes: revision.source)]
      return
    }
    (main, others) = (stored.main, Set(stored.others))
    var rest = revision.source[...]
    files = stored.files.map { file in
      defer { rest = rest.dropFirst(max(0, file.length)) }
      return RunbookLibrary.File(path: file.path, bytes: Array(rest.prefix(max(0, file.length))))
    }
  }
}
