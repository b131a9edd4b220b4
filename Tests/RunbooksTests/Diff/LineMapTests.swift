import Testing

@testable import Runbooks

@Suite struct LineMapTests {
  @Test func aLineIsFoundAgainByItsWordsNearItsPlace() {
    let map = LineMap(from: ["# A", "- x", "", "- x", "gone"], to: ["# A", "new", "- x", "", "  - x"])
    #expect([1, 2, 4, 5, 0, 9].map { map.line($0) } == [1, 3, 3, nil, nil, nil])
  }

  @Test func listsAreAlignedInOrder() {
    #expect(
      Alignment.edits(["a", "b", "c"], ["a", "x", "c", "d"]) == [.same(0, 0), .changed(1, 1), .same(2, 2), .added(3)])
    #expect(Alignment.edits(["a", "b"], [String]()) == [.removed(0), .removed(1)])
    let named = Alignment.named(["a1", "a2", "b1"], ["a3", "c1"]) { String($0.prefix(1)) }
    #expect(named.both.map { "\($0.old)\($0.new)" } == ["a1a3"])
    #expect(named.gone == ["a2", "b1"])
    #expect(named.fresh == ["c1"])
  }
}
