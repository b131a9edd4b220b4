/// JSON-RPC is always sent by POST; the method's name says whether it only reads.
/// Ethereum: https://ethereum.org/developers/docs/apis/json-rpc/ · Solana: https://solana.com/docs/rpc/http
enum RemoteCalls {
  private static let reads = [
    "eth_get", "eth_call", "eth_blockNumber", "eth_chainId", "eth_gasPrice", "eth_syncing", "eth_estimateGas", "net_",
    "web3_", "txpool_", "getHealth", "getSlot", "getBlock", "getBalance", "getVersion", "getEpoch", "getTransaction",
    "getAccount", "getSignature", "getLatestBlockhash", "getCluster", "getVote", "getInfo", "getNetworkInfo",
  ]

  /// The method when a body holds one JSON-RPC call that only reads.
  static func reading(in arguments: [String]) -> String? {
    guard let body = arguments.first(where: { ShellText.contains($0, "\"jsonrpc\"") }) else { return nil }
    let parts = body.split(separator: "\"", omittingEmptySubsequences: true).map(String.init)
    let methods = parts.indices.filter { parts[$0] == "method" }
    guard methods.count == 1, let at = methods.first, at + 2 < parts.count, ShellText.trim(parts[at + 1]) == ":" else {
      return nil
    }
    let name = parts[at + 2]
    return reads.contains { name.hasPrefix($0) } ? name : nil
  }
}
