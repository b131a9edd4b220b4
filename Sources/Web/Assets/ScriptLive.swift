extension Script {
  /// The event stream: whole fragments by id, keeping focus, caret, what was typed, scroll and open folds.
  static let live = #"""
    function keep(old) {
      const open = [...old.querySelectorAll("details[open][id]")].map((d) => d.id);
      const shut = [...old.querySelectorAll("details[id]:not([open])")].map((d) => d.id);
      const typed = [...old.querySelectorAll("input[id]:not([type=hidden]), textarea[id], select[id]")]
        .map((f) => [f.id, f.type === "checkbox" || f.type === "radio" ? f.checked : f.value]);
      const scrolls = [...old.querySelectorAll("[id]")].filter((n) => n.scrollTop).map((n) => [n.id, n.scrollTop]);
      const focus = old.contains(document.activeElement) ? document.activeElement : null;
      let caret = null;
      try { caret = focus && focus.id ? [focus.selectionStart, focus.selectionEnd] : null; } catch (_) {}
      return { open, shut, typed, scrolls, focus: focus && focus.id, caret };
    }

    function restore(kept) {
      for (const id of kept.open) { const d = document.getElementById(id); if (d) d.open = true; }
      for (const id of kept.shut) { const d = document.getElementById(id); if (d) d.open = false; }
      for (const [id, value] of kept.typed) {
        const field = document.getElementById(id);
        if (!field) continue;
        if (typeof value === "boolean") field.checked = value; else field.value = value;
      }
      for (const [id, top] of kept.scrolls) { const n = document.getElementById(id); if (n) n.scrollTop = top; }
      const field = kept.focus && document.getElementById(kept.focus);
      if (!field) return;
      field.focus({ preventScroll: true });
      try { if (kept.caret) field.setSelectionRange(kept.caret[0], kept.caret[1]); } catch (_) {}
    }

    function swap(id, html) {
      const old = document.getElementById(id);
      if (!old) return;
      const holder = document.createElement("template");
      holder.innerHTML = html;
      const fresh = holder.content.firstElementChild;
      if (!fresh) return;
      const known = new Set([...old.querySelectorAll("ol.line > li")].map((li) => li.id));
      const kept = keep(old);
      const above = old.getBoundingClientRect().bottom < 0 ? old.offsetHeight : null;
      old.replaceWith(fresh);
      dress(fresh);
      restore(kept);
      settle(fresh);
      // What changes above the fold must not move what is being read.
      if (above !== null) window.scrollBy(0, fresh.offsetHeight - above);
      if (known.size) {
        for (const li of fresh.querySelectorAll("ol.line > li")) if (!known.has(li.id)) li.classList.add("fresh");
      }
    }

    let lostAt = null;
    function lost() {
      const live = document.getElementById("live");
      if (!live || lostAt) return;
      const at = new Date(simulated());
      lostAt = two(at.getUTCHours()) + ":" + two(at.getUTCMinutes());
      live.classList.add("lost");
      body.classList.add("lost-now");
      // Under the masthead, which has no room for it on a phone.
      const note = document.createElement("div");
      note.id = "lost-note";
      note.className = "strip bad";
      note.setAttribute("role", "status");
      const words = document.createElement("p");
      words.className = "wrap";
      words.textContent = "Not live since " + lostAt + ". Trying again. Reload to be sure.";
      note.append(words);
      document.querySelector(".masthead")?.after(note);
    }

    function found() {
      const live = document.getElementById("live");
      if (!live) return;
      lostAt = null;
      live.classList.remove("lost");
      body.classList.remove("lost-now");
      document.getElementById("lost-note")?.remove();
    }

    let heard = performance.now();
    function listen() {
      const address = body.dataset.live;
      if (!address || !window.EventSource) return;
      const stream = new EventSource(address);
      const alive = () => { heard = performance.now(); found(); };
      stream.addEventListener("open", alive);
      stream.addEventListener("error", lost);
      stream.addEventListener("time", (event) => { alive(); setNow(Number(event.data)); tick(); });
      stream.addEventListener("fragment", (event) => {
        alive();
        const part = JSON.parse(event.data);
        swap(part.id, part.html);
        if (part.title) document.title = part.title;
        if (part.say) say(part.say);
        tick();
      });
      stream.addEventListener("reload", () => location.reload());
      setInterval(() => { if (performance.now() - heard > 40000) lost(); }, 5000);
      window.addEventListener("pagehide", () => stream.close());
    }
    """#
}
