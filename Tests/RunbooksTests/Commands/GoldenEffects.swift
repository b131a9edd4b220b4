/// The lines of the five runbooks whose commands do more than read, as a person judged them one by one.
enum GoldenEffects {
  static let changing: [String: [String: [Int]]] = [
    "sip-protocol": [
      "write": [
        238, 273, 277, 332, 343, 389, 459, 474, 503, 506, 509, 518, 549, 550, 553, 610, 640, 648, 649, 666, 669,
        684, 693, 906, 926, 929, 933,
      ],
      "destructive": [448, 451, 468, 609, 907, 923],
    ],
    "vlossom": [
      "write": [210]
    ],
    "usdx-wexel": [
      "write": [87, 143, 154, 156, 157, 161, 162, 163, 169, 172, 283, 315, 318, 340],
      "unknown": [37, 84, 96, 148, 186, 208, 211, 331, 337],
      "destructive": [306, 362, 365, 368],
    ],
    "zkintents": [
      "write": [70, 77, 122, 170, 174, 177, 211, 284, 411],
      "unknown": [118, 124, 215],
      "destructive": [210],
    ],
    "blockchain-dapp": [
      "write": [197, 206, 209, 216, 226, 232, 235, 385, 388, 391, 416, 419, 445, 448, 495, 501],
      "unknown": [149],
      "destructive": [219, 241, 244, 425, 502],
    ],
  ]
}
