extension Script {
  /// Keys, off inside fields and switched off for good by the button in the list of keys.
  static let keys = #"""
    const keyNames = [
      ["u", "write an update"], ["n", "write a note"], ["a", "acknowledge"], ["e", "page the next person"],
      ["c", "copy the command in focus"], ["j", "next step"], ["k", "previous step"], ["g h", "home"],
      ["?", "this list"],
    ];
    let keysOff = false;
    try { keysOff = localStorage.getItem("keys") === "off"; } catch (_) {}
    let before = "";

    function reveal(id) {
      const node = document.getElementById(id);
      if (!node) return;
      for (let d = node.closest("details"); d; d = d.parentElement && d.parentElement.closest("details")) d.open = true;
      node.scrollIntoView({ block: "center" });
      node.focus();
    }

    function step(by) {
      const steps = [...document.querySelectorAll(".cmd pre")].filter((n) => n.offsetParent);
      if (!steps.length) return;
      const at = steps.indexOf(document.activeElement);
      const next = steps[Math.min(steps.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
      next.focus();
      next.scrollIntoView({ block: "center" });
    }

    function showKeys() {
      const old = document.querySelector(".keys-panel");
      if (old) { old.remove(); return; }
      const panel = document.createElement("div");
      panel.className = "keys-panel";
      panel.setAttribute("role", "dialog");
      panel.setAttribute("aria-label", "Keys");
      const list = document.createElement("ul");
      for (const [key, what] of keyNames) {
        const row = document.createElement("li");
        const sign = document.createElement("span");
        for (const one of key.split(" ")) {
          const mark = document.createElement("kbd");
          mark.textContent = one;
          sign.append(mark, " ");
        }
        row.append(sign, what);
        list.append(row);
      }
      const off = document.createElement("button");
      off.className = "btn line small";
      off.type = "button";
      off.textContent = keysOff ? "Switch keys on" : "Switch keys off";
      off.addEventListener("click", () => {
        keysOff = !keysOff;
        try { localStorage.setItem("keys", keysOff ? "off" : "on"); } catch (_) {}
        panel.remove();
      });
      panel.append(list, off);
      body.append(panel);
      off.focus();
    }

    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        const panel = document.querySelector(".keys-panel");
        if (panel) panel.remove();
        for (const menu of document.querySelectorAll("details.pages[open]")) menu.open = false;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, textarea, select")) return;
      if (keysOff && event.key !== "?") return;
      const two = before + event.key;
      before = event.key;
      setTimeout(() => { before = ""; }, 900);
      if (two === "gh") { location.href = "/"; return; }
      const act = {
        u: () => reveal("update-text"), n: () => reveal("note-text"), a: () => reveal("act-acknowledge"),
        e: () => reveal("act-page"), j: () => step(1), k: () => step(-1), "?": showKeys,
        c: () => {
          const box = document.activeElement && document.activeElement.closest(".cmd");
          const button = box && box.querySelector("button.copy");
          if (button) copy(button);
        },
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });

    dress(document);
    tick();
    setInterval(tick, pace > 1 ? 250 : 1000);
    listen();
    """#
}
