/// The one script. Pages are whole without it; it counts clocks, swaps what changed, copies, and listens to keys.
enum Script {
  static let all = ["\"use strict\";", clocks, live, copying, reading, acts, source, keys].joined(separator: "\n")
}
