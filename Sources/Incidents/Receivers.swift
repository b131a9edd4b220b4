/// Who gets a page: a person of the team file, or a channel that many read.
extension Person {
  /// A channel in the place of a person: its identifier begins with `#`, which no person's does.
  package static func channel(_ method: ContactMethod) -> Person {
    let place = method.address.isEmpty ? "" : " \(method.address)"
    return Person(id: "#\(method.channel)\(place)", name: "Channel \(method.channel)", methods: [method])
  }

  /// Nobody of those who read it is expected to answer.
  package var isChannel: Bool { id.hasPrefix("#") }
}

extension Page {
  package var isToChannel: Bool { person.hasPrefix("#") }
}

extension Team {
  /// Whoever a page went to; nil where the person has left the team file.
  package func receiver(of page: Page) -> Person? {
    page.isToChannel ? .channel(page.method) : person(page.person)
  }

  /// The people to page for one role. Of those who take turns it is the one whose turn it is, among those who can be
  /// reached; `turns` counts by the binding's role how often somebody was.
  package func called(for role: String, at: Timestamp, turns: [String: Int]) -> (holdings: [Holding], turn: String?) {
    let holders = holdings(of: role, at: at)
    guard let binding = binding(for: role), binding.inTurn else { return (holders, nil) }
    let reachable = holders.filter { !$0.person.methods.isEmpty }
    guard !reachable.isEmpty else { return (holders, nil) }
    let place = floorModulo(Int64(clamping: turns[binding.role] ?? 0), Int64(reachable.count))
    return ([reachable[Int(place)]], binding.role)
  }
}
