import Foundation
import Incidents

/// The wall's time, for what others check against theirs: signatures and the date of a mail.
package enum WallTime {
  package static func now() -> Timestamp {
    Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }
}
