/// The identity of a label set: FNV-1a of 64 bits over the sorted labels, each name and value ended by the byte 255.
///
/// Prometheus computes its alerts' fingerprints so (`LabelSet.Fingerprint` in prometheus/common, model/labelset.go): an
/// alert that comes without its fingerprint gets the same identity as one that brings it.
func fingerprint(of labels: [String: String]) -> String {
  var hash: UInt64 = 14_695_981_039_346_656_037
  func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
  for (name, value) in labels.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
    name.utf8.forEach(add)
    add(255)
    value.utf8.forEach(add)
    add(255)
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
