import Foundation

/// What tests do in a browser again and again.
extension Browser {
  private static let pictures = RunningTocsin.root.appendingPathComponent("out/screenshots")

  /// Makes Ana Ruiz's account by the server's first link.
  func signIn(to tocsin: RunningTocsin) async throws {
    try await open(tocsin.setupLink)
    try await resize(width: 1440, height: 900)
    try await type("ana", into: find("//input[@name='name']"))
    try await click("//select[@name='person']/option[@value='ana']")
    try await type("a long lantern over the quay", into: find("//input[@name='password']"))
    try await click("//form//button[@type='submit']")
    _ = try await find("//h1[not(contains(., 'Set up'))]")
  }

  /// Keeps the page as files: the first screen at both widths, light and dark, and the whole page below it.
  func picture(of name: String) async throws {
    try FileManager.default.createDirectory(at: Self.pictures, withIntermediateDirectories: true)
    for (width, height) in [(375, 812), (1440, 900)] {
      try await resize(width: width, height: height)
      for dark in [false, true] {
        try await prefer(dark: dark)
        let file = "\(name)-\(width)-\(dark ? "dark" : "light")"
        try await keep(screenshot(whole: false), as: file)
        if !dark { try await keep(screenshot(whole: true), as: file + "-whole") }
      }
    }
    try await prefer(dark: false)
  }

  private func keep(_ picture: Data, as name: String) throws {
    try picture.write(to: Self.pictures.appendingPathComponent(name + ".png"))
  }
}
