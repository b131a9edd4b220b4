/// Why a compressed body is not read.
package enum InflateError: Error, Sendable, Hashable {
  /// It would be longer than this many bytes.
  case tooLarge(limit: Int)
  case damaged
}

/// Reads DEFLATE (RFC 1951) into at most so many bytes: a few kilobytes may stand for gigabytes, so the limit holds
/// while it is read.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private let limit: Int
  private var position: Int
  private var held: UInt32 = 0
  private var count: UInt32 = 0
  private(set) var output: [UInt8] = []

  /// Where the compressed data ended.
  var end: Int { position }

  init(_ input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
    position = input.startIndex
  }

  mutating func run() throws(InflateError) {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1: try compressed(.fixedLiterals, .fixedDistances)
      case 2:
        let (literals, distances) = try tables()
        try compressed(literals, distances)
      default: throw .damaged
      }
    }
  }

  private mutating func bits(_ wanted: UInt32) throws(InflateError) -> Int {
    while count < wanted {
      guard position < input.endIndex else { throw .damaged }
      held |= UInt32(input[position]) << count
      position += 1
      count += 8
    }
    let value = held & ((1 << wanted) &- 1)
    held >>= wanted
    count -= wanted
    return Int(value)
  }

  private mutating func stored() throws(InflateError) {
    (held, count) = (0, 0)
    guard position + 4 <= input.endIndex else { throw .damaged }
    let length = Int(input[position]) | Int(input[position + 1]) << 8
    let complement = Int(input[position + 2]) | Int(input[position + 3]) << 8
    guard length ^ 0xFFFF == complement, position + 4 + length <= input.endIndex else { throw .damaged }
    guard output.count + length <= limit else { throw .tooLarge(limit: limit) }
    output += input[(position + 4)..<(position + 4 + length)]
    position += 4 + length
  }

  private mutating func symbol(_ code: HuffmanCode) throws(InflateError) -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1...HuffmanCode.longest {
      value |= try bits(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .damaged
  }

  private mutating func compressed(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(InflateError) {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        guard output.count < limit else { throw .tooLarge(limit: limit) }
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        try copy(symbol - 257, distances)
      }
    }
  }

  private mutating func copy(_ symbol: Int, _ distances: HuffmanCode) throws(InflateError) {
    guard symbol < Self.lengths.count else { throw .damaged }
    let length = Self.lengths[symbol] + (try bits(Self.lengthBits[symbol]))
    let place = try self.symbol(distances)
    guard place < Self.distances.count else { throw .damaged }
    let distance = Self.distances[place] + (try bits(Self.distanceBits[place]))
    guard distance <= output.count else { throw .damaged }
    guard output.count + length <= limit else { throw .tooLarge(limit: limit) }
    for _ in 0..<length { output.append(output[output.count - distance]) }
  }

  private mutating func tables() throws(InflateError) -> (HuffmanCode, HuffmanCode) {
    let (literals, distances, codes) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    guard literals <= 286, distances <= 30 else { throw .damaged }
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<codes { lengths[Self.order[index]] = try bits(3) }
    let code = try HuffmanCode(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      let symbol = try symbol(code)
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last else { throw .damaged }
        all += [Int](repeating: last, count: try bits(2) + 3)
      case 17: all += [Int](repeating: 0, count: try bits(3) + 3)
      default: all += [Int](repeating: 0, count: try bits(7) + 11)
      }
    }
    guard all.count == literals + distances, all[256] != 0 else { throw .damaged }
    return (try HuffmanCode(Array(all[..<literals])), try HuffmanCode(Array(all[literals...])))
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits: [UInt32] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537, 2_049, 3_073, 4_097,
    6_145, 8_193, 12_289, 16_385, 24_577,
  ]
  private static let distanceBits: [UInt32] = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
}

/// A canonical Huffman code, by how many codes there are of each length.
struct HuffmanCode {
  static let longest = 15
  private(set) var counts = [Int](repeating: 0, count: longest + 1)
  private(set) var symbols: [Int]

  /// Throws where more codes are given than fit.
  init(_ lengths: [Int]) throws(InflateError) {
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    var left = 1
    for length in 1...Self.longest {
      left = left << 1 - counts[length]
      if left < 0 { throw .damaged }
    }
    var starts = [Int](repeating: 0, count: Self.longest + 2)
    for length in 1...Self.longest { starts[length + 1] = starts[length] + counts[length] }
    symbols = [Int](repeating: 0, count: lengths.count)
    for (symbol, length) in lengths.enumerated() where length != 0 {
      symbols[starts[length]] = symbol
      starts[length] += 1
    }
  }

  private init(fixed lengths: [Int]) {
    // Fits by construction.
    self = (try? HuffmanCode(lengths)) ?? HuffmanCode()
  }

  private init() { symbols = [] }

  static let fixedLiterals = HuffmanCode(
    fixed: [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
      + [Int](repeating: 8, count: 8))
  static let fixedDistances = HuffmanCode(fixed: [Int](repeating: 5, count: 30))
}
