extension Script {
  /// Local times, drafts, toasts.
  static let reading = #"""
    function toast(text, bad) {
      const place = document.getElementById("toasts");
      if (!place) return;
      const box = document.createElement("div");
      box.className = bad ? "toast bad" : "toast";
      if (bad) box.setAttribute("role", "alert");
      const words = document.createElement("span");
      words.textContent = text;
      box.append(words);
      place.replaceChildren(box);
      if (!bad) setTimeout(() => box.remove(), 6000);
    }

    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const local = (at) => at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

    function dress(root) {
      for (const button of root.querySelectorAll("button.copy")) button.hidden = false;
      fields(root);
      for (const node of root.querySelectorAll("time[datetime]")) {
        const at = new Date(node.dateTime);
        if (!isNaN(at)) node.title = local(at) + " for you (" + zone + ")";
      }
      for (const node of root.querySelectorAll(".local[data-at]")) {
        put(node, " (" + local(new Date(Number(node.dataset.at))) + " for you)");
      }
    }

    document.addEventListener("click", (event) => {
      const button = event.target.closest("button.copy");
      if (button) { copy(button); return; }
      const node = event.target.closest("time[datetime]");
      if (node && !node.closest("a, summary, .live")) {
        const at = new Date(node.dateTime);
        if (isNaN(at)) return;
        const utc = node.dataset.utc || node.textContent;
        node.dataset.utc = utc;
        node.textContent = node.textContent === utc ? local(at) + " local" : utc;
      }
      for (const menu of document.querySelectorAll("details.pages[open]")) {
        if (!menu.contains(event.target)) menu.open = false;
      }
    });

    // A draft survives a reload; it goes when it is sent.
    for (const field of document.querySelectorAll("[data-draft]")) {
      const name = "draft:" + location.pathname + ":" + field.dataset.draft;
      try {
        if (!field.value) field.value = sessionStorage.getItem(name) || "";
        field.addEventListener("input", () => sessionStorage.setItem(name, field.value));
        if (field.form) field.form.addEventListener("submit", () => sessionStorage.removeItem(name));
      } catch (_) {}
    }
    for (const box of document.querySelectorAll("#toasts .toast:not(.bad)")) setTimeout(() => box.remove(), 6000);
    """#
}
