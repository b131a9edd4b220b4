import Runbooks

/// Scenarios read by hand, so that matching is tested apart from the reading.
enum ScenarioFixtures {
  static func scenario(_ title: String, _ symptoms: [String], _ causes: [String] = [], line: Int) -> Scenario {
    var scenario = Scenario(title: title, line: line, endLine: line + 30)
    scenario.symptoms = symptoms.enumerated().map { Said($0.element, line: line + 2 + $0.offset) }
    scenario.causes = causes.enumerated().map { Said($0.element, line: line + 12 + $0.offset) }
    return scenario
  }

  /// A shop's runbook.
  static let shop: Runbook = {
    var runbook = Runbook()
    runbook.scenarios = [
      scenario(
        "Storefront Unreachable", ["Visitors see 503", "Synthetic checks red"], ["Load balancer misconfigured"],
        line: 100),
      scenario(
        "Checkout Declines", ["Card payments refused", "Provider webhook silent"], ["Provider outage"], line: 140),
      scenario(
        "Order Queue Backlog", ["Consumer lag above 10,000", "Orders confirmed late"], ["Worker crashed"], line: 180),
      scenario(
        "Search Slow", ["p99 above 3 s on /search", "Users complain about slowness"], ["Cold cache"], line: 220),
      scenario(
        "Primary Database Disk Full", ["no space left on device", "Writes rejected"], ["WAL not archived"], line: 260),
      scenario("TLS Certificate Expired", ["Browsers warn", "x509 errors between services"], [], line: 300),
      scenario("Cache Evictions", ["Redis memory at its limit", "Hit rate under 60%"], [], line: 340),
      scenario("Customer Data Exposed", ["Reports of leaked addresses", "Unknown logins"], [], line: 380),
    ]
    return runbook
  }()

  static let shopAlerts: [AlertWording] = [
    .init("StorefrontDown", ["alertname": "StorefrontDown"], "Storefront Unreachable"),
    .init("503 Service Temporarily Unavailable at shop.example", [:], "Storefront Unreachable"),
    .init("The shop is not reachable", ["service": "storefront"], "Storefront Unreachable"),
    .init("StripeError: card_declined spike", [:], "Checkout Declines"),
    .init("Nobody can pay", ["alertname": "PaymentFailureRate"], "Checkout Declines"),
    .init("KafkaConsumerGroupLag", ["alertname": "KafkaConsumerGroupLag", "group": "orders"], "Order Queue Backlog"),
    .init("orders worker is falling behind", [:], "Order Queue Backlog"),
    .init("SearchLatencyP99", ["alertname": "SearchLatencyP99"], "Search Slow"),
    .init("search takes too long", [:], "Search Slow"),
    .init("could not extend file: No space left on device", ["service": "postgres"], "Primary Database Disk Full"),
    .init("db_free_storage_space low", [:], "Primary Database Disk Full"),
    .init("certificate for api.shop.example expires in 2 days", [:], "TLS Certificate Expired"),
    .init("BlackboxSslCertificateWillExpireSoon", [:], "TLS Certificate Expired"),
    .init("RedisEvictingKeys", ["alertname": "RedisEvictingKeys"], "Cache Evictions"),
    .init("Someone posted our customer list: data leak", [:], "Customer Data Exposed"),
    .init("Unauthorized access to customer records", [:], "Customer Data Exposed"),
  ]
}
