import Engine
import Foundation
import Runbooks
import Testing

/// Nights of three small runbooks of our own, in shapes that real teams write: steps from T+0 to the day after, contacts
/// without a ladder, and a ladder of promises to answer. Each is read by hand and held event by event.
@Suite struct OwnNightTests {
  private static let quay = """
    # Quay booking: incident response

    ## Severity levels

    | Level | Meaning | Response |
    | --- | --- | --- |
    | P0 | Booking is down | 15 min |
    | P1 | Booking is slow | 1 hour |
    | P2 | A report is late | Next business day |

    ## Response timeline

    ### Step 1: Assemble (T+0)

    - [ ] Open a call

    ### Step 2: Contain (T+10)

    - [ ] Stop the sale

    ### Step 3: Fix (T+30)

    - [ ] Deploy the mended version

    ### Step 4: Post-Mortem (T+24h)

    - [ ] Hold the review

    ## Escalation path

    ### Level 1: On-Call Engineer (0-30 minutes)

    - First to look

    ### Level 2: Team Lead (30-60 minutes)

    - If it is not resolved

    ### Level 3: Founders (60+ minutes)

    - Who talk to customers

    ## Communication

    - P0: update every 15 minutes

    ## Incident scenarios

    ### Booking API unavailable

    **Severity:** P0

    **Symptoms:** 503 from every endpoint

    ```bash
    systemctl restart booking
    ```
    """

  private static let kiosk = """
    # Kiosk on-call notes

    ## Severity

    - **P0**: nobody can buy. Respond within 15 minutes.
    - **P1**: some cannot buy. Respond within 1 hour.

    ## Runbooks

    ### Printer farm down

    Symptoms: tickets do not print

    ```bash
    systemctl restart cups
    ```

    ## Contacts

    | Role | Contact | When |
    | --- | --- | --- |
    | On-Call | pager | All incidents |
    | Tech Lead | +1 555 0100 | P0/P1 incidents |
    | Product | product@kiosk.example | Customer impact |
    """

  private static let tram = """
    # Tram display incidents

    ## Severity

    | Severity | Meaning | Response |
    | --- | --- | --- |
    | SEV 1 | Every display is dark | 15 minutes |
    | SEV 2 | Some displays are dark | 30 minutes |

    ## Updates

    - SEV 1: every 15 minutes

    ## Escalation

    1. **Primary On-Call**: looks first (15-minute SLA)
    2. **Secondary On-Call**: takes over (30-minute SLA)
    3. **Engineering Manager**: finds more hands
    4. **CTO**: talks to the operators

    ## Scenarios

    ### Displays do not start

    **Severity:** SEV 1

    **Symptoms:** the screen stays dark

    ```bash
    systemctl restart display
    ```
    """

  private func drill(_ text: String) throws -> Drill {
    Drill(try RunbookReader.read([UInt8](text.utf8), name: "RUNBOOK.md"), nil)
  }

  /// Lines 13 to 25: T+0, T+10, T+30, T+24h. Lines 31, 35 and 39: windows that an answer does not end; it is resolved
  /// before the third.
  @Test func stepsRunFromTheAlertToTheDayAfter() throws {
    let night = try drill(Self.quay).play("Booking API unavailable", ack: 3, resolve: 45)
    #expect(
      night.story == [
        "0 opened P0 L49", "0 phase Assemble L13", "0 page On-Call Engineer first L31",
        "3 acknowledged On-Call Engineer", "10 phase Contain L17", "15 updateDue P0 L45", "30 phase Fix L21",
        "30 page Team Lead escalated L35", "30 updateDue P0 L45", "45 resolved", "60 verified",
        "1440 phase Post-Mortem L25", "1485 reviewDue P0 L25",
      ])
    #expect(night.text(60, .verified).contains("Assumed: the document states no time to watch, so it is 15 min."))
  }

  @Test func withoutAnAnswerTheWholeLadderIsClimbedAndEachStepIsListed() throws {
    let night = try drill(Self.quay).play("Booking API unavailable")
    #expect(
      night.story == [
        "0 opened P0 L49", "0 phase Assemble L13", "0 page On-Call Engineer first L31", "10 phase Contain L17",
        "15 late P0 L7", "15 updateDue P0 L45", "30 phase Fix L21", "30 page Team Lead escalated L35",
        "30 updateDue P0 L45", "45 updateDue P0 L45", "60 page Founders escalated L39", "60 updateDue P0 L45",
        "75 updateDue P0 L45", "1440 phase Post-Mortem L25",
      ])
  }

  @Test func whereNoLadderIsStatedContactsAreClimbedAndThatIsSaid() throws {
    let night = try drill(Self.kiosk).play("Printer farm down", "P0")
    #expect(
      night.story == [
        "0 opened P0 L10", "0 page On-Call first L22", "15 page Tech Lead escalated L23", "15 late P0 L5",
      ])
    #expect(
      night.text(15, .page).hasSuffix(
        "Assumed: The document states no time for this rung: 15 min after the one before, "
          + "the time within which P0 is to be answered."))
    let told = try drill(Self.kiosk).play("Printer farm down", "P0", ack: 1) {
      $0.said = .init(minute: 20, words: "customer")
    }
    #expect(told.story(.page) == ["0 page On-Call first L22", "20 page Product situation L24"])
  }

  /// Line 16 leaves 15 minutes, line 17 thirty more; lines 18 and 19 state none.
  @Test func aPromiseToAnswerIsTheTimeUntilTheNextRung() throws {
    let night = try drill(Self.tram).play("Displays do not start")
    #expect(
      night.story(.page) == [
        "0 page Primary On-Call first L16", "15 page Secondary On-Call escalated L17",
        "45 page Engineering Manager escalated L18", "60 page CTO escalated L19",
      ])
    #expect(night.text(15, .page).contains("Assumed: Secondary On-Call after 15 minutes (L16 L17)."))
    #expect(night.text(60, .page).contains("Assumed: The document states no time for this rung"))
    #expect(night.story(.updateDue) == [15, 30, 45, 60, 75].map { "\($0) updateDue SEV 1 L12" })
  }

  /// The commander is told of an update that is due; at the end of what the document plans, too.
  @Test func whatIsAskedAgainNamesTheLineThatSaysSo() throws {
    let text = Self.tram.replacing(
      "## Scenarios", with: "Re-page every 5 minutes until acknowledged.\n\n## Scenarios")
    let night = try drill(text).play("Displays do not start", ack: 12)
    #expect(
      night.story(.page) == [
        "0 page Primary On-Call first L16", "5 page Primary On-Call repeated L21",
        "10 page Primary On-Call repeated L21",
      ])
    #expect(night.text(5, .page).contains("not acknowledged in 5 min"))
  }
}
