extension Script {
  /// Countdowns. The server writes the due time, its own time and the pace; here is only counting.
  static let clocks = #"""
    const body = document.body;
    const pace = Number(body.dataset.pace) || 1;
    let base = Number(body.dataset.now);
    let mark = performance.now();
    const setNow = (now) => { base = now; mark = performance.now(); };
    const simulated = () => base + (performance.now() - mark) * pace;
    const two = (n) => String(n).padStart(2, "0");

    function duration(ms) {
      const s = Math.max(0, Math.floor(ms / 1000));
      if (s < 60) return s + " s";
      const m = Math.floor(s / 60);
      if (m < 60) return m + " min";
      return Math.floor(m / 60) + " h" + (m % 60 ? " " + (m % 60) + " min" : "");
    }

    const late = (ms) => (ms >= 172800000 ? Math.floor(ms / 86400000) + " d" : duration(ms)) + " late";

    function countdown(ms) {
      if (ms < 0) return late(-ms);
      const s = Math.ceil(ms / 1000);
      if (s < 3600) return Math.floor(s / 60) + ":" + two(s % 60);
      if (s < 86400) return Math.floor(s / 3600) + ":" + two(Math.floor((s % 3600) / 60)) + " h";
      const h = s >= 8640000 ? 0 : Math.floor((s % 86400) / 3600);
      return Math.floor(s / 86400) + " d" + (h ? " " + h + " h" : "");
    }

    function spoken(ms) {
      if (ms < 0) return late(-ms);
      const s = Math.floor(ms / 1000);
      const say = (n, word) => n + " " + word + (n === 1 ? "" : "s");
      if (s < 3600) return say(Math.floor(s / 60), "minute") + " " + say(s % 60, "second") + " left";
      return say(Math.floor(s / 3600), "hour") + " " + say(Math.floor((s % 3600) / 60), "minute") + " left";
    }

    const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
    const said = new Set();

    function look(timer, left) {
      const clock = timer.closest(".clock, .next");
      if (!clock) return;
      const interval = Number(clock.dataset.interval) || 0;
      const soon = interval >= 1800000 ? 600000 : interval / 4;
      const state = left < 0 ? "late" : left < soon ? "soon" : "running";
      if (!clock.classList.contains(state)) {
        clock.classList.remove("late", "soon", "running");
        clock.classList.add(state);
        announce(timer, clock, state);
      }
      const track = clock.querySelector(".track .left");
      if (track && interval) {
        track.setAttribute("width", Math.round(left < 0 ? 100 : Math.min(100, left / interval * 100)) + "%");
      }
    }

    function announce(timer, clock, state) {
      const key = timer.dataset.due + state;
      if (state === "running" || said.has(key)) return;
      said.add(key);
      const what = clock.querySelector(".what, b");
      say((what ? what.textContent : "A clock") + (state === "late" ? " is due." : " soon: " + timer.textContent));
    }

    let lastSaid = 0;
    function say(text) {
      const now = performance.now();
      if (now - lastSaid < 10000) return;
      lastSaid = now;
      const voice = document.getElementById("voice");
      if (voice) voice.textContent = text;
    }

    function tick() {
      const now = simulated();
      for (const timer of document.querySelectorAll("[data-due]")) {
        const left = Number(timer.dataset.due) - now;
        put(timer, countdown(left));
        timer.setAttribute("aria-label", spoken(left));
        look(timer, left);
      }
      for (const node of document.querySelectorAll("[data-since]")) put(node, duration(now - Number(node.dataset.since)));
      const clock = document.querySelector(".masthead .live time");
      if (clock) {
        const at = new Date(now);
        put(clock, two(at.getUTCHours()) + ":" + two(at.getUTCMinutes()) + " UTC");
        clock.dateTime = at.toISOString();
      }
    }
    """#
}
