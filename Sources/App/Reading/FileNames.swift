/// Names of files as pages show them.
enum FileNames {
  /// The last part of each path, and as many parts before it as tell it from the others.
  static func short(_ paths: [String]) -> [String] {
    let parts = paths.map { $0.split(separator: "/").map(String.init) }
    return parts.enumerated().map { place, own in
      guard !own.isEmpty else { return paths[place] }
      let length = (1...own.count).first { count in
        parts.enumerated().allSatisfy { $0.offset == place || $0.element.suffix(count) != own.suffix(count) }
      }
      return own.suffix(length ?? own.count).joined(separator: "/")
    }
  }
}
