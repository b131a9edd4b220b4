import Incidents
import Testing

@Suite struct OnCallTests {
  static let noon = Timestamp(microseconds: 1_770_000_000_000_000)
  static let team = Team(
    people: [("ana", "Ana Ruiz"), ("bo", "Bo Ruiz"), ("chidi", "Chidi Ruiz")].map { id, name in
      Person(id: id, name: name, methods: [ContactMethod(channel: "push")])
    },
    roles: [
      RoleBinding(role: "primary on-call", holder: .rotation("weekly", position: 1)),
      RoleBinding(role: "secondary on-call", holder: .rotation("weekly", position: 2)),
      RoleBinding(role: "team lead", holder: .people(["chidi"])),
      RoleBinding(role: "cto", holder: .people(["bo"])),
      RoleBinding(role: "Security Lead", holder: .people(["ana", "bo"])),
      RoleBinding(role: "Engineering Manager", holder: .people(["chidi"])),
    ],
    rotations: [Rotation(name: "weekly", people: ["ana", "bo", "chidi"], start: noon)])

  private func names(_ role: String, _ at: Timestamp = noon) -> [String] {
    Self.team.holders(of: role, at: at).map(\.id)
  }

  @Test(arguments: [
    ("Primary On-Call Engineer", "primary on-call"), ("primary oncall", "primary on-call"),
    ("On-Call Engineer", "primary on-call"), ("Level 1: On-call engineer", "primary on-call"),
    ("Secondary On-Call", "secondary on-call"), ("Backup on call", "secondary on-call"),
    ("L2: Team lead", "team lead"), ("Executive: CTO", "cto"), ("CTO/Founder", "cto"), ("CTO / Founders", "cto"),
    ("Team Lead / Senior Engineer", "team lead"), ("security team", "Security Lead"),
    ("Manager", "Engineering Manager"),
    ("Eng. Manager (EM)", "Engineering Manager"),
  ])
  func aRoleIsFoundHoweverItIsSpelled(_ said: String, _ bound: String) {
    #expect(Self.team.binding(for: said)?.role == bound)
  }

  @Test(arguments: ["Legal Team", "Vendor Relations", "Senior Engineer", "Deputy CTO", "", "+", "L9", "🔥"])
  func aRoleThatNobodyHoldsIsNotGuessed(_ said: String) {
    #expect(Self.team.binding(for: said) == nil)
    #expect(names(said).isEmpty)
  }

  @Test func theSecondaryIsNeverFilledByThePrimary() {
    let team = Team(roles: [RoleBinding(role: "On-call engineer", holder: .people(["ana"]))])
    #expect(team.binding(for: "Secondary On-Call Engineer") == nil)
  }

  @Test func aCombinedTargetReachesEachOnce() {
    #expect(names("CTO + Security Lead") == ["bo", "ana"])
    #expect(Self.team.parts(of: "CTO + Legal + Security team") == ["CTO", "Legal", "Security team"])
    #expect(Self.team.parts(of: "Research and Development Lead") == ["Research", "Development Lead"])
    var bound = Self.team
    bound.roles.append(RoleBinding(role: "Research and Development Lead", holder: .people(["ana"])))
    #expect(bound.parts(of: "Research and Development Lead") == ["Research and Development Lead"])
  }

  @Test func aPersonMayBeNamedInsteadOfARole() {
    #expect(names("Chidi Ruiz") == ["chidi"])
    #expect(names("@bo") == ["bo"])
  }

  @Test func theRotationHandsOverAtItsOwnHour() {
    let rotation = Self.team.rotations[0]
    #expect(rotation.person(at: Self.noon) == "ana")
    #expect(rotation.person(at: Self.noon + .days(7) - .seconds(1)) == "ana")
    #expect(rotation.person(at: Self.noon + .days(7)) == "bo")
    #expect(rotation.person(at: Self.noon + .days(14), position: 2) == "ana")
    #expect(rotation.person(at: Self.noon - .seconds(1)) == "chidi")
    #expect(rotation.nextHandover(after: Self.noon + .days(8)) == Self.noon + .days(14))
    #expect(rotation.nextHandover(after: Self.noon) == Self.noon + .days(7))
  }

  @Test func strangeRotationsDoNotTrap() {
    let ends = [Timestamp(microseconds: .min), Timestamp(microseconds: .max)]
    for days in [Int.min, -1, 0, 1, .max] {
      for start in ends {
        let rotation = Rotation(name: "r", people: ["ana"], start: start, days: days)
        for at in ends {
          #expect(rotation.person(at: at, position: .max) == "ana")
          _ = rotation.nextHandover(after: at)
        }
      }
    }
    #expect(Rotation(name: "r", people: [], start: Self.noon).person(at: Self.noon) == nil)
  }
}
