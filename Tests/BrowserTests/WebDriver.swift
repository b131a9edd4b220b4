import Foundation

/// What the browser or its driver refused, in the driver's own words.
struct BrowserError: Error, CustomStringConvertible {
  var description: String
}

/// A headless Chromium, spoken to over the WebDriver protocol (https://www.w3.org/TR/webdriver2/).
final class Browser: Sendable {
  /// An element's reference inside the session.
  struct Element: Sendable { let id: String }

  private let driver: ChildProcess
  private let port: UInt16
  private let session: String
  private static let elementKey = "element-6066-11e4-a52e-4f735466cecf"

  /// - Parameter script: false starts a browser with JavaScript switched off.
  init(script: Bool = true, dark: Bool = false) async throws {
    driver = try await ChildProcess("/usr/bin/chromedriver", ["--port=0"], output: .standardOutput)
    let line = try await driver.line(containing: "started successfully on port")
    guard let number = line?.split(whereSeparator: { !$0.isNumber }).last, let port = UInt16(number) else {
      throw BrowserError(description: "chromedriver did not start")
    }
    self.port = port
    var options: [String: Any] = [
      "args": [
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars",
        dark ? "--force-dark-mode" : "--disable-features=WebContentsForceDark",
      ]
    ]
    if !script { options["prefs"] = ["profile.managed_default_content_settings.javascript": 2] }
    let wanted: [String: Any] = [
      "capabilities": [
        "alwaysMatch": [
          "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"],
          // Below what the socket waits for, so that the driver says what took too long.
          "timeouts": ["implicit": 30_000, "script": 60_000, "pageLoad": 60_000],
        ]
      ]
    ]
    let value = try await Self.call(port, "POST", "/session", wanted)
    guard let id = (value as? [String: Any])?["sessionId"] as? String else {
      throw BrowserError(description: "chromedriver gave no session")
    }
    session = "/session/\(id)"
  }

  deinit { driver.end() }

  func close() async throws { try await command("DELETE", "", nil) }

  func open(_ url: String) async throws { try await command("POST", "url", ["url": url]) }
  func reload() async throws { try await command("POST", "refresh", [:]) }
  func address() async throws -> String { try await command("GET", "url", nil) as? String ?? "" }

  func resize(width: Int, height: Int) async throws {
    try await command(
      "POST", "goog/cdp/execute",
      [
        "cmd": "Emulation.setDeviceMetricsOverride",
        "params": ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 640] as [String: Any],
      ])
  }

  func prefer(dark: Bool) async throws { try await emulate("prefers-color-scheme", dark ? "dark" : "light") }

  /// Sets one media feature, and what the page is shown on; those set before are as they were at first.
  func emulate(_ name: String, _ value: String, on medium: String = "") async throws {
    let parameters: [String: Any] = ["media": medium, "features": [["name": name, "value": value]]]
    try await command("POST", "goog/cdp/execute", ["cmd": "Emulation.setEmulatedMedia", "params": parameters])
  }

  /// Waits up to 30 s for the element to be there.
  func find(_ xpath: String) async throws -> Element {
    let value = try await command("POST", "element", ["using": "xpath", "value": xpath])
    guard let id = (value as? [String: String])?[Self.elementKey] else {
      throw BrowserError(description: "nothing matches \(xpath)")
    }
    return Element(id: id)
  }

  /// Whether the element is there now.
  func has(_ xpath: String) async throws -> Bool {
    let script = "return document.evaluate(arguments[0], document, null, 8, null).singleNodeValue !== null"
    return try await run(script, [xpath]) as? Bool ?? false
  }

  /// Finds and clicks; again where a live page replaced the element in between.
  func click(_ xpath: String) async throws {
    for attempt in 1...10 {
      do {
        let element = try await find(xpath)
        try await command("POST", "element/\(element.id)/click", [:])
        return
      } catch let error as BrowserError where error.description.hasPrefix("stale element") && attempt < 10 {
        continue
      }
    }
  }

  func type(_ text: String, into element: Element) async throws {
    try await command("POST", "element/\(element.id)/value", ["text": text])
  }

  /// Presses and releases one key: https://www.w3.org/TR/webdriver2/#keyboard-actions
  func press(_ key: String) async throws {
    let strokes = ["keyDown", "keyUp"].map { ["type": $0, "value": key] }
    try await command("POST", "actions", ["actions": [["type": "key", "id": "keyboard", "actions": strokes]]])
  }

  func text(_ element: Element) async throws -> String {
    try await command("GET", "element/\(element.id)/text", nil) as? String ?? ""
  }

  /// Runs a script in the page; the driver may do so where the page's own scripts are off.
  @discardableResult
  func run(_ script: String, _ arguments: [Any] = []) async throws -> Any? {
    try await command("POST", "execute/sync", ["script": script, "args": arguments])
  }

  /// What the pages wrote to the console since this was last asked, refusals of the content policy among it.
  func complaints() async throws -> [String] {
    let entries = try await command("POST", "se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.compactMap { $0["message"] as? String }
  }

  /// What the window shows as PNG, or the whole page at that width.
  func screenshot(whole: Bool) async throws -> Data {
    let parameters: [String: Any] = ["format": "png", "captureBeyondViewport": whole]
    let value = try await command(
      "POST", "goog/cdp/execute", ["cmd": "Page.captureScreenshot", "params": parameters])
    guard let text = (value as? [String: Any])?["data"] as? String, let data = Data(base64Encoded: text) else {
      throw BrowserError(description: "no picture came")
    }
    return data
  }

  @discardableResult
  private func command(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any? {
    do {
      return try await Self.call(port, method, path.isEmpty ? session : "\(session)/\(path)", body)
    } catch let error as BrowserError where !driver.isRunning {
      throw BrowserError(description: "chromedriver has ended, or its five minutes were over: \(error)")
    }
  }

  private static func call(_ port: UInt16, _ method: String, _ path: String, _ body: [String: Any]?) async throws
    -> Any?
  {
    let data = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let answer = try await LoopbackHTTP.send(method, port: port, path: path, body: data)
    let value = (try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])?["value"]
    if let trouble = value as? [String: Any], let error = trouble["error"] as? String {
      let message = (trouble["message"] as? String ?? "").prefix { !$0.isNewline }
      throw BrowserError(description: "\(error): \(message) (\(path.split(separator: "/").last ?? "") \(body ?? [:]))")
    }
    return value
  }
}
