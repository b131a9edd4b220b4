-- One event per POST, each with an identity of its own. The protocol is chosen by PROTOCOL (pagerduty or alertmanager);
-- alertmanager takes BATCH alerts a POST, and PREFIX before its address. EACH makes each event a cause of its own.
-- Prints one line that begins with RESULT: requests per second, p50 and p99 in milliseconds, answers that were not 2xx.
local protocol = os.getenv("PROTOCOL") or "pagerduty"
local key = os.getenv("KEY") or ""
local run = os.getenv("RUN") or "0"
local batch = tonumber(os.getenv("BATCH") or "1")
local prefix = os.getenv("PREFIX") or ""
local each = os.getenv("EACH") ~= nil
local number, lane, lanes = 0, 0, 0

function setup(thread)
  thread:set("lane", lanes)
  lanes = lanes + 1
end

function init()
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

local function pagerduty(id)
  if each then
    return '{"routing_key":"' .. key .. '","event_action":"trigger","dedup_key":"' .. id .. '","payload":{"summary":'
      .. '"Latency probe ' .. id .. '","source":"' .. id .. '","severity":"critical"}}'
  end
  return '{"routing_key":"' .. key .. '","event_action":"trigger","dedup_key":"' .. id .. '","payload":{"summary":'
    .. '"HTTP 502 from shop.lanterna.example","source":"shop.lanterna.example","severity":"critical","component":'
    .. '"shop","custom_details":{"check":"' .. id .. '","region":"north","status":502}}}'
end

local function alertmanager(id)
  if each then
    return '{"labels":{"alertname":"Latency","check":"' .. id .. '"},"annotations":{"summary":"Latency probe ' .. id .. '"}}'
  end
  return '{"labels":{"alertname":"ShopDown","service":"shop","severity":"critical","check":"' .. id
    .. '"},"annotations":{"summary":"HTTP 502 from shop.lanterna.example","region":"north","status":"502"},'
    .. '"generatorURL":"http://prometheus.lanterna.example/graph"}'
end

local function identity()
  number = number + 1
  return run .. "-" .. lane .. "-" .. number
end

function request()
  if protocol ~= "alertmanager" then return wrk.format(nil, "/v2/enqueue", nil, pagerduty(identity())) end
  local alerts = {}
  for n = 1, batch do alerts[n] = alertmanager(identity()) end
  return wrk.format(nil, prefix .. "/api/v2/alerts", nil, "[" .. table.concat(alerts, ",") .. "]")
end

function done(summary, latency)
  local errors = summary.errors
  local bad = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("RESULT %.1f %.3f %.3f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, bad))
end
