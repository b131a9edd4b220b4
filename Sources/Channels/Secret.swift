/// A value that must not be printed: a password, a token, a webhook's address that is itself the key.
///
/// It shows as `***` in logs, dumps and string interpolation, and it is not `Encodable`, so that it cannot slip into an
/// answer or a file. `reveal()` marks the few places that use it.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let value: String

  package init(_ value: String) { self.value = value }

  /// The value itself, for the wire.
  package func reveal() -> String { value }

  package var description: String { "***" }
  package var debugDescription: String { "***" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
