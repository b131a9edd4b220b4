import Foundation

/// The database that a command means.
enum StoreOption {
  /// The option, or TOCSIN_DATABASE, so that a password need not stand on a command line; nil for a data folder.
  static func address(_ option: String?) -> String? {
    if let option { return option }
    let variable = ProcessInfo.processInfo.environment["TOCSIN_DATABASE"]
    return variable?.isEmpty == false ? variable : nil
  }
}
