import App
import Runbooks

/// Why a command ends without having done its work. The codes are promises to scripts (sysexits.h).
struct Failure: Error {
  enum Code: Int32 {
    /// A check found errors, or a demo did not see each step.
    case found = 1
    case usage = 64
    case badData = 65
    case missingFile = 66
    case unreachable = 69
  }

  var code: Code
  /// Sentences for a person; empty where everything has been said already.
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Nil for errors that the argument parser words itself.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let errors as TeamFileErrors: self.init(.badData, errors.description)
    case let error as ReadingError: self.init(.badData, error.message)
    case let error as StartError: self.init(.badData, error.description)
    default: return nil
    }
  }
}
