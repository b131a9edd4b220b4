import Incidents

/// Where things stand on this server.
enum Address {
  /// The room of an incident: by its name where that can stand in an address, otherwise by its identifier.
  static func incident(_ incident: Incident) -> String {
    "/incidents/" + (isPlain(incident.name) ? incident.name : String(incident.id))
  }

  static func act(_ act: String, on incident: Incident) -> String { "\(self.incident(incident))/\(act)" }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64 && Int64(name) == nil
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }
}
